from pathlib import Path

import msgspec
import pytest
from pretended_language import painted
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot
from step_results import MODELLED
from studies import playable_study

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.jobs.job_folder import JOB_FILE
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.requests import ConvergenceJob, ModelJob, OptimizeJob
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from ui.control.desk import Desk
from ui.control.session.draft import new_draft
from ui.control.study.step_views import Running, step_views
from ui.control.study.study_history import read_story
from ui.control.study_panel import StudyPanel

GROUPS = 4


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Desk:
    del qtbot  # an application is needed
    made = Desk()
    made.open_study(playable_study(tmp_path / "study", GROUPS))
    return made


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> StudyPanel:
    made = StudyPanel(desk)
    qtbot.addWidget(made, before_close_func=lambda _: desk.close_study())
    made.show()
    return made


def test_another_study_is_shown_from_its_beginning(
    panel: StudyPanel, desk: Desk, tmp_path: Path
) -> None:
    panel.resize(900, 500)
    bar = panel.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    desk.open_study(playable_study(tmp_path / "other", GROUPS))
    assert bar.value() == 0


def test_a_step_that_starts_is_not_said_to_have_done_nothing(desk: Desk) -> None:
    play_simulated(desk.study, "acquire", GROUPS)
    story = read_story(desk.study)
    views = step_views(story, 1, Running(Step.MODEL))
    [view] = [each for each in views if each.step is Step.MODEL]
    assert "0" not in view.figure


def play(desk: Desk, groups: int) -> None:
    play_simulated(desk.study, "acquire", groups)
    desk.study_changed.emit()


def keep_first_turn(store: Store, kept_at: int | None = None) -> None:
    """Results of MODEL, OPTIMIZE and CONVERGENCE, as training would keep them."""
    fit = CrossEntropies(held_out=1.57, training=1.5, references={"uniform": 1.9, "other": 1.73})
    model = ModelResult(
        checkpoint="1" * 64, dataset_sha256="2" * 64, groups=4, decisions=480, votes=16,
        linear_size=8, lstm_size=4, epochs=9, l2=0.1, contribution=fit, vote=fit,
    )  # fmt: skip
    optimized = OptimizeResult(
        checkpoint="3" * 64, frozen="frozen.bin", updates=9, ms_per_update=1.0, device="cpu",
        vote_share=Interval(estimate=0.62, low=0.6, high=0.64), signal_to_noise=1.0,
        kept_at=kept_at,
    )  # fmt: skip
    compared = ConvergenceResult(
        shares=[[0.5, 0.4], [0.6, 0.5]], standard_errors=[[0.0, 0.0], [0.0, 0.0]],
        nash=[0.0, 1.0], alpha_rank=[0.1, 0.9], cycles=False, beats_all=True,
        advantage=Interval(estimate=0.12, low=0.1, high=0.14), converged=False,
    )  # fmt: skip
    store.learned.add_run("model", 1, ModelJob(game=PAPER_GAME, seed=1), model, "", "")
    store.learned.add_run(
        "optimize", 1,
        OptimizeJob(game=PAPER_GAME, seed=1, policy="0" * 64, participants="1" * 64),
        optimized, "", "",
    )  # fmt: skip
    job = ConvergenceJob(
        game=PAPER_GAME, seed=1, policies=("0" * 64, "3" * 64), participants="1" * 64
    )
    store.learned.add_run("convergence", 1, job, compared, "", "")


def text(panel: StudyPanel, step: Step) -> str:
    return panel.picture.cards[step].text


def test_groups_are_counted_against_the_target(panel: StudyPanel, desk: Desk) -> None:
    assert text(panel, Step.ACQUIRE).startswith("ACQUIRE. now. 0 of 4 groups")
    play(desk, 3)
    assert "3 of 4 groups" in text(panel, Step.ACQUIRE)
    assert panel.next_step.act.text() == "Run a session…"


def test_what_is_not_possible_says_why(panel: StudyPanel) -> None:
    assert "Not yet: needs 4 groups" in text(panel, Step.MODEL)
    assert "comes after MODEL" in text(panel, Step.OPTIMIZE)
    assert "comes after OPTIMIZE" in text(panel, Step.CONVERGENCE)
    assert "when CONVERGENCE says stop" in text(panel, Step.EVALUATE)


@pytest.mark.parametrize("iterations", [1, 2])
def test_the_last_iteration_shows_no_way_to_another(
    panel: StudyPanel, desk: Desk, tmp_path: Path, iterations: int
) -> None:
    folder = playable_study(tmp_path / "short", GROUPS)
    with Store.open(folder) as store:
        settings = store.facts.get("settings")
        assert settings is not None
        settings |= {"groups": [GROUPS] * iterations, "updates": [4] * iterations}
        store.facts.set("settings", settings)
    desk.open_study(folder)
    with painted() as texts:
        panel.grab()
    assert ("not at its end: another iteration" in texts) is (iterations > 1)
    assert ("when CONVERGENCE says stop" in text(panel, Step.EVALUATE)) is (iterations > 1)


def test_the_next_thing_is_done_by_the_keyboard(panel: StudyPanel, qtbot: QtBot) -> None:
    panel.next_step.act.setFocus()
    with qtbot.waitSignal(panel.panel_requested) as asked:
        QTest.keyClick(panel.next_step.act, Qt.Key.Key_Space)
    assert asked.args == ["session"]


def test_a_step_that_computes_is_started_from_here(
    panel: StudyPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Step] = []
    monkeypatch.setattr(desk.training, "start", started.append)
    play(desk, GROUPS)
    assert panel.next_step.act.text() == "Start MODEL"
    assert text(panel, Step.MODEL).startswith("MODEL. now. Can start")
    panel.next_step.act.click()
    assert started == [Step.MODEL]


def test_a_step_that_was_paused_goes_on(panel: StudyPanel, desk: Desk) -> None:
    play(desk, GROUPS)
    job = desk.study.store.folder.jobs / "model-1" / JOB_FILE
    job.parent.mkdir()
    job.touch()
    desk.standing_changed.emit()
    assert panel.next_step.act.text() == "Start MODEL over"
    assert "Was paused" in text(panel, Step.MODEL)


@pytest.mark.parametrize("is_session", [True, False])
def test_what_is_computed_is_no_session(desk: Desk, *, is_session: bool) -> None:
    """EVALUATE is played by people, and computed afterwards."""
    story = read_story(desk.study)
    running = Running(Step.EVALUATE, is_session=is_session)
    views = {view.step: view for view in step_views(story, 1, running)}
    said = "A session is running." if is_session else "Is being computed."
    assert views[Step.EVALUATE].note == said


def test_an_unfinished_session_is_offered_first(panel: StudyPanel, desk: Desk) -> None:
    desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    assert panel.next_step.act.text() == "Go to the session"
    assert "running" in text(panel, Step.ACQUIRE)
    desk.end_hosting()
    assert panel.next_step.act.text() == "Resume the session…"


def test_finished_steps_show_their_figures(panel: StudyPanel, desk: Desk) -> None:
    play(desk, GROUPS)
    keep_first_turn(desk.study.store)
    desk.study_changed.emit()
    assert "0 of 4 groups" in text(panel, Step.ACQUIRE), "the second turn has begun"
    panel.iterations.iteration_chosen.emit(1)
    assert panel.back.isVisible()
    assert "1.570 nats" in text(panel, Step.MODEL)
    assert "1.73" in text(panel, Step.MODEL)
    assert "62.0" in text(panel, Step.OPTIMIZE)
    assert text(panel, Step.CONVERGENCE).startswith("CONVERGENCE. done. Continue")
    panel.back.click()
    assert "0 of 4 groups" in text(panel, Step.ACQUIRE)


def test_a_refused_step_has_no_share_of_votes(panel: StudyPanel, desk: Desk) -> None:
    play(desk, GROUPS)
    keep_first_turn(desk.study.store, kept_at=0)
    desk.study_changed.emit()
    panel.iterations.iteration_chosen.emit(1)
    assert "Not changed" in text(panel, Step.OPTIMIZE)
    assert "62.0" not in text(panel, Step.OPTIMIZE)


def test_a_new_study_offers_its_first_mechanism(tmp_path: Path, qtbot: QtBot) -> None:
    Store.create(tmp_path / "new", {"settings": {}}).close()
    desk = Desk()
    desk.open_study(tmp_path / "new")
    panel = StudyPanel(desk)
    qtbot.addWidget(panel, before_close_func=lambda _: desk.close_study())
    assert isinstance(desk.study, Study)
    assert panel.next_step.act.text() == "Make the first mechanism"
    assert "there is no first mechanism" in text(panel, Step.ACQUIRE)


def keep_model(desk: Desk, votes: int) -> None:
    """A result of MODEL, as training would keep it."""
    job = ModelJob(seed=1, game=PAPER_GAME, data=groups_of(desk))
    result = msgspec.structs.replace(MODELLED, votes=votes)
    desk.study.store.learned.add_run("model", 1, job, result, "2030", "2030")
    desk.study_changed.emit()


def groups_of(desk: Desk) -> tuple[str, ...]:
    return tuple(group.group for group in desk.study.played(("acquire",)))


def test_model_may_be_taken_again_beside_the_next_step(
    panel: StudyPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Step] = []
    monkeypatch.setattr(desk.training, "start", lambda step, _anew=None: started.append(step))
    again = panel.take_again
    play(desk, GROUPS)
    assert not again.isVisible()
    keep_model(desk, 16)
    assert "No group has come or gone since." in again.act.accessibleDescription()
    play(desk, 2)
    assert panel.next_step.act.text() == "Start OPTIMIZE"
    assert "2 groups have come since MODEL." in again.act.accessibleDescription()
    assert again.isVisible()
    assert again.act.text() == "Take MODEL &again"
    again.act.click()
    panel.next_step.act.click()
    assert started == [Step.MODEL, Step.OPTIMIZE]
    job = desk.study.store.folder.jobs / "model-1" / JOB_FILE
    job.parent.mkdir()
    job.touch()
    desk.standing_changed.emit()
    assert not again.isVisible()
    assert panel.next_step.act.text() == "Start MODEL over"
    panel.next_step.act.click()
    assert started[2:] == [Step.MODEL]


def test_a_model_without_votes_is_no_dead_end(panel: StudyPanel, desk: Desk) -> None:
    play(desk, GROUPS)
    conn = desk.study.store._database.sqlite.conn
    conn.execute("UPDATE vote SET choice = NULL")
    conn.execute("UPDATE session_group SET given = 0")
    desk.standing_changed.emit()
    assert "OPTIMIZE will lack votes" in panel.next_step.act.accessibleDescription()
    keep_model(desk, 0)
    assert panel.next_step.act.text() == "Run a session…"
    assert "OPTIMIZE needs votes" in panel.next_step.act.accessibleDescription()
    assert "4 of 8 groups" in text(panel, Step.ACQUIRE)
    assert new_draft(desk).purpose == "acquire"
    play(desk, 4)
    assert panel.next_step.act.text() == "Start MODEL"
    assert text(panel, Step.MODEL).startswith("MODEL. now. Can start")
    assert not panel.take_again.isVisible(), "it is the next step itself"
    keep_model(desk, 16)
    assert panel.next_step.act.text() == "Start OPTIMIZE"
    draft = new_draft(desk)
    assert (draft.purpose, draft.obstacles["acquire"]) == ("pilot", None)
