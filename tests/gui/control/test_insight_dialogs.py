"""What only commands could tell is in the window: power, and what a mechanism does."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game.people_choice import People
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.inference.simulated_votes import Rehearsal
from hcmd_lab.jobs.record import Interval
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.telling.power import power_in_words
from hcmd_lab.vote_plan import Looks, VotePlan
from ui.control.data.data_header import DataHeader
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk
from ui.control.study.power_dialog import PowerDialog
from ui.control.training.explain_dialog import ExplainDialog
from ui.control.training_panel import TrainingPanel


def test_the_groups_that_an_evaluation_needs(qtbot: QtBot) -> None:
    dialog = PowerDialog(PAPER_GAME)
    qtbot.addWidget(dialog)
    dialog.share.setValue(0.8)  # needs few, which are soon simulated
    dialog.act.click()
    qtbot.waitUntil(dialog.act.isEnabled, timeout=60_000)
    assert dialog.words.text().startswith("Needed: ")
    assert "a true vote share of 80.0" in dialog.words.text()
    assert dialog.curve is not None
    wanted, reached = dialog.curve.plot.picture.lines
    assert list(wanted.ys) == [0.8]
    assert reached.ys[0] < 0.8 <= reached.ys[-1]
    assert list(reached.xs) == sorted(reached.xs)
    needed = int(dialog.words.text().split()[1])
    assert needed in reached.xs, "the number that is said is a point of the curve"


@pytest.mark.parametrize("looks", list(Looks))
def test_the_votes_are_looked_at_as_the_study_does(qtbot: QtBot, looks: Looks) -> None:
    dialog = PowerDialog(PAPER_GAME, plan=VotePlan(looks=looks))
    qtbot.addWidget(dialog)
    dialog.share.setValue(0.8)
    dialog.act.click()
    qtbot.waitUntil(dialog.act.isEnabled, timeout=60_000)
    assert ("after every group" in dialog.words.text()) == (looks is Looks.SEQUENTIAL)


def test_the_dialog_tells_what_simulated_people_and_models_say(qtbot: QtBot) -> None:
    dialog = PowerDialog(PAPER_GAME)
    qtbot.addWidget(dialog)
    share = Interval(estimate=0.6, low=0.59, high=0.61)
    dialog.show_rehearsals(
        [Rehearsal(People.NOISIER, share, -0.03, 102), Rehearsal(People.STEADIER, share, 0.1, None)]
    )
    told = dialog.words.text()
    assert "Noisier: 102 groups; 60.0% (59.0 – 61.0), correlation −0.03" in told
    assert "Steadier: more than 4,000 groups" in told
    assert "From" not in told
    plan = {
        "share": 0.543, "wanted_power": 0.8, "correlation": 0.1, "seats": 4, "groups": 8,
        "curve": {"8": 0.9},
        "expected": {
            "mechanism": "theta_1", "baseline": "libertarian", "estimate": 90, "least": 20,
            "most": None, "share": {"estimate": 0.55, "low": 0.45, "high": 0.65},
        },
    }  # fmt: skip
    dialog.show_plan(plan)
    assert "win 55.0% (95% interval 45.0% to 65.0%) of the votes" in dialog.words.text()
    assert "the interval holds one half" in dialog.words.text()


def test_there_is_no_curve_of_nothing(qtbot: QtBot) -> None:
    dialog = PowerDialog(PAPER_GAME)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_curve({"curve": {"8": 0.4, "16": 0.9}, "wanted_power": 0.8})
    assert dialog.curve is not None
    assert dialog.curve.isVisible()
    dialog.show_curve({"curve": {}, "wanted_power": 0.8})
    assert not dialog.curve.isVisible()


def test_too_many_groups_are_told() -> None:
    plan = {"share": 0.501, "wanted_power": 0.8, "correlation": 0.1, "seats": 4, "groups": None}
    assert power_in_words(plan | {"curve": {}})[0].startswith(
        "More than 4,000 groups would be needed"
    )


def test_a_mechanism_is_explained(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    play_simulated(desk.study, "acquire", 1)
    dialog = ExplainDialog(desk)
    qtbot.addWidget(dialog, before_close_func=lambda _: desk.close_study())
    qtbot.waitUntil(lambda: "The rule" in dialog.words.toPlainText(), timeout=60_000)
    newest = dialog.words.toPlainText()
    assert "What another coin returns" in newest
    dialog.mechanism.setCurrentIndex(dialog.mechanism.findData("strict_egalitarian"))
    qtbot.waitUntil(
        lambda: dialog.words.toPlainText() not in (newest, "The mechanism is read."),
        timeout=60_000,
    )
    assert "The rule" in dialog.words.toPlainText()


def test_mechanisms_are_explained_where_their_results_are(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    training, data = TrainingPanel(desk), DataPanel(desk)
    for panel in (training, data):
        qtbot.addWidget(panel, before_close_func=lambda _: desk.close_study())
    for panel, act in ((training, training.explain), (data, data.findChild(DataHeader).explain)):
        assert act.isEnabled()
        act.click()
        (dialog,) = panel.findChildren(ExplainDialog)
        assert dialog.isVisible()
        qtbot.waitUntil(lambda shown=dialog: "The rule" in shown.words.toPlainText(),
                        timeout=60_000)  # fmt: skip
        dialog.accept()
