"""A member of the family of closed forms, chosen with two sliders and seen as heat maps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QSlider,
    QWidget,
)

from hcmd_lab.figures.head_share import HeadShareKey
from hcmd_lab.figures.heatmaps import PolicyHeatMaps, PolicyRow, policy_rows
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.mechanisms import BASELINES, ClosedForm
from hcmd_lab.game.rules import Game
from hcmd_lab.study.candidates import family_name
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress
from ui.control.decimal_field import DecimalField
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.figure_view import FigureView
from ui.look.allowing import allow_unless
from ui.look.bounded_line import BoundedLine
from ui.look.fields import ChoiceField, Slide
from ui.look.layouts import in_row
from ui.look.widgets import button, label
from ui.look.windows import open_at

_SIZE_PX = (860, 620)
_STEPS = 100
_PAUSE_MS = 150


class FamilyDialog(QDialog):
    """Two weights of a closed form, and the name of the mechanism that they make.

    Attributes:
        like: A named closed form to begin with.
        own: Weight of a seat's own contribution.
        relative: Weight of the relative form.
        name: Name of the mechanism.
        maps: How it divides the fund.
        act: Accepts the choice.
    """

    def __init__(
        self, game: Game, parent: QWidget | None = None, *, judge: Callable[[str], str]
    ) -> None:
        """Begin with the first of the named closed forms.

        What is wrong with a name is said by `judge`.
        """
        super().__init__(parent)
        self.setWindowTitle(translate("A member of the family"))
        self._game = game
        self._drawing: Background[PolicyRow] | None = None
        self._drawn = (-1.0, -1.0)
        self.like = ChoiceField()
        self.like.setAccessibleName(translate("Begin with"))
        for baseline in BASELINES:
            self.like.addItem(pretty_name(baseline), baseline)
        self.like.currentIndexChanged.connect(self._begin_with)
        self.own, own_slider = _weight(translate("Weight of a seat’s own contribution"))
        self.relative, relative_slider = _weight(translate("Weight of the relative form"))
        self.name = BoundedLine(64, judge=lambda name: judge(name or self.name.placeholderText()))
        self.name.setAccessibleName(translate("Name"))
        self.name.textChanged.connect(self._enable)
        self.maps, self._key = FigureView(), FigureView()
        self._key.show_figure(HeadShareKey(1 / game.seats, has_roles=not is_equal(game)))
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._draw)
        rows = QGridLayout()
        rows.addWidget(label(translate("Begin with"), wrap=False), 0, 0)
        rows.addWidget(self.like, 0, 1)
        for at, (field, slider) in enumerate(
            ((self.own, own_slider), (self.relative, relative_slider)), start=1
        ):
            rows.addWidget(label(field.accessibleName(), wrap=False), at, 0)
            rows.addLayout(in_row((slider, 1), field, gap=2), at, 1)
            field.valueChanged.connect(self._on_changed)
        rows.addWidget(label(translate("Name"), wrap=False), 3, 0)
        rows.addWidget(self.name, 3, 1)
        rows.addWidget(self.name.told, 4, 1)
        explained = label(
            translate(
                "Each share of the fund follows a weighted mean of what the seat itself "
                "contributed and what the others did on average. The relative form counts "
                "contributions as parts of the endowment."
            ),
            "caption",
        )
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.act = button(translate("&Add it"), "primary", clicked=self.accept)
        self.act.setDefault(True)
        dialog_column(
            self, label(self.windowTitle(), "heading"), explained, rows, (self.maps, 1), self._key,
            dialog_foot(cancel, self.act),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)
        self._begin_with()

    @property
    def weights(self) -> tuple[float, float]:
        """The two weights."""
        return round(self.own.value(), 2), round(self.relative.value(), 2)

    def done(self, result: int) -> None:
        """Close; what is still being drawn is not wanted any more."""
        self._pause.stop()
        if self._drawing is not None:
            self._drawing.let_go()
            self._drawing = None
        super().done(result)

    def _begin_with(self) -> None:
        form = BASELINES[self.like.currentData()]
        self.own.setValue(form.own_weight_among(self._game.seats))
        self.relative.setValue(form.relative_weight)
        self._on_changed()

    def _on_changed(self) -> None:
        self.name.setPlaceholderText(family_name(*self.weights))
        self.name.judge()
        self._enable()
        self._pause.start()

    def _enable(self) -> None:
        allow_unless(self.act, self.name.why_not())

    def _draw(self) -> None:
        if self._drawing is None and self.weights != self._drawn:
            self._drawn = self.weights
            self._drawing = Background(partial(_row, self._game, *self.weights), self)
            self._drawing.hand_to(self._on_drawn)

    def _on_drawn(self, drawing: Background[PolicyRow]) -> None:
        self._drawing = None
        if drawing.result is not None:
            self.maps.show_figure(
                PolicyHeatMaps(
                    [drawing.result], 1 / self._game.seats, has_roles=not is_equal(self._game)
                )
            )
            self._draw()  # the sliders may have moved meanwhile


def _row(game: Game, own: float, relative: float, _on_progress: OnProgress) -> PolicyRow:
    (row,) = policy_rows([freeze(ClosedForm("", own, relative), game)])
    return row


def _weight(name: str) -> tuple[DecimalField, QSlider]:
    """A number from 0 to 1, and the slider that moves with it."""
    field = DecimalField()
    field.setDecimals(2)
    field.setSingleStep(0.05)
    field.setRange(0, 1)
    field.setAccessibleName(name)
    slider = Slide()
    slider.setRange(0, _STEPS)
    slider.setPageStep(_STEPS // 10)
    slider.setAccessibleName(name)
    slider.valueChanged.connect(lambda at: field.setValue(at / _STEPS))
    field.valueChanged.connect(lambda value: slider.setValue(round(value * _STEPS)))
    return field, slider
