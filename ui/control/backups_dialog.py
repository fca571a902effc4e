"""The backups of a study: make one, choose where they go, restore one, or take it as it is."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.backup_places import Backup, Occasion, place_of
from hcmd_lab.storage.backups import KEPT, set_place
from hcmd_lab.storage.restoring import restore, restore_checkpoints
from hcmd_lab.storage.sound_backup import Choice
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.taken_as_it_is import differs_for_sure, take_as_it_is
from hcmd_lab.telling.backups import (
    altered_words,
    restored_words,
    same_disk_words,
)
from hcmd_lab.telling.study_log import taken_as_it_is, what_was_taken
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress, with_store
from ui.control.backup_list import BackupList
from ui.control.backup_look import BackupLook, Examined, Look
from ui.control.choose_study import ask_for_study
from ui.control.closed_study import ClosedStudy
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_row
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at

R = TypeVar("R")

_SIZE_PX = (820, 460)


class BackupsDialog(QDialog):
    """Lists the backups of a study, which need not be open, nor sound.

    Attributes:
        found: The backups, newest first.
        words: What was done, or went wrong.
        flaws: Why newer backups than the chosen one do not hold what was saved.
        look: Tells that study and backups are being compared with what was saved.
        make: Makes one now.
        act: Restores the chosen one.
        other: Asks for another study.
        place: Asks where new backups go.
        close_it: Closes the dialog; not while the study's files are being exchanged.
        checkpoints: Brings back networks alone that are missing or damaged.
        take: Goes on with the study as it is; only there if it is not as it was saved.
    """

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        """List the backups of the study in a folder."""
        super().__init__(parent)
        self._desk, self._folder = desk, StudyFolder(folder)
        self._copying: Background[Backup] | Background[list[str]] | None = None
        self._choice: Choice | None = None
        self._details: dict[str, Any] | None = None
        self._said = ("", "body")
        self._title = label("", "heading")
        self.other = button(translate("Another st&udy…"), clicked=self._choose_study)
        self.found = BackupList()
        self.found.currentItemChanged.connect(self._enable)
        self._place = label("", "caption")
        self.words = label("")
        self.flaws = label("", "danger")
        self.flaws.hide()
        self.look = BackupLook()
        self.look.looked.connect(self._on_looked)
        self.look.examined.connect(self._on_examined)
        self._closed = ClosedStudy(desk, self.look)
        self.make = button(translate("Back up &now"), clicked=self._make)
        self.place = button(translate("Choose the &place…"), clicked=self._choose_place)
        self.act = button(translate("&Restore…"), clicked=self._restore)
        self.take = button(translate("Take it as it &is…"), clicked=self._ask_to_take)
        self.checkpoints = button(
            translate("Bring &back checkpoints"), clicked=self._bring_checkpoints
        )
        self.close_it = button(translate("&Close"), "primary", clicked=self.accept)
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
            in_row((self._place, 1), self.place, Spare(), gap=3), self.words,
            self.flaws, self.look,
            dialog_foot(self.make, self.checkpoints, self.take, self.act, self.close_it),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)
        self._show()
        self.found.setFocus()

    def done(self, result: int) -> None:
        """Close; a backup that is being made goes on. Stay while a study is restored."""
        if self._closed.is_acting:
            return
        self.look.stop()
        if self._copying is not None:
            self._copying.leave_to(partial(_tell_without, self._desk))
            self._copying = None
        super().done(result)

    def _show(self) -> None:
        self.setWindowTitle(translate("Backups of {folder}", folder=self._folder.path.name))
        self._title.setText(self.windowTitle())
        self._details = None
        self._say("")
        self._look_again()

    def _choose_study(self) -> None:
        """Show another study in this one's place, as after one that could not be opened."""
        chosen = ask_for_study(self, title_of_choice(), self._folder.path)
        if chosen is not None:
            self._folder = StudyFolder(chosen)
            self._show()

    def _look_again(self) -> None:
        """List the backups; whether they and the study are as saved is looked at beside that."""
        self._list()
        self.look.look(self._folder)
        self._enable()

    def _list(self) -> None:
        self._choice = None
        self.flaws.hide()
        without = self.found.show_those_of(self._folder)
        place = place_of(self._folder)
        told = translate("New backups go to {place}.", place=place)
        self._place.setText(f"{told} {same_disk_words(self._folder)}".rstrip())
        if without:
            self._say(without)
        self._enable()

    def _enable(self) -> None:
        exchanging = ""
        if self._closed.is_acting:
            exchanging = translate("The study’s files are being exchanged; this cannot be stopped.")
        busy = exchanging
        if self._copying is not None:
            busy = busy or translate("Wait until what is being done here has ended.")
        for each in (self.other, self.place, self.take):
            allow_unless(each, busy)
        allow_unless(self.close_it, exchanging)
        has_database = os.path.isfile(self._folder.database)
        nothing = "" if has_database else translate("The study’s database is not there.")
        allow_unless(self.make, busy or nothing)
        none = "" if self.found.count() else translate("There is no backup.")
        unchosen = "" if self.found.chosen else translate("Choose a backup.")
        allow_unless(self.act, busy or none or unchosen)
        allow_unless(self.checkpoints, busy or none)

    def _on_looked(self, look: Look) -> None:
        """Offer to take the study as it is only if there is something to take; choose a backup."""
        self._details, self._choice = look.details, look.choice
        self._tell()
        self._tell_flaws(look.choice)

    def _tell_flaws(self, choice: Choice) -> None:
        """Say at each backup that does not hold what was saved why; choose the one that does."""
        self.found.tell_why(choice.passed_over)
        count = len(choice.passed_over)
        self.flaws.setText(
            translate("No backup holds the study as it was saved.")
            if choice.backup is None
            else translate(
                "{n} newer backup(s) (does|do) not hold the study as it was saved.", n=count
            )
        )
        self.flaws.setVisible(bool(count))
        if choice.backup is not None and self.found.currentRow() == 0:
            self.found.choose(choice.backup.path)

    def _say(self, sentence: str, role: str = "body") -> None:
        self._said = sentence, role
        self._tell()

    def _tell(self) -> None:
        """What was done or went wrong, and how the study differs from what was saved."""
        sentence, role = self._said
        if self._details is not None:
            sentence, role = f"{sentence} {_difference(self._details)}".lstrip(), "danger"
        self.words.setText(sentence)
        set_role(self.words, role)
        self.take.setVisible(self._details is not None)

    def _make(self) -> None:
        self._say(_going_on(translate("The study is being copied.")))
        self._copying = Background(with_store(self._folder.path, _copied), self)
        self._enable()
        self._copying.hand_to(self._on_made)

    def _on_made(self, copying: Background[Backup]) -> None:
        self._copying = None
        self._look_again()
        if copying.result is not None:
            self._say(translate("The backup is made."), "good")
        else:
            self._say(copying.sentence, "danger")

    def _bring_checkpoints(self) -> None:
        self._say(_going_on(translate("Checkpoints are being looked for in the backups.")))
        self._copying = Background(lambda _: restore_checkpoints(self._folder), self)
        self._enable()
        self._copying.hand_to(self._on_brought)

    def _on_brought(self, bringing: Background[list[str]]) -> None:
        self._copying = None
        self._enable()
        brought = bringing.result
        if brought is None:
            self._say(bringing.sentence, "danger")
        elif brought:
            self._say(
                translate("{n} checkpoint(s) (was|were) brought back.", n=len(brought)), "good"
            )
        else:
            self._say(translate("No checkpoint that the backups hold is missing here or damaged."))

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, translate("Where new backups go"), str(place_of(self._folder))
        )
        if chosen:
            self._try(partial(set_place, self._folder, Path(chosen)))
            self._look_again()

    def _restore(self) -> None:
        """Restore the chosen backup; one that was not looked at yet is looked at first."""
        chosen = self.found.chosen
        if chosen is None:
            return
        known = {} if self._choice is None else _known(self._choice)
        if chosen in known:
            self._ask_to_restore(Examined(chosen, known[chosen]))
        else:
            self.look.examine(chosen)

    def _on_examined(self, examined: Examined) -> None:
        self.found.choose(examined.path)
        self._ask_to_restore(examined)

    def _ask_to_restore(self, examined: Examined) -> None:
        chosen, why_not = examined.path, examined.why_not
        title = translate("Restore this backup?")
        sentence = translate(
            "The study becomes what it was then. What it is now is set aside in its folder."
        )
        if why_not is not None:
            sentence = f"{altered_words(why_not)} {sentence}"
        if confirm(self, title, sentence, translate("&Restore")):
            self._try(partial(self._put_back, chosen))
        is_busy = self.look.is_looking or self._closed.is_acting
        if self._choice is None and not is_busy:  # the question has ended the look
            self.look.look(self._folder)

    def _put_back(self, chosen: Path) -> None:
        self._exchange(
            partial(restore, self._folder, chosen),
            translate("The study is being restored."),
            restored_words,
        )

    def _exchange(
        self, work: Callable[[OnProgress], R | None], words: str, told: Callable[[R], str]
    ) -> None:
        """Do something with the files of the study, and say what was done."""

        def done(result: R | None, sentence: str) -> None:
            self._details = None
            self._look_again()
            self.found.setFocus()
            if sentence:
                self._say(sentence, "danger")
            elif result is not None:
                self._say(told(result), "good")

        self._closed.act(self._folder, work, words, done)
        self._say("")
        self._enable()

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
        self._exchange(
            lambda _: take_as_it_is(self._folder),
            translate("The study is being taken as it is."),
            taken_as_it_is,
        )

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except OperatorError as error:
            self._say(translate(error), "danger")


def title_of_choice() -> str:
    """What is asked where the study is not known whose backups are to be shown."""
    return translate("The study whose backups are to be shown")


def _difference(details: dict[str, Any]) -> str:
    """How the study differs from what was saved, or that nobody can tell."""
    told = what_was_taken(details)
    if not differs_for_sure(details):
        return translate("Its file study.mark was lost or could not be read. {told}", told=told)
    return translate("This study is not as it was saved. {told}", told=told)


def _known(choice: Choice) -> dict[Path, Sentence | str | None]:
    """What is known of backups that were looked at: what is wrong, or that nothing is."""
    known: dict[Path, Sentence | str | None] = {
        each.backup.path: each.why for each in choice.passed_over
    }
    if choice.backup is not None:
        known[choice.backup.path] = None
    return known


def _going_on(sentence: str) -> str:
    """What is done, which closing the dialog does not end."""
    return f"{sentence} {translate('This goes on if you close this window.')}"


def _tell_without(desk: Desk, copying: Background[Any]) -> None:
    """Tell of a failure once the dialog is closed."""
    if copying.sentence:
        desk.failed.emit(copying.sentence)


def _copied(store: Store, _on_progress: OnProgress) -> Backup:
    return store.back_up(Occasion.HAND)
