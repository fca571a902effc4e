"""Heat maps of a session's mechanisms, computed in the background."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hcmd_lab.figures.head_maps import HeadMap, almost_equal, head_map
from hcmd_lab.storage.store import Store
from hcmd_lab.telling.mechanism_names import pretty_name, role_of_row
from ui.control.background import Background, OnProgress, with_store


@dataclass(frozen=True, slots=True)
class MechanismMaps:
    """A mechanism prepared for plotting.

    Attributes:
        name: The displayed name.
        maps: The head's share of the fund, by tail endowment.
        role: Its role in a few words; empty if nothing special.
    """

    name: str
    maps: Mapping[int, HeadMap]
    role: str = ""


class MechanismLibrary(QObject):
    """Caches the maps of all requested mechanisms.

    Signals:
        arrived(): More mechanisms are known.
        failed(str): Some cannot be read; the sentence says why.

    Attributes:
        known: By the SHA-256 of the table.
    """

    arrived = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.known: dict[str, MechanismMaps] = {}
        self._rejected: set[str] = set()
        self._asked: Sequence[str] = ()
        self._reader: Background[dict[str, MechanismMaps]] | None = None

    def ask(self, study: Path, wanted: Sequence[str]) -> None:
        """Load mechanisms; `arrived` is emitted when they are ready.

        Args:
            study: The study's folder.
            wanted: SHA-256 of tables.
        """
        new = [sha256 for sha256 in wanted if sha256 not in self.known.keys() | self._rejected]
        if new and self._reader is None:
            self._asked = new
            self._reader = Background(with_store(study, partial(_read, new)), self)
            self._reader.hand_to(self._on_read)

    def _on_read(self, reader: Background[dict[str, MechanismMaps]]) -> None:
        self._reader = None
        if reader.result is None:
            self._rejected |= set(self._asked)
            self.failed.emit(reader.sentence)
        else:
            self.known |= reader.result
            self.arrived.emit()


def _read(
    wanted: Sequence[str], store: Store, _on_progress: OnProgress
) -> dict[str, MechanismMaps]:
    found = {}
    for sha256 in wanted:
        policy = store.learned.mechanism(sha256)
        maps = {tail: head_map(policy, tail) for tail in policy.game.tail_endowments}
        is_equal = almost_equal((each.cells for each in maps.values()), 1 / policy.game.seats)
        role = role_of_row(policy.name, (), almost_equal=is_equal)
        found[sha256] = MechanismMaps(pretty_name(policy.name), maps, role)
    return found
