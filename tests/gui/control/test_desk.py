"""The desk: which study is open, and what may not happen at once."""

from pathlib import Path

import pytest
import shiboken6
from desk_steps import ENOUGH_MS, TINY, open_pilot, start_until_it_works
from network_lab import HOME
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.hosting.former_identity import FORMER_FILE
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.network.certificate import make_certificate
from hcmd_lab.network.lab_identity import FILE_NAME, VARIABLE, identity_folder
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step
from ui.control.desk import Desk


def test_without_a_study_it_says_what_to_do(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="open one or make a new one"):
        desk.training.start(Step.MODEL)
    assert desk.training.paused_step is None


def test_a_new_study_is_open_and_has_its_settings(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    with qtbot.waitSignals([desk.study_opened, desk.study_changed]):
        desk.create_study(tmp_path / "study", TINY)
    assert desk.study.settings == TINY
    with pytest.raises(OperatorError, match="already open"):
        Store.open(tmp_path / "study")
    desk.close_study()
    Store.open(tmp_path / "study").close()


def test_a_study_that_cannot_be_opened_leaves_the_other_open(desk: Desk, tmp_path: Path) -> None:
    desk.create_study(tmp_path / "study", TINY)
    with pytest.raises(OperatorError, match="no study folder"):
        desk.open_study(tmp_path / "nothing")
    damaged = tmp_path / "damaged"
    Store.create(damaged, {"settings": {"groups": "many"}}).close()
    with pytest.raises(OperatorError):
        desk.open_study(damaged)
    assert desk.study.settings == TINY
    Store.open(damaged).close()


def test_closing_the_study_pauses_training(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    folder = modelling.study.store.folder.path
    with qtbot.waitSignal(modelling.training.ended):
        modelling.close_study()
    assert modelling.opened is None
    Store.open(folder).close()


def test_nothing_is_swapped_under_what_runs(qtbot: QtBot, modelling: Desk, tmp_path: Path) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    with pytest.raises(OperatorError, match="pause it before you open another study"):
        modelling.create_study(tmp_path / "other", TINY)
    with qtbot.waitSignal(modelling.training.ended, timeout=ENOUGH_MS):
        open_pilot(modelling)
    with pytest.raises(OperatorError, match="end it before you open another study"):
        modelling.open_study(tmp_path / "other")
    with pytest.raises(OperatorError, match="already running"):
        open_pilot(modelling)


def test_an_interrupted_session_is_found_and_resumed(modelling: Desk) -> None:
    assert modelling.unfinished_session() is None
    open_pilot(modelling)
    assert modelling.unfinished_session() is None
    modelling.end_hosting()
    code = modelling.unfinished_session()
    assert code is not None
    modelling.resume_session(code, address=HOME, port=0, exit_pin="")
    assert modelling.session_is_running


def test_the_exit_pin_is_drawn_once_and_can_be_changed(modelling: Desk) -> None:
    pin = modelling.exit_pin
    assert len(pin) == 6
    assert pin.isdigit()
    assert modelling.exit_pin == pin
    modelling.exit_pin = "314159"
    assert modelling.exit_pin == "314159"


def test_the_desk_may_be_destroyed_while_it_trains(qtbot: QtBot, modelling: Desk) -> None:
    start_until_it_works(qtbot, modelling, Step.MODEL)
    thread = modelling.training.running
    assert thread is not None
    modelling.study.store.close()
    shiboken6.delete(modelling)
    assert thread.outcome is not None
    assert thread.outcome.report == Stopped(step=7)


def test_a_study_of_an_earlier_version_hands_its_identity_to_the_lab_computer(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As soon as it is opened, so that a study opened next is known to its kiosks too."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "identity"))
    study = playable_study(tmp_path / "study", 4, "people")
    (study / "keys").mkdir()
    (study / "keys" / FORMER_FILE).write_bytes(make_certificate())
    with Store.open(study) as store:
        store._database.sqlite.execute(
            "INSERT INTO station VALUES (?, ?, ?)", ("7", "0" * 64, "2026-01-01")
        )
    desk.open_study(study)
    assert [each.name for each in desk.lab_identity.stations()] == ["7"]


def test_a_damaged_identity_keeps_no_study_from_being_opened(desk: Desk, tmp_path: Path) -> None:
    (identity_folder() / FILE_NAME).write_text("{")
    desk.open_study(playable_study(tmp_path / "study", 4))
    with pytest.raises(OperatorError, match="is damaged"):
        desk.open_session("acquire", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    assert desk.host is None
