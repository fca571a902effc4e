"""Heat maps of a session's mechanisms, computed in the background."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hcmd_lab.figures.head_maps import HeadMap, almost_equal, head_map, known_in
from hcmd_lab.insight.territory import Bools
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.territories import territories
from hcmd_lab.telling.mechanism_names import pretty_name, role_of_row
from ui.control.background import Background, OnProgress, with_store


@dataclass(frozen=True, slots=True)
class MechanismMaps:
    """A mechanism prepared for plotting.

    Attributes:
        name: The displayed name.
        maps: The head's share of the fund, by tail endowment.
        role: Its role in a few words; empty if nothing special.
        known: Whether people had been seen deciding there when the mechanism was trained, by tail
            endowment, in the shape of `HeadMap.cells`; empty where nothing is told of it.
    """

    name: str
    maps: Mapping[int, HeadMap]
    role: str = ""
    known: Mapping[int, Bools] = field(default_factory=dict)


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
    policies = {sha256: store.learned.mechanism(sha256) for sha256 in wanted}
    seen = territories(ReadOnlyStudy(store), [policy.name for policy in policies.values()])
    for sha256, policy in policies.items():
        maps = {tail: head_map(policy, tail) for tail in policy.game.tail_endowments}
        grids = {tail: each.cells for tail, each in maps.items()}
        is_equal = almost_equal(grids.values(), 1 / policy.game.seats)
        role = role_of_row(policy.name, (), almost_equal=is_equal)
        known = known_in(grids, policy.game.seats, seen.get(policy.name))
        found[sha256] = MechanismMaps(pretty_name(policy.name), maps, role, known)
    return found
