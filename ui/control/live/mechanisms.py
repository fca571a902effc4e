"""Heat maps of the mechanisms of a session, read and computed beside the window's own work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from ui.figures.head_maps import HeadMap, head_map
from ui.figures.names import pretty_name


@dataclass(frozen=True, slots=True)
class MechanismMaps:
    """A mechanism as the plots need it.

    Attributes:
        name: As a reader sees it.
        maps: The head's share of the fund, by tail endowment.
    """

    name: str
    maps: Mapping[int, HeadMap]


class MechanismLibrary(QObject):
    """Keeps the maps of every mechanism that was asked for.

    Signals:
        arrived(): More mechanisms are known.
        failed(str): Some cannot be read; the sentence says why.

    Attributes:
        known: By the SHA-256 of the table.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.known: dict[str, MechanismMaps] = {}
        self._refused: set[str] = set()
        self._reader: _Reader | None = None

    def ask(self, study: Path, wanted: Sequence[str]) -> None:
        """See to it that mechanisms become known; `arrived` tells when they are.

        Args:
            study: The study's folder.
            wanted: SHA-256 of tables.
        """
        new = [sha256 for sha256 in wanted if sha256 not in self.known.keys() | self._refused]
        if new and self._reader is None:
            self._reader = _Reader(study, new, self)
            self._reader.finished.connect(self._on_read)
            self._reader.start()

    def finish(self) -> None:
        """Wait for the thread; to be called before this is deleted."""
        if self._reader is not None:
            self._reader.wait()

    def _on_read(self) -> None:
        reader = self._reader
        if reader is None:
            return
        self._reader = None
        self.known |= reader.found
        self._refused |= set(reader.wanted) - reader.found.keys()
        if reader.found:
            self.arrived.emit()
        if reader.sentence:
            self.failed.emit(reader.sentence)
        reader.wait()
        reader.deleteLater()


class _Reader(QThread):
    """Reads tables through a read-only store of its own; look at it when it has finished."""

    def __init__(self, study: Path, wanted: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.wanted = tuple(wanted)
        self.found: dict[str, MechanismMaps] = {}
        self.sentence = ""
        self._study = study

    def run(self) -> None:
        try:
            with Store.read(self._study) as store:
                for sha256 in self.wanted:
                    policy = store.mechanism(sha256)
                    maps = {tail: head_map(policy, tail) for tail in policy.game.tail_endowments}
                    self.found[sha256] = MechanismMaps(pretty_name(policy.name), maps)
        except OperatorError as error:
            self.sentence = str(error)
