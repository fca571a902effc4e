"""Situations in which people were seen deciding, read in the background while OPTIMIZE runs."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hcmd_lab.storage.store import Store
from ui.control.background import Background, OnProgress, with_store

if TYPE_CHECKING:
    from hcmd_lab.insight.territory import Cells
    from hcmd_lab.study.study import Study

Key = tuple[Path, int]
"""Folder of a study, and iteration."""


class SeenSituations(QObject):
    """Reads them once for each iteration.

    Signals:
        arrived(): They are known now.
    """

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._key: Key | None = None
        self._known: Cells | None = None
        self._reader: Background[Cells] | None = None

    def at(self, study: "Study", iteration: int) -> "Cells | None":
        """What MODEL of an iteration has seen; None until it is read, or if it cannot be."""
        key = study.store.folder.path, iteration
        if key != self._key and self._reader is None:
            self._key, self._known = key, None
            work = with_store(study.store.folder.path, partial(_read, iteration))
            self._reader = Background(work, self)
            self._reader.hand_to(self._on_read)
        return self._known if key == self._key else None

    def forget(self) -> None:
        """Read them anew: a step has begun, and an iteration may have other groups than before."""
        self._key = None

    def _on_read(self, reader: "Background[Cells]") -> None:
        self._reader = None
        self._known = reader.result
        self.arrived.emit()


def _read(iteration: int, store: Store, _on_progress: OnProgress) -> "Cells":
    from hcmd_lab.study.reader import ReadOnlyStudy  # noqa: PLC0415 - numpy takes its time
    from hcmd_lab.study.territories import known_at  # noqa: PLC0415

    return known_at(ReadOnlyStudy(store), iteration)
