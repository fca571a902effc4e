"""Makes backups of the open study by itself: after each session, before each training step."""

from functools import partial

from PySide6.QtCore import QObject

from hcmd_lab.storage.backup_places import Backup, Occasion
from hcmd_lab.storage.store import Store
from ui.control.background import Background, OnProgress, with_store
from ui.control.desk import Desk


class BackupKeeper(QObject):
    """Copies the desk's study whole, in a thread of its own, and tells where that fails."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Follow a desk."""
        super().__init__(parent)
        self._desk = desk
        self._running: Background[Backup] | None = None
        self._wanted: Occasion | None = None
        # Bound methods, which are held weakly: a keeper does not keep its window alive.
        desk.session_ended.connect(self._after_session)
        desk.training.started.connect(self._before_training)

    def _after_session(self) -> None:
        self._back_up(Occasion.SESSION)

    def _before_training(self, _step: object) -> None:
        self._back_up(Occasion.TRAINING)

    def _back_up(self, occasion: Occasion) -> None:
        study = self._desk.opened
        if study is None:
            return
        if self._running is not None:
            self._wanted = occasion
            return
        work = with_store(study.store.folder.path, partial(_copied, occasion))
        self._running = Background(work, self)
        self._running.hand_to(self._on_made)

    def _on_made(self, made: Background[Backup]) -> None:
        self._running = None
        if made.sentence:
            self._desk.failed.emit(made.sentence)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._back_up(wanted)


def _copied(occasion: Occasion, store: Store, _on_progress: OnProgress) -> Backup:
    return store.back_up(occasion)
