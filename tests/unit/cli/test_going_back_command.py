"""`hcmd-lab study back` and `--again`: what they say, ask for and change."""

import json
from pathlib import Path

import pytest
from stubbed_training import run_stubbed
from tampering import tamper
from typer.testing import CliRunner, Result

from hcmd_lab.cli import going_back
from hcmd_lab.cli.commands import lab_program
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.study import rows_of_the_log
from hcmd_lab.study.making import make_study
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

app = lab_program()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A study whose second iteration has begun."""
    changes: dict[str, object] = {
        "participants": "simulated", "groups": [4, 4], "updates": [2, 2], "min_iterations": 2,
    }  # fmt: skip
    with make_study(tmp_path / "study", make_settings("quick", changes)) as store:
        study = Study(store, run_stubbed)
        list(study.perform(Step.INITIALISE))
        play_simulated(study, "acquire", 4)
        for step in (Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE):
            list(study.perform(step))
        play_simulated(study, "acquire", 1)
    return tmp_path / "study"


def call(*words: str, answers: str = "") -> Result:
    return CliRunner().invoke(app, list(words), input=answers)


def back(folder: Path, *words: str, answers: str = "") -> Result:
    return call("study", "back", str(folder), *words, answers=answers)


def step_of(folder: Path) -> Step:
    with Store.read(folder) as store:
        return Study(store).status().step


def test_a_dry_run_says_all_and_changes_nothing(folder: Path) -> None:
    told = back(folder, "--to", "optimize", "--dry-run").stdout
    assert "Going back to OPTIMIZE of iteration 1 sets aside:" in told
    assert "1 result of CONVERGENCE." in told
    plain = json.loads(back(folder, "--to", "optimize", "--dry-run", "--json").stdout)
    assert (plain["dry_run"], plain["groups"], plain["mechanisms"]) == (True, 1, ["theta_1"])
    assert all(sentence in told.replace("\n", " ") for sentence in plain["sentences"][:3])
    assert step_of(folder) is Step.ACQUIRE


def test_it_asks_and_takes_no_for_an_answer(folder: Path) -> None:
    outcome = back(folder, "--to", "optimize", answers="a bad curve\nn\n")
    assert isinstance(outcome.exception, UsageError)
    assert str(outcome.exception) == "Nothing was done."
    assert step_of(folder) is Step.ACQUIRE


@pytest.mark.parametrize(
    ("words", "answers", "said"),
    [
        ([], "", "Nothing was done; give the reason with --reason."),
        (["--yes"], "", "Nothing was done; give the reason with --reason."),
        (["--reason", "a bad curve"], "", "Nothing was done; add --yes to do it without being"),
        (["--reason", "  "], "y\n", "Nothing was done: the reason is empty"),
    ],
)
def test_without_anybody_to_ask_one_sentence_names_the_option(
    folder: Path, words: list[str], answers: str, said: str
) -> None:
    outcome = back(folder, "--to", "optimize", *words, answers=answers)
    assert isinstance(outcome.exception, UsageError)
    assert str(outcome.exception).startswith(said)
    assert "Aborted" not in outcome.output
    assert step_of(folder) is Step.ACQUIRE


def test_why_is_asked_before_whether(folder: Path) -> None:
    outcome = back(folder, "--to", "optimize", answers="a bad curve\ny\n")
    asked = outcome.stderr
    assert asked.index("sets aside:") < asked.index("Why?") < asked.index("and go back?")
    assert outcome.exit_code == 0
    assert "a bad curve" in call("audit", str(folder)).stdout


def test_it_goes_back_and_every_surface_says_so(folder: Path) -> None:
    outcome = back(folder, "--to", "optimize", "--yes", "--reason", "a bad curve", "--json")
    plain = json.loads(outcome.stdout)
    assert plain["standing"] == "modelled"
    assert [run["step"] for run in plain["runs"]] == ["optimize", "convergence"]
    status = json.loads(call("study", "status", str(folder), "--json").stdout)
    assert status["lacking"] == plain["lacking"]
    assert (status["set_aside"]["groups"], status["set_aside"]["data"]) == (1, 1)
    assert [each["exclusion"] for each in status["counted"]].count("set_aside") == 1
    told = call("study", "status", str(folder)).stdout
    assert "2 results of training steps are set aside" in told
    assert "a bad curve" in call("audit", str(folder)).stdout
    assert call("check", str(folder)).exit_code == 0


def test_what_rests_on_a_step_is_named(folder: Path) -> None:
    outcome = call("converge", str(folder), "--again")
    assert isinstance(outcome.exception, OperatorError)
    said = str(outcome.exception)
    assert "1 session has been opened or imported since." in said
    assert "hcmd-lab study back STUDY --to convergence" in said


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("initialise", "A study keeps the mechanism that it began with"),
        ("acquire", "A study does not go back to sessions: what people did is not undone."),
        ("done", "DONE is no step"),
        ("evaluate", "The study cannot go back to EVALUATE, which has not been taken"),
    ],
)
def test_where_a_study_cannot_go_back_to_is_told_truly(folder: Path, step: str, said: str) -> None:
    outcome = back(folder, "--to", step, "--dry-run")
    assert isinstance(outcome.exception, UsageError)
    assert str(outcome.exception).startswith(said)


def test_no_such_step(folder: Path) -> None:
    outcome = back(folder, "--to", "training")
    assert str(outcome.exception).startswith("training is no step of a study")


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[Store]:
    """The stores whose logs were compared with their tables, each time."""
    found: list[Store] = []
    told = rows_of_the_log.told_as_altered

    def noted(store: Store) -> Sentence | None:
        found.append(store)
        return told(store)

    monkeypatch.setattr(rows_of_the_log, "told_as_altered", noted)
    return found


def test_the_log_is_compared_once(folder: Path, compared: list[Store]) -> None:
    outcome = back(folder, "--to", "optimize", "--reason", "a bad curve", "--yes")
    assert (outcome.exit_code, len(compared)) == (0, 1), outcome.output


def test_what_another_program_changes_while_it_asks_is_seen(
    folder: Path, compared: list[Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed_meanwhile(*_: object, **__: object) -> str:
        tamper(folder, "UPDATE decision SET contribution = 0")
        return "a bad curve"

    monkeypatch.setattr(going_back, "require_reasoned_agreement", changed_meanwhile)
    outcome = back(folder, "--to", "optimize")
    assert isinstance(outcome.exception, OperatorError)
    assert "are not what the log says" in str(outcome.exception)
    assert (len(compared), step_of(folder)) == (2, Step.ACQUIRE)
