"""Looks once after a study was opened whether another program has changed its log."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hcmd_lab.storage.store import Store
from hcmd_lab.study.rows_of_the_log import told_as_altered
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress, with_store

if TYPE_CHECKING:
    from ui.control.desk import Desk

_AFTER_MS = 3000
"""The page comes first: to compare a large log takes a processor for some seconds."""


class ChangesLook(QObject):
    """Compares the log of the open study with its chain and its tables, beside the window.

    While people play it waits: their session comes first.

    Attributes:
        has_looked: Whether the open study has been compared.

    Signals:
        found(str): What another program has changed, as a sentence.
    """

    found = Signal(str)

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        """Follow a desk, a time after each study was opened."""
        super().__init__(parent)
        self._desk = desk
        self._look: Background[str] | None = None
        self.has_looked = False
        self._wait = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._wait.timeout.connect(self._begin)
        desk.study_opened.connect(self._begin_later)
        desk.study_closing.connect(self._give_up)
        desk.session_opened.connect(self._make_way)
        self._begin_later()  # the program opens a study before its window has the desk

    def _begin_later(self) -> None:
        self._give_up()
        if self._desk.opened is not None:
            self._wait.start()

    def _make_way(self) -> None:
        if not self.has_looked:
            self._begin_later()

    def _begin(self) -> None:
        study = self._desk.opened
        if study is None:
            return
        if self._desk.session_is_running:
            self._wait.start()
            return
        self._look = Background(with_store(study.store.folder.path, _altered), self)
        self._look.hand_to(self._tell)

    def _tell(self, look: Background[str]) -> None:
        if look is self._look:
            self._look, self.has_looked = None, True
            if look.result:  # a disk that fails is told by whoever needs it
                self.found.emit(look.result)

    def _give_up(self) -> None:
        self._wait.stop()
        self.has_looked = False
        look, self._look = self._look, None
        if look is not None:
            look.let_go()


def _altered(store: Store, _on_progress: OnProgress) -> str:
    return translate(told_as_altered(store))
