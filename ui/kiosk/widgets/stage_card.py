"""A stage as a selectable card with its plots."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hcmd_lab.telling.translate import translate
from ui.kiosk.widgets.choice_frame import paint_choice_frame
from ui.kiosk.widgets.enter_key import EnterBehind
from ui.kiosk.widgets.group_plot import GroupPlot, Legend
from ui.kiosk.widgets.page_words import player_kind, stage_name
from ui.kiosk.widgets.radio_mark import RadioMark
from ui.kiosk.widgets.reward_plot import RewardPlot
from ui.kiosk.widgets.stage_facts import StageFacts
from ui.look import SPACE, tokens
from ui.look.widgets import label


class StageCard(QAbstractButton):
    """One of two stages; arrow keys move between them, a click anywhere selects.

    Attributes:
        stage: The stage that is shown; 0 before `show_stage`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        EnterBehind(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._mark = RadioMark()
        self._name = label("", "title", wrap=False)
        self._state = label("", "body", wrap=False)
        self._own = RewardPlot()
        self._group = GroupPlot()
        lines = self._lines = QVBoxLayout(self)
        lines.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        lines.setSpacing(SPACE[1])
        top = QHBoxLayout()
        top.setSpacing(SPACE[3])
        top.addWidget(self._mark)
        top.addWidget(self._name)
        top.addStretch()
        top.addWidget(self._state)
        lines.addLayout(top)
        lines.addWidget(_caption(translate("Your coins per round")))
        lines.addWidget(self._own, 1)
        lines.addWidget(_caption(translate("Each player's coins per round, on average, rounded")))
        lines.addWidget(self._group, 1)
        lines.addWidget(Legend())
        self.toggled.connect(self._show_state)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_stage(
        self, facts: StageFacts, endowments: tuple[int, ...], tops: tuple[int, int]
    ) -> None:
        """Show a stage.

        Args:
            facts: The stage's facts.
            endowments: Coins by player, the viewer first.
            tops: Upper ends of the two axes in hundredths, the same for both cards.
        """
        self.stage = facts.stage
        self._name.setText(stage_name(facts.stage))
        kind = player_kind(endowments, 0)
        self._own.set_rewards(
            facts.rewards_hundredths, len(facts.rewards_hundredths), tops[0], kind
        )
        self._group.set_means(facts.given_hundredths, facts.paid_hundredths, endowments, tops[1])
        self.setAccessibleName(stage_name(facts.stage))
        self.setAccessibleDescription(
            f"{self._own.accessibleName()}. {self._group.accessibleName()}"
        )

    def sizeHint(self) -> QSize:  # noqa: N802
        """Size of the content."""
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Minimum size of the content."""
        return self._lines.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the frame."""
        colours = tokens()
        paint_choice_frame(
            self,
            edge=colours.accent if self.isChecked() else colours.edge,
            filling=colours.surface,
            radius_px=12,
            strong=self.isChecked(),
        )

    def _show_state(self, chosen: bool) -> None:
        self._state.setText(translate("Your choice") if chosen else "")
        self._mark.set_chosen(chosen)
        self.update()


def _caption(text: str) -> QLabel:
    return label(text, "caption", wrap=False)
