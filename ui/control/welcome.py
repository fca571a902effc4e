"""The welcome page: make a study, open one, or watch the demo."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QProcess, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.telling.translate import translate
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.recent import look_into
from ui.look import SPACE
from ui.look.elided_line import ElidedLine
from ui.look.layouts import Spare, fill, in_row
from ui.look.tips import set_tip
from ui.look.widgets import Card, label

_WIDTH_PX = 720
_MORE_PX = 32


class RecentButton(QPushButton):
    """One recent study; shows its folder at once and its status once it has been read."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        """Create the button."""
        super().__init__(parent)
        self.folder = folder
        self.setProperty("kind", "row")
        self._name = ElidedLine(folder.name, "heading")
        # Studies of one name are told apart by their folders, at whose end the difference is.
        self._place = ElidedLine(str(folder), "caption", Qt.TextElideMode.ElideMiddle)
        self._state = ElidedLine("", "caption")
        for part in (self._name, self._place, self._state):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(SPACE[4], SPACE[2], SPACE[4], SPACE[2])
        self._lines.setSpacing(2)
        fill(self._lines, self._name, self._place, self._state)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Height for its lines, as Qt's buttons allow for only one."""
        return QSize(super().sizeHint().width(), self._lines.sizeHint().height())

    def look_into(self) -> None:
        """Read the study's name and status."""
        found = look_into(self.folder)
        if found is None:
            self._state.setText(translate("This study cannot be read now."))
        else:
            self._name.setText(found.name)
            self._state.setText(found.standing)
        self._tell()

    def _tell(self) -> None:
        """Say all of it, as where there was no room for it."""
        state = self._state.text()
        self.setAccessibleName(". ".join(part for part in (self._name.text(), state) if part))
        set_tip(self, "\n".join(part for part in (str(self.folder), state) if part))


class WelcomePage(QScrollArea):
    """The first page.

    Signals:
        new_requested(): Make a study.
        open_requested(): Choose a study to open.
        study_requested(Path): Open this study.
        act_requested(StudyAct, Path): Do this with the study in that folder.
    """

    act_requested = Signal(object, Path)
    new_requested = Signal()
    open_requested = Signal()
    study_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the page, without recent studies."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._rows: list[RecentButton] = []
        self._lines: list[QWidget] = []
        self._unread: list[RecentButton] = []
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_one)
        self.new_study = icon_button(
            Icon.ADD, translate("&New study…"), "primary", clicked=self.new_requested
        )
        self.open_study = icon_button(
            Icon.FOLDER, translate("&Open a study…"), clicked=self.open_requested
        )
        self.demo = icon_button(Icon.RUN, translate("Try the &demo"), clicked=self._start_demo)
        self._recent = Card(translate("Recent studies"))
        self._told = label("", "caption")
        self._told.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "clear")
        column = QWidget()
        column.setMaximumWidth(_WIDTH_PX)
        body = QVBoxLayout(column)
        body.setContentsMargins(0, SPACE[6], 0, SPACE[6])
        body.setSpacing(SPACE[4])
        body.addWidget(label(translate("HCMD Lab"), "display"))
        body.addWidget(
            label(
                translate(
                    "Groups of participants play the Public Investment Game at the lab's "
                    "stations. The program learns how they play and vote, and trains the "
                    "mechanism that the next groups will play."
                )
            )
        )
        actions = in_row(self.new_study, self.open_study, self.demo, Spare(), gap=3)
        body.addLayout(actions)
        body.addWidget(
            label(
                translate(
                    "The demo shows a whole study in a few minutes: simulated participants play "
                    "at four stations on this computer. It changes none of your studies."
                ),
                "caption",
            )
        )
        body.addWidget(self._told)
        body.addSpacing(SPACE[2])
        fill(body, self._recent, Spare())
        in_row(Spare(1), (column, 20), Spare(1), of=page, margins=(5, 0, 5, 0))
        self.setWidget(page)

    def show_recent(self, folders: Sequence[Path]) -> None:
        """List the recently open studies."""
        for line in self._lines:
            self._recent.body.removeWidget(line)
            line.deleteLater()
        self._rows = [RecentButton(folder, self._recent) for folder in folders]
        self._lines = [self._line(row) for row in self._rows]
        for line in self._lines:
            self._recent.body.addWidget(line)
        self._recent.setVisible(bool(self._rows))
        if self.isVisible():  # as when one of them was deleted
            self.look_into_recent()
            self._focus_likeliest()

    def _line(self, row: RecentButton) -> QWidget:
        """A recent study, with a menu of what else can be done with it."""
        row.clicked.connect(lambda: self.study_requested.emit(row.folder))
        more = QToolButton()
        more.setFixedWidth(_MORE_PX)
        more.setAccessibleName(translate("More about {study}", study=row.folder.name))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(more)
        menu.aboutToShow.connect(partial(self._fill_menu, menu, row.folder))
        more.setMenu(menu)
        line = QWidget()
        line.setProperty("role", "clear")
        in_row((row, 1), more, of=line, gap=2)
        return line

    def _fill_menu(self, menu: QMenu, folder: Path) -> None:
        from ui.control.study.study_sheet import StudyAct  # noqa: PLC0415 - as late as panels

        menu.clear()
        names = {
            StudyAct.DUPLICATE: translate("D&uplicate…"),
            StudyAct.SHOW_FOLDER: translate("&Open the folder"),
            StudyAct.DELETE: translate("&Delete…"),
        }
        for act, name in names.items():
            menu.addAction(name, partial(self.act_requested.emit, act, folder))

    def look_into_recent(self) -> None:
        """Read the status of the listed studies, one each time the event loop is idle."""
        self._unread = list(self._rows)
        self._reading.start()

    def _read_one(self) -> None:
        if self._unread and self.isVisible():
            self._unread.pop(0).look_into()
        else:
            self._reading.stop()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Focus the most likely action."""
        super().showEvent(event)
        self._focus_likeliest()

    def _focus_likeliest(self) -> None:
        (self._rows[0] if self._rows else self.new_study).setFocus()

    def _start_demo(self) -> None:
        from hcmd_lab.processes import lab_command  # noqa: PLC0415 - needed here alone

        program, *arguments = lab_command("demo")
        started, _ = QProcess.startDetached(program, arguments)
        if started:
            self._told.setText(
                translate("The demo is starting; its windows will open in a moment.")
            )
        else:
            self._told.setText(
                translate("The demo could not be started; try it in a terminal with: hcmd-lab demo")
            )
        self._told.show()
