"""Live plots of the session: contributions, rewards, and the mechanism with the rounds played.

The panel looks at the session a few times a second while it is shown; nothing is sent to it.
"""

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.game.state import GroupState, Phase, RoundRecord, SessionState
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.live.choices import mechanisms
from ui.control.live.mechanism_maps import MechanismLibrary
from ui.look.fields import ChoiceField
from ui.look.layouts import Spare, fill, in_column, in_row, scrolled
from ui.look.tips import set_tip
from ui.look.tokens import SPACE
from ui.look.widgets import label

if TYPE_CHECKING:
    from ui.control.live.board import LiveBoard

POLL_MS = 220
FIRST_LOOK_MS = 30
"""After it is shown as it was left: two short waits are not felt, a long one would be."""
_WORDS_WIDTH_PX = 460

_Seen: TypeAlias = tuple[int | None, tuple[tuple[tuple[RoundRecord, ...], bool], ...], int]


class LivePanel(QWidget):
    """Plots of the running session, or of the last one.

    Attributes:
        board: The plots, once they have been needed.
        group: Chooses a group, or all.
        hide_mechanism: Hides what the mechanism does from those who may see the screen.
    """

    board: "LiveBoard | None"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the panel; the plots are created when it is first shown."""
        super().__init__(parent)
        self._desk = desk
        self.board = None
        self._seen: _Seen | None = None
        self._library = MechanismLibrary(self)
        self._library.arrived.connect(self._forget)
        self._library.failed.connect(desk.failed)
        # Show a notice first: importing the plotting library takes a moment.
        self._preparing = QTimer(self, singleShot=True, interval=0)
        self._preparing.timeout.connect(self._make_board)
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._first_look = QTimer(self, interval=FIRST_LOOK_MS, singleShot=True)
        self._first_look.timeout.connect(self.poll)
        self._group_name = label(translate("Sho&w"), wrap=False)
        self.group = ChoiceField()
        self.group.setAccessibleName(translate("Group"))
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.group.currentIndexChanged.connect(self.poll)
        self.hide_mechanism = QCheckBox(translate("Hide the &mechanism"))
        set_tip(self.hide_mechanism,
            translate(
                "While participants can see this screen: hides everything that shows what the "
                "mechanism does.")
        )  # fmt: skip
        self.hide_mechanism.toggled.connect(self._on_hide)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty_page())
        self._scroll = scrolled(by_tab=False)
        self._pages.addWidget(self._scroll)
        in_column(self._header(), (self._pages, 1), of=self, gap=3, margins=(5, 4, 5, 4))
        self._show_page()

    def poll(self) -> None:
        """Check the session and draw what is new."""
        state = self._desk.session_state
        self._show_page()
        if state is None or self.board is None:
            return
        self._offer_groups(state)
        group = self.group.currentData()
        played = tuple((each.history, _is_void(each)) for each in state.groups.values())
        seen = (group, played, id(state.plan))
        if seen == self._seen:
            return
        self._seen = seen
        self._ask_for_mechanisms(state)
        self.board.show_session(state, group, self._library.known)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Start polling."""
        super().showEvent(event)
        if self.board is None:
            self._preparing.start()
        self._timer.start()
        self._first_look.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stop polling."""
        super().hideEvent(event)
        self._timer.stop()
        self._first_look.stop()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Adopt the colours of a new look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.board is not None:
            self.board.restyle()

    def _header(self) -> QHBoxLayout:
        row = in_row(
            label(translate("Live plots"), "title", wrap=False), Spare(), self.hide_mechanism, gap=3
        )
        self._group_name.setBuddy(self.group)
        fill(row, self._group_name, self.group)
        return row

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(SPACE[2])
        self._empty_title = label("", "heading")
        self._empty_words = label("", "body")
        column.addStretch()
        for words in (self._empty_title, self._empty_words):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addLayout(_centred(words))
        column.addStretch()
        return page

    def _show_page(self) -> None:
        has_session = self._desk.session_state is not None
        self._group_name.setVisible(has_session)
        self.group.setVisible(has_session)
        if has_session and self.board is not None:
            self._pages.setCurrentIndex(1)
            return
        self._pages.setCurrentIndex(0)
        if has_session:
            self._empty_title.setText(translate("The plots are being prepared"))
            self._empty_words.setText("")
        else:
            self._empty_title.setText(translate("No session is open"))
            self._empty_words.setText(
                translate(
                    "Open or continue one under Session. Each round then appears here as soon as "
                    "it is paid: what was contributed, what was earned, and where it lies on the "
                    "map of the mechanism."
                )
            )

    def _make_board(self) -> None:
        from ui.control.live.board import LiveBoard  # noqa: PLC0415 - pyqtgraph takes its time

        if self.board is None:
            self.board = LiveBoard(self._desk.game)
            self.board.heat.hide_mechanism(hide=self.hide_mechanism.isChecked())
            self._scroll.setWidget(self.board)
            self.poll()

    def _offer_groups(self, state: SessionState) -> None:
        offered = {None: translate("All groups")} | {
            number: translate("Group {number} (void)", number=number)
            if _is_void(group)
            else translate("Group {number}", number=number)
            for number, group in state.groups.items()
        }
        if [self.group.itemText(i) for i in range(self.group.count())] == list(offered.values()):
            return
        chosen = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        for number, text in offered.items():
            self.group.addItem(text, number)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)

    def _ask_for_mechanisms(self, state: SessionState) -> None:
        study = self._desk.opened
        if study is not None:
            self._library.ask(study.store.folder.path, mechanisms(state.groups.values()))

    def _on_hide(self, hide: bool) -> None:
        if self.board is not None:
            self.board.heat.hide_mechanism(hide=hide)

    def _forget(self) -> None:
        """Redraw, whether or not the session has changed."""
        self._seen = None
        self.poll()


def _is_void(group: GroupState) -> bool:
    return group.phase is Phase.VOID


def _centred(words: QLabel) -> QHBoxLayout:
    """A row in which wrapped text gets its height from its width, which alignment prevents."""
    words.setMaximumWidth(_WORDS_WIDTH_PX)
    row = in_row(Spare(1), (words, 100), Spare(1))
    return row
