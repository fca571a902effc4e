"""Gives the stations a new version: says what it is and who has which, and begins when told."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.update_visit import UpdateVisit
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.updates import offer_words, updated_words
from hcmd_lab.updates.offer import OfferedUpdate, open_offer
from hcmd_lab.updates.stations import Stage
from ui.control.background import Background, OnProgress
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.widgets import button, label, set_role
from ui.look.windows import open_at

_SIZE_PX = (820, 560)
_GAP_PX = 2


class UpdateDialog(QDialog):
    """Offers an update to the paired stations, until it is closed.

    Attributes:
        words: What the chosen update is, or why there is none.
        choose_folder: Asks for the folder of an update; only between sessions.
        begin: Gives it to the stations.
        found: The stations and how far each is.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """List the paired stations; nothing is offered yet."""
        super().__init__(parent)
        self._desk = desk
        self._is_begun = False
        self._visit: UpdateVisit | None = None
        self._checking: Background[OfferedUpdate] | None = None
        self.setWindowTitle(translate("Update stations"))
        told = label(
            translate(
                "Choose the folder of an update: the stations that are switched on then say which "
                "version they have. Once you say so they fetch the new one from this computer, a "
                "few at once. Each checks the signatures by the keys that it was told, starts the "
                "new version, and goes back to the former one if that does not start. While this "
                "dialog shows stations, no session can be opened in this window."
            )
        )
        self.words = label("")
        self.found = QListWidget()
        self.found.setAccessibleName(translate("Stations"))
        # What to run at a station stands at the end of a long sentence.
        self.found.setWordWrap(True)
        self.found.setSpacing(_GAP_PX)
        self.found.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choose_folder = button(translate("Choose the update’s &folder…"), clicked=self._ask)
        self.begin = button(translate("&Update the stations"), "primary", clicked=self._begin)
        close = button(translate("&Close"), clicked=self.accept)
        dialog_column(
            self, label(self.windowTitle(), "heading"), told, self.words, (self.found, 1),
            dialog_foot(close, self.begin, before=self.choose_folder),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)
        obstacle = self._obstacle()
        allow_unless(self.choose_folder, obstacle)
        self._say(obstacle or translate("No folder is chosen yet."))
        self._show_stations()
        self._enable()

    def done(self, result: int) -> None:
        """Stop offering, and close."""
        if self._checking is not None:
            self._checking.let_go()
            self._checking = None
        self._end_visit()
        super().done(result)

    def choose(self, folder: Path) -> None:
        """Check the update in a folder, beside the window."""
        self._end_visit()
        self._say(translate("The signatures and hashes are being checked."))
        self._checking = Background(partial(_opened, folder), self)
        self._enable()
        self._checking.hand_to(self._on_checked)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.windowTitle(), str(Path.home()))
        if chosen:
            self.choose(Path(chosen))

    def _on_checked(self, checking: Background[OfferedUpdate]) -> None:
        self._checking = None
        if checking.result is None:
            self._say(checking.sentence, "danger")
        elif obstacle := self._obstacle():
            self._say(obstacle)
        else:
            self._listen(checking.result)
        self._enable()

    def _listen(self, offer: OfferedUpdate) -> None:
        """Let the stations come, and say what they have."""
        desk, is_open = self._desk, self._desk.opened is not None
        address = desk.listen_address if is_open else ALL_NETWORKS
        port = desk.listen_port if is_open else DEFAULT_PORT
        visit = UpdateVisit(
            offer, address, port, identity=desk.identity, announce=not is_open or desk.announces,
            parent=self,
        )  # fmt: skip
        try:
            visit.start()
        except OperatorError as error:
            visit.deleteLater()
            self._say(translate(error), "danger")
            return
        self._visit = visit
        visit.changed.connect(self._show_stations)
        visit.ended.connect(self._on_ended)
        self._say(offer_words(offer))
        self._show_stations()

    def _obstacle(self) -> str:
        """Why no station can be updated now; empty if they can."""
        if self._desk.session_is_running:
            return translate("A session is running. Stations are updated between sessions.")
        unfinished = self._desk.unfinished_session()
        if unfinished is not None:
            return translate(
                "Session {session} has not been closed, and its stations may be in the middle of "
                "it. Resume and close it first.",
                session=unfinished,
            )
        return ""

    def _end_visit(self) -> None:
        if self._visit is not None:
            self._visit.close()
            self._visit.deleteLater()
            self._visit = None
        self._is_begun = False

    def _enable(self) -> None:
        why_not = ""
        if self._visit is None:
            why_not = self.words.text()
        elif self._is_begun:
            why_not = translate("The stations are being updated.")
        allow_unless(self.begin, why_not)

    def _say(self, sentence: str, role: str = "body") -> None:
        self.words.setText(sentence)
        set_role(self.words, role)

    def _begin(self) -> None:
        if self._visit is not None:
            self._is_begun = True
            self._enable()
            self._visit.begin()

    def _show_stations(self) -> None:
        if self._visit is None:
            lines = [each.name for each in self._desk.lab_identity.stations()]
        else:
            known = self._visit.stations.values()
            lines = [f"{each.station}: {updated_words(each)}" for each in known]
        self._show_lines(lines or [translate("No kiosk is paired with this computer.")])

    def _show_lines(self, lines: list[str]) -> None:
        """Show a line a station; whoever reads further down stays there."""
        if len(lines) != self.found.count():
            self.found.clear()
            self.found.addItems(lines)
            self.found.setCurrentRow(0)
            return
        for row, line in enumerate(lines):
            item = self.found.item(row)
            if item.text() != line:
                item.setText(line)

    def _on_ended(self) -> None:
        if self._visit is None:
            return
        left = len(self._visit.of(Stage.NOT_TAKEN))
        if left:
            self._say(
                translate("{n} station(s) (does|do) not run the new version.", n=left), "danger"
            )
        elif self._visit.are_all_new:
            self._say(translate("All stations run the new version."), "good")
        elif self._visit.stations:
            self._say(translate("All stations run the new version or a newer one."), "good")


def _opened(folder: Path, _on_progress: OnProgress) -> OfferedUpdate:
    return open_offer(folder)
