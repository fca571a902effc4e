"""Actions on studies: make, open, close."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hcmd_lab.bundles import SUFFIX
from hcmd_lab.errors import OperatorError
from hcmd_lab.study.status import Step
from hcmd_lab.telling.translate import translate
from ui.control.choose_study import ask_for_study
from ui.control.confirm import confirm
from ui.control.departure import Departure
from ui.control.opening import OpeningPage
from ui.control.preferences import Preferences
from ui.control.recent import look_into
from ui.control.shown_file import show_file
from ui.look.allowing import allow_unless

if TYPE_CHECKING:
    from hcmd_lab.study.settings import StudySettings
    from ui.control.desk import Desk
    from ui.control.duplicate_dialog import DuplicateDialog
    from ui.control.new_study_dialog import NewStudyDialog
    from ui.control.study.study_sheet import StudyAct


class StudyActions(QObject):
    """Actions that create, open and close studies.

    Signals:
        failed(str): A problem the experimenter can fix, as a sentence.
        listing_changed(): A study is not there any more.
    """

    failed = Signal(str)
    listing_changed = Signal()

    def __init__(
        self, desk: "Desk", preferences: Preferences, opening: OpeningPage, window: QWidget
    ) -> None:
        """Act on a desk, with questions above a window; `opening` waits for a study's disk."""
        super().__init__(window)
        self._opening = opening
        self._desk = desk
        self._preferences = preferences
        self._window = window
        self._departure = Departure(desk, window)

    @property
    def is_busy(self) -> bool:
        """Whether a session or training is running."""
        return self._desk.session_is_running or self._desk.training.running is not None

    def make(self) -> None:
        """Ask for the new study's settings, create it and its first mechanism."""
        from ui.control.new_study_dialog import NewStudyDialog  # noqa: PLC0415 - seldom needed

        dialog = NewStudyDialog(self._window)
        dialog.study_described.connect(partial(self._make, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start_from_bundle(self) -> None:
        """Ask for another lab's bundle and create a study of the same design from it."""
        bundle, _ = QFileDialog.getOpenFileName(
            self._window,
            translate("The bundle of another lab"),
            str(Path.home()),
            translate("Study bundles") + f" (*{SUFFIX})",
        )
        if not bundle:
            return
        folder, _ = QFileDialog.getSaveFileName(
            self._window,
            translate("Name of the new study’s folder"),
            str(Path(bundle).with_suffix("")),
        )
        if folder:
            self._leave_for(partial(self._start, Path(bundle), Path(folder)))

    def choose(self) -> None:
        """Ask for the folder of a study and open it."""
        chosen = ask_for_study(
            self._window, translate("Open the folder of a study"), self._preferences.last_study
        )
        if chosen is not None:
            self.open(chosen)

    def open(self, folder: Path) -> None:
        """Open a study in place of the open one."""
        self._opening.open(folder, partial(self._open, folder))

    def _open(self, folder: Path) -> None:
        if not self._desk.has_open(folder):
            self._leave_for(partial(self._desk.open_study, folder))

    def show_backups(self) -> None:
        """Show the backups of the open study, or of one that is chosen, which may be damaged."""
        from ui.control.backups_dialog import (  # noqa: PLC0415 - seldom needed
            BackupsDialog,
            title_of_choice,
        )

        study = self._desk.opened
        folder = (
            study.store.folder.path
            if study
            else ask_for_study(self._window, title_of_choice(), self._preferences.last_study)
        )
        if folder is not None:
            dialog = BackupsDialog(self._desk, folder, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def go_back(self) -> None:
        """Ask to which step the open study is to go back, and why."""
        from ui.control.study.go_back_dialog import GoBackDialog  # noqa: PLC0415 - seldom needed

        if self._desk.opened is None:
            return
        dialog = GoBackDialog(self._desk, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def do(self, act: "StudyAct", folder: Path) -> None:
        """Duplicate a study, show its folder, or delete it."""
        from ui.control.study.study_sheet import StudyAct  # noqa: PLC0415 - as late as panels

        match act:
            case StudyAct.DUPLICATE:
                self._ask_how_to_duplicate(folder)
            case StudyAct.SHOW_FOLDER:
                show_file(folder)
            case StudyAct.DELETE:
                self._try(partial(self._delete, folder))
            case _:
                assert_never(act)

    def _ask_how_to_duplicate(self, folder: Path) -> None:
        from ui.control.duplicate_dialog import DuplicateDialog  # noqa: PLC0415 - seldom needed

        known = look_into(folder)
        dialog = DuplicateDialog(folder, known.name if known else folder.name, self._window)
        dialog.duplicate_described.connect(partial(self._duplicate, dialog, folder))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _duplicate(
        self,
        dialog: "DuplicateDialog",
        source: Path,
        folder: Path,
        name: str,
        with_settings: bool,
        with_texts: bool,
    ) -> None:
        make = partial(
            self._desk.duplicate_study,
            source,
            folder,
            name,
            with_settings=with_settings,
            with_texts=with_texts,
        )
        self._make_from(dialog, make)

    def _delete(self, folder: Path) -> None:
        """Move a study to the bin once the experimenter has seen what is in it."""
        from hcmd_lab.study.deleting import contents_of, move_to_bin  # noqa: PLC0415
        from hcmd_lab.telling.contents import contents_in_words  # noqa: PLC0415

        is_open = self._desk.has_open(folder)
        if is_open and self.is_busy:
            raise OperatorError(
                "A session or training of this study is running; end it before you delete the "
                "study."
            )
        contents = contents_of(folder)
        sentence = " ".join(
            [
                translate(contents_in_words(contents)),
                translate("Its folder {folder} goes to the computer’s bin.", folder=folder),
            ]
        )
        title = translate("Delete the study “{name}”?", name=contents.name)
        act, keep = translate("&Move it to the bin"), translate("&Keep the study")
        if not confirm(self._window, title, sentence, act, cancel_text=keep):
            return
        if is_open:
            self._desk.close_study()
            self._forget_last()
        move_to_bin(folder)
        self.listing_changed.emit()

    def leave(self) -> None:
        """Close the study."""
        self._departure.request(
            translate("Close the study?"), translate("Close the study"), self._forget_last
        )

    def quit(self, then: Callable[[], None]) -> None:
        """Close the study at the end of the program; the next start opens it again."""
        self._departure.request(translate("Quit HCMD Lab?"), translate("Quit"), then)

    def end(self, say: Callable[[str], None], then: Callable[[], None]) -> None:
        """Close the study without asking; the next start opens it again."""
        self._departure.leave_unasked(say, then)

    def _make(self, dialog: "NewStudyDialog", folder: Path, settings: "StudySettings") -> None:
        self._make_from(dialog, partial(self._desk.create_study, folder, settings))

    def _make_from(
        self, dialog: "NewStudyDialog | DuplicateDialog", make: Callable[[], None]
    ) -> None:
        """Make what a dialog describes; it keeps what was typed until that has succeeded."""
        wanted = [dialog]
        dialog.rejected.connect(wanted.clear)

        def act() -> None:
            if not wanted:  # it was closed while training saved its state
                return
            allow_unless(dialog, "")
            try:
                make()
            except OperatorError as error:
                dialog.tell(translate(error))
                return
            dialog.accept()
            self._desk.training.start(Step.INITIALISE)

        self._leave_for(act, dialog)
        saving = translate("Training saves its state first.") if self._departure.is_waiting else ""
        allow_unless(dialog, saving)

    def _start(self, bundle: Path, folder: Path) -> None:
        from ui.control.bundle_start_dialog import (  # noqa: PLC0415 - seldom needed
            BundleStartDialog,
        )

        dialog = BundleStartDialog(bundle, folder, self._window)
        dialog.made.connect(partial(self._try, partial(self._desk.open_study, folder)))
        dialog.failed.connect(self.failed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.begin()

    def _leave_for(self, act: Callable[[], None], above: QWidget | None = None) -> None:
        """Leave the open study for an action; one that loses nothing stays open until then."""
        if self.is_busy or self._desk.at_work or self._desk.training.unkept:
            title = translate("Leave the open study?")
            self._departure.request(title, translate("Leave it"), partial(self._try, act), above)
        else:
            self._try(act)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except OperatorError as error:
            self.failed.emit(translate(error))

    def _forget_last(self) -> None:
        self._preferences.last_study = None
