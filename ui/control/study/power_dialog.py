"""How many groups an evaluation needs: asked before the first of them is invited."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from hcmd_lab.game.rules import Game
from hcmd_lab.inference.simulated_votes import Rehearsal
from hcmd_lab.inference.vote_power import ExpectedPower
from hcmd_lab.jobs.record import PAPER_SHARE, WANTED_POWER
from hcmd_lab.processes import lab_command
from hcmd_lab.telling import counts
from hcmd_lab.telling.game import what_does_not_apply
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.power import expected_in_words, power_in_words, rehearsals_in_words
from hcmd_lab.telling.translate import translate
from hcmd_lab.vote_plan import VotePlan
from ui.control.decimal_field import DecimalField
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.training.lines import Picture, PlotLine
from ui.look.allowing import allow_unless
from ui.look.widgets import button, label
from ui.look.windows import open_at

if TYPE_CHECKING:
    from ui.control.training.labelled_plot import LabelledPlot

_USUAL_CORRELATION = 0.1
_CURVE_HEIGHT_PX = 260


class PowerDialog(QDialog):
    """Simulates evaluations, in a process of its own.

    Attributes:
        share: The true vote share that is to be detected.
        power: The chance of detecting it.
        correlation: Correlation of the votes within a group.
        curve: Power by number of groups; hidden until something was found.
        words: What was found.
        act: Simulates.
        compare: Simulates with every kind of simulated people.
    """

    def __init__(
        self,
        game: Game,
        parent: QWidget | None = None,
        study: Path | None = None,
        plan: VotePlan | None = None,
    ) -> None:
        """Start with the paper's share.

        Args:
            game: The game that groups are to play.
            parent: Owner in the sense of Qt.
            study: Folder of the study whose models are asked what they expect; None for none.
            plan: How its votes are judged; None for as they were cast, once.
        """
        super().__init__(parent)
        self._game = game
        self._study = study
        self._plan = plan or VotePlan()
        self.setWindowTitle(translate("How many groups?"))
        self.share = _number(0.501, 0.999, PAPER_SHARE, translate("True vote share"))
        self.power = _number(0.06, 0.99, WANTED_POWER, translate("Statistical power"))
        self.correlation = _number(
            0.0, 0.95, _USUAL_CORRELATION, translate("Correlation of votes within a group")
        )
        rows = QFormLayout()
        for field in (self.share, self.power, self.correlation):
            rows.addRow(field.accessibleName(), field)
        self.words = label("")
        self.curve: LabelledPlot | None = None
        self._process: QProcess | None = None
        self.act = button(translate("&Simulate"), "primary", clicked=self._simulate)
        self.compare = button(
            translate("Compare simulated &people"), "quiet", clicked=self._compare
        )
        close = button(translate("&Close"), clicked=self.accept)
        asked = translate(
            "EVALUATE compares two mechanisms by vote. With how many groups would "
            "such a share of votes be detected?"
        )
        self._place = QVBoxLayout()
        dialog_column(
            self, label(self.windowTitle(), "heading"), label(asked), rows, self._place,
            self.words, dialog_foot(self.compare, close, self.act), width=560,
        )  # fmt: skip

    def _simulate(self) -> None:
        played = _as_options(self._game) if self._study is None else [str(self._study)]
        arguments = [
            *played, "--share", str(self.share.value()), "--correlation",
            str(self.correlation.value()),
        ]  # fmt: skip
        self._run(arguments, translate("Evaluations are simulated."))

    def _compare(self) -> None:
        waiting = translate("Every kind of simulated people votes; that takes a quarter minute.")
        self._run(["--every-people", *_as_options(self._game)], waiting)

    def _run(self, arguments: Sequence[str], waiting: str) -> None:
        program, *command = lab_command("power")
        arguments = [
            *command,
            *arguments,
            "--power",
            str(self.power.value()),
            "--looks",
            self._plan.looks,
            "--order-adjusted" if self._plan.order_adjusted else "--no-order-adjusted",
        ]
        arguments.append("--json")
        self._allow(why_not=waiting)
        self.words.setText(waiting)
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_finished)
        self._process.start(program, arguments)

    def _allow(self, *, why_not: str) -> None:
        for each in (self.act, self.compare):
            allow_unless(each, why_not)

    def _on_finished(self, *_: object) -> None:
        process, self._process = self._process, None
        self._allow(why_not="")
        if process is None:
            return
        out = bytes(process.readAllStandardOutput().data()).decode()
        process.deleteLater()
        try:
            found = json.loads(out)
        except json.JSONDecodeError:
            self.words.setText(
                translate("The simulation has failed; try it in a terminal with: hcmd-lab power")
            )
            return
        if isinstance(found, list):
            self.show_rehearsals(msgspec.convert(found, list[Rehearsal]))
        else:
            self.show_plan(found)

    def show_rehearsals(self, rehearsals: Sequence[Rehearsal]) -> None:
        """Say how many groups every kind of simulated people needs."""
        told = rehearsals_in_words(rehearsals, self.power.value())
        self._tell([*told, what_does_not_apply(self._game, simulated=True)])
        if self.curve is not None:
            self.curve.hide()
        self._fit()

    def show_plan(self, plan: Mapping[str, Any]) -> None:
        """Say how many groups are needed, and draw the curve, as `hcmd-lab power --json` has it."""
        told = power_in_words(plan)
        if plan.get("expected") is not None:
            expected = msgspec.convert(plan["expected"], ExpectedPower)
            told.append(expected_in_words(expected, plan["wanted_power"]))
        self._tell([*told, what_does_not_apply(self._game, simulated=False)])
        self.show_curve(plan)

    def _tell(self, told: Sequence[str]) -> None:
        self.words.setText("\n".join(filter(None, told)))

    def show_curve(self, plan: Mapping[str, Any]) -> None:
        """Draw the power by number of groups, as `hcmd-lab power --json` gives it."""
        # pyqtgraph takes its time
        from ui.control.training.labelled_plot import LabelledPlot  # noqa: PLC0415

        if self.curve is None:
            self.curve = LabelledPlot(
                translate("Power by number of groups"),
                translate("Statistical power"),
                translate("Groups"),
            )
            self.curve.setMinimumHeight(_CURVE_HEIGHT_PX)
            self._place.addWidget(self.curve)
        self.curve.setVisible(bool(plan["curve"]))
        if plan["curve"]:
            self.curve.show_picture(power_picture(plan))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is said needs: the curve is new, or the words are longer."""
        column = self.layout()
        if column is not None:
            column.activate()
            open_at(self, self.width(), max(column.totalHeightForWidth(self.width()), 1))


def _as_options(game: Game) -> list[str]:
    """A game as options of the command that asks without a study."""
    values = {
        "rounds": game.rounds,
        "growth": game.multiplier,
        "tails": game.tails,
        "head_endowment": game.head_endowment,
        "tail_endowments": list(game.tail_endowments),
    }
    return [word for name, value in values.items() for word in ("--set", f"{name}={value}")]


def power_picture(plan: Mapping[str, Any]) -> Picture:
    """The curve, the wanted power as a level, and the number of groups that reaches it."""
    groups = [float(many) for many in plan["curve"]]
    reached = PlotLine(
        translate("Simulated"), [float(chance) for chance in plan["curve"].values()], groups,
        colour="accent", width_px=2.0, dots=True,
    )  # fmt: skip
    wanted = PlotLine(
        translate("Wanted"), [float(plan["wanted_power"])], colour="muted", dashed=True
    )
    return Picture(
        [wanted, reached],
        number=percent,
        tick=lambda chance, _spacing: percent(chance),
        place=lambda many: translate(counts.groups(round(many))),
        min_span=0.5,
        reach=max(groups),
    )


def _number(low: float, high: float, value: float, name: str) -> DecimalField:
    field = DecimalField()
    field.setDecimals(3)
    field.setSingleStep(0.01)
    field.setRange(low, high)
    field.setValue(value)
    field.setAccessibleName(name)
    return field
