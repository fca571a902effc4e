"""`hcmd-lab gate`: what it tells, keeps and exits with."""

import json
from pathlib import Path

import pytest
from gated_studies import modelled_study, prospect
from step_results import trained_mechanism
from studies import playable_study
from typer.testing import CliRunner

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.storage.store import Store
from hcmd_lab.study import foreseeing
from hcmd_lab.study.audit import audit
from hcmd_lab.study.gate import Question
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LOG_FACT, LogKind

app = lab_program()


def gate(study: Path, *options: str) -> tuple[int, str, str]:
    outcome = CliRunner().invoke(app, ["gate", str(study), "--mechanism", "theta_1", *options])
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit | Exception)
    return outcome.exit_code, outcome.stdout, outcome.stderr


def test_a_sound_mechanism_exits_with_0(tmp_path: Path) -> None:
    study = modelled_study(tmp_path / "study", foreseen=prospect(0.2))
    code, told, _ = gate(study)
    assert code == 0
    assert "θ₁ may meet people." in told


def test_past_a_limit_it_exits_with_3_and_json_says_the_same(tmp_path: Path) -> None:
    study = modelled_study(tmp_path / "study", foreseen=prospect(0.8))
    code, printed, _ = gate(study, "--json")
    assert code == 3
    found = json.loads(printed)
    assert not found["open"]
    stopping = [each for each in found["findings"] if each["stops"]]
    assert [each["question"] for each in stopping] == ["lost"]
    code, told, _ = gate(study)
    assert code == 3
    assert found["verdict"] in told


def test_passing_over_is_kept_with_its_reason(tmp_path: Path) -> None:
    study = modelled_study(tmp_path / "study", foreseen=prospect(0.8))
    passing = ("--pass-over", "lost", "--because", "approved by the board")
    code, printed, _ = gate(study, "--json", *passing)
    assert code == 0
    (told,) = (each for each in json.loads(printed)["findings"] if each["question"] == "lost")
    assert told["sentence"].endswith("Passed over: “approved by the board”.")
    with Store.read(study) as store:
        (kept,) = foreseeing.passed_over(Study(store))
    assert (kept.question, kept.reason) == (Question.LOST, "approved by the board")
    assert kept.mechanism == trained_mechanism().sha256
    with Store.open(study) as store:
        (entry,) = Study(store).log()
        assert (entry.kind, entry.details["question"]) == (LogKind.PASSED_OVER, "lost")
        # A study of before the log holds the same as a fact of its own.
        store.facts.set(LOG_FACT, [])
        old = {
            "question": "lost",
            "mechanism": kept.mechanism,
            "reason": kept.reason,
            "participants": kept.participants,
            "utc": kept.utc,
            "version": "0.1.0",
        }
        store.facts.set(foreseeing.PASSED_OVER_FACT, [old])
        assert [each.reason for each in audit(Study(store)).passed_over] == [kept.reason]
    code, again, _ = gate(study)
    assert code == 0
    assert "has passed over" in again


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--pass-over", "lost"), "Say why"),
        (("--pass-over", "lost", "--because", "  "), "Say why"),
        (("--pass-over", "votes", "--because", "why"), "stops the mechanism now: lost"),
        (("--because", "why"), "belongs to a finding"),
    ],
)
def test_what_cannot_be_passed_over(
    tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    study = modelled_study(tmp_path / "study", foreseen=prospect(0.8))
    outcome = CliRunner().invoke(app, ["gate", str(study), "--mechanism", "theta_1", *options])
    assert sentence in str(outcome.exception)
    with Store.read(study) as store:
        assert not foreseeing.passed_over(Study(store))


def test_before_model_nothing_is_foreseen(tmp_path: Path) -> None:
    study = playable_study(tmp_path / "study", 4, "people")
    outcome = CliRunner().invoke(app, ["gate", str(study)])
    assert outcome.exit_code == 0
    assert "nothing can be predicted yet" in outcome.stdout
