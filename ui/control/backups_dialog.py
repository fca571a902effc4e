"""The backups of a study: make one, choose where they go, restore one, or take it as it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QListWidgetItem, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.backup_places import Backup, Occasion, backups, place_of
from hcmd_lab.storage.backups import KEPT, set_place
from hcmd_lab.storage.restoring import restore
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.taken_as_it_is import take_as_it_is, would_be_taken
from hcmd_lab.telling.backups import backup_words, restored_words
from hcmd_lab.telling.study_log import taken_as_it_is, what_was_taken
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress, with_store
from ui.control.choose_study import ask_for_study
from ui.control.closed_study import while_closed
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.layouts import Spare, in_row
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at

_SIZE_PX = (820, 460)


class BackupsDialog(QDialog):
    """Lists the backups of a study, which need not be open, nor sound.

    Attributes:
        found: The backups, newest first.
        words: What was done, or went wrong.
        make: Makes one now.
        act: Restores the chosen one.
        other: Asks for another study.
        take: Goes on with the study as it is; only there if it is not as it was saved.
    """

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        """List the backups of the study in a folder."""
        super().__init__(parent)
        self._desk, self._folder = desk, StudyFolder(folder)
        self._copying: Background[Backup] | None = None
        self._details: dict[str, Any] | None = None
        self._title = label("", "heading")
        self.other = button(translate("Another st&udy…"), clicked=self._choose_study)
        self.found = QListWidget()
        self.found.setAccessibleName(translate("Backups"))
        self.found.currentItemChanged.connect(self._enable)
        self._place = label("", "caption")
        self.words = label("")
        self.make = button(translate("Back up &now"), clicked=self._make)
        place = button(translate("Choose the &place…"), clicked=self._choose_place)
        self.act = button(translate("&Restore…"), clicked=self._restore)
        self.take = button(translate("Take it as it &is…"), clicked=self._ask_to_take)
        close = button(translate("&Close"), "primary", clicked=self.accept)
        told = label(
            translate(
                "A backup is made after each session, before each training step, and before going "
                "back to one. The newest {kept} are kept, and all that were made by hand. "
                "Restoring one sets aside what is there now and deletes nothing.",
                kept=KEPT,
            )
        )
        dialog_column(
            self, in_row(self._title, Spare(), self.other), told, (self.found, 1),
            in_row((self._place, 1), place, Spare(), gap=3), self.words,
            dialog_foot(self.make, self.take, self.act, close),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)
        self._show()
        self.found.setFocus()

    def done(self, result: int) -> None:
        """Close, after waiting for a backup that is being made."""
        if self._copying is not None:
            self._copying.wait()
        super().done(result)

    def _show(self) -> None:
        self.setWindowTitle(translate("Backups of {folder}", folder=self._folder.path.name))
        self._title.setText(self.windowTitle())
        self._say("")
        self._list()
        self._show_differences()

    def _choose_study(self) -> None:
        """Show another study in this one's place, as after one that could not be opened."""
        chosen = ask_for_study(self, title_of_choice(), self._folder.path)
        if chosen is not None:
            self._folder = StudyFolder(chosen)
            self._show()

    def _list(self) -> None:
        self.found.clear()
        for each in backups(self._folder):
            item = QListWidgetItem(backup_words(each))
            item.setData(Qt.ItemDataRole.UserRole, str(each.path))
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        place = place_of(self._folder)
        self._place.setText(translate("New backups go to {place}.", place=place))
        if not self.found.count():
            self._say(_no_backups())
        self._enable()

    def _enable(self) -> None:
        self.other.setEnabled(self._copying is None)
        self.make.setEnabled(self._copying is None and self._folder.database.exists())
        self.act.setEnabled(self._copying is None and self.found.currentItem() is not None)

    def _show_differences(self) -> None:
        """Offer to take the study as it is, and say why, only if there is something to take."""
        self._details = would_be_taken(self._folder)
        self.take.setVisible(self._details is not None)
        if self._details is not None:
            told = what_was_taken(self._details)
            said = translate("This study is not as it was saved. {told}", told=told)
            none = "" if self.found.count() else _no_backups()
            self._say(f"{said} {none}".rstrip(), "danger")

    def _say(self, sentence: str, role: str = "body") -> None:
        self.words.setText(sentence)
        set_role(self.words, role)

    def _make(self) -> None:
        self._say(translate("The study is being copied."))
        self._copying = Background(with_store(self._folder.path, _copied), self)
        self._enable()
        self._copying.hand_to(self._on_made)

    def _on_made(self, copying: Background[Backup]) -> None:
        self._copying = None
        self._list()
        if copying.result is not None:
            self._say(translate("The backup is made."), "good")
        else:
            self._say(copying.sentence, "danger")

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, translate("Where new backups go"), str(place_of(self._folder))
        )
        if chosen:
            own = Path(chosen).absolute() == self._folder.backups.absolute()
            self._try(partial(set_place, self._folder, None if own else Path(chosen)))
            self._list()

    def _restore(self) -> None:
        chosen = Path(str(self.found.currentItem().data(Qt.ItemDataRole.UserRole)))
        title = translate("Restore this backup?")
        sentence = translate(
            "The study becomes what it was then. What it is now is set aside in its folder."
        )
        if not confirm(self, title, sentence, translate("&Restore")):
            return
        self._try(partial(self._put_back, chosen))

    def _put_back(self, chosen: Path) -> None:
        restored = while_closed(self._desk, self._folder, partial(restore, self._folder, chosen))
        self._list()
        self._show_differences()
        told, role = restored_words(restored), "good"
        if self._details is not None:  # as when another program had changed it before the backup
            told, role = f"{told} {self.words.text()}", "danger"
        self._say(told, role)

    def _ask_to_take(self) -> None:
        if self._details is None:
            return
        title = translate("Take this study as it is?")
        sentence = translate(
            "It goes on with what it holds now; nothing is brought back, and nothing is deleted. "
            "From then on its log, its audit and its report say: “{told}”",
            told=what_was_taken(self._details),
        )
        if confirm(self, title, sentence, translate("&Take it as it is")):
            self._try(self._take)

    def _take(self) -> None:
        entry = while_closed(self._desk, self._folder, partial(take_as_it_is, self._folder))
        self._list()
        self._show_differences()
        if entry is not None:
            self._say(taken_as_it_is(entry), "good")

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except OperatorError as error:
            self._say(translate(error), "danger")


def title_of_choice() -> str:
    """What is asked where the study is not known whose backups are to be shown."""
    return translate("The study whose backups are to be shown")


def _no_backups() -> str:
    return translate("There are no backups of this study yet.")


def _copied(store: Store, _on_progress: OnProgress) -> Backup:
    return store.back_up(Occasion.HAND)
