"""`hcmd-lab restore` takes the newest backup that holds what was saved, and says what it passes."""

import json
from pathlib import Path

import pytest
from lab_commands import Lab
from studies import playable_study
from tampering import tamper

from hcmd_lab.game.events import PaidOut
from hcmd_lab.storage.backup_places import Backup, Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

UTC = "2030-01-02T03:04:05.678+00:00"
RENAMED = "UPDATE study SET value = replace(value, 'Public', 'Other') WHERE key = 'settings'"
WHY = "another program had changed the study’s note “settings”."


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "study", 4)


def backed_up(study: Path) -> Backup:
    with Store.open(study) as store:
        return store.back_up(Occasion.HAND)


def test_a_copy_of_the_change_is_passed_over_and_told(study: Path, lab: Lab) -> None:
    sound = backed_up(study)
    tamper(study, RENAMED)
    changed = backed_up(study)
    code, out, err = lab("restore", study)
    assert code == 0, err
    assert f"Passed over: {changed.path.name}, of " in out
    assert WHY in out
    assert f"restored from {sound.path}" in out
    assert lab("check", study)[0] == 0
    told = json.loads(lab("restore", study, "--json")[1])
    assert told["backup"] == str(sound.path)
    assert list(told["passed_over"]) == [str(changed.path)]


def test_one_that_is_asked_for_is_restored_and_told_of(study: Path, lab: Lab) -> None:
    backed_up(study)
    tamper(study, RENAMED)
    changed = backed_up(study)
    code, out, _ = lab("restore", study, "--from", changed.path)
    assert code == 0
    assert f"This backup is not as HCMD Lab had saved the study: {WHY}" in out
    assert "Passed over" not in out
    assert lab("check", study)[0] == 1


def test_payments_that_a_backup_does_not_know_are_told(study: Path, lab: Lab) -> None:
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
    backed_up(study)
    with Store.open(study) as store:
        code, state = Study(store).session_state()
        first, second, *_ = state.participants
        for who, is_paid in ((first, True), (second, True), (second, False)):
            event = PaidOut(state.clock_ms, who, 100, UTC if is_paid else "")
            store.log.append(code, [event], UTC)
    told = lab("restore", study)[1]
    assert "1 payment that was noted as handed out is not noted in it" in told
    assert "noted as handed out" not in lab("restore", study)[1]


def test_where_none_is_left_the_study_stays_as_it_is(study: Path, lab: Lab) -> None:
    tamper(study, RENAMED)
    changed = backed_up(study)
    before = (study / "study.db").read_bytes()
    code, _, err = lab("restore", study)
    assert code == 1
    assert "holds the study as it was saved; 1 was looked at" in err
    assert str(changed.path) in err
    assert WHY in err
    assert (study / "study.db").read_bytes() == before
    assert not list(study.glob("set-aside-*"))
