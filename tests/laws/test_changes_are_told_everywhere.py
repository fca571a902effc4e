"""What another program has changed in the log, or what follows from it, passes for true nowhere."""

import json
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from network_lab import HOME
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from studies import playable_study
from tampering import tamper
from typer.testing import CliRunner

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import plan_merge
from hcmd_lab.cli.commands import lab_program
from hcmd_lab.errors import OperatorError
from hcmd_lab.export.study_export import export_study
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.replication_package.writing import write_package
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.registration import preregister
from hcmd_lab.study.remaking import Remade, remake
from hcmd_lab.study.simulated import play_simulated, run_here
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import prepare
from hcmd_lab.study.study import Study
from hcmd_lab.study.taken_as_it_is import take_as_it_is
from hcmd_lab.study.whole import check_whole
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk

ROWS = "Rows of 1 session are not what the log says"
COUNT = "The count of groups is not what the log says"
LOG = "The log of events is not as it was stored"
CHANGES = {
    "a contribution": (
        "UPDATE decision SET contribution = endowment - contribution "
        "WHERE group_number = 1 AND stage = 1 AND round_number = 1",
        ROWS,
    ),
    "a payout": ("UPDATE outcome SET payout_hundredths = 1 WHERE group_number = 1", ROWS),
    "a vote": ("UPDATE vote SET choice = 3 - choice", ROWS),
    "a void group": ("UPDATE session_group SET status = 'void' WHERE group_number = 1", ROWS),
    "a pilot": ("UPDATE session SET purpose = 'pilot'", ROWS),
    "a count": ("UPDATE group_tally SET groups = groups + 1", COUNT),
    "an event": ("UPDATE event SET utc = '2031-01-01T00:00:00.000+00:00' WHERE id = 40", LOG),
    "a lost event": ("DELETE FROM event WHERE kind = 'Continued' AND id = "
                     "(SELECT max(id) FROM event WHERE kind = 'Continued')", LOG),
    "a seal": ("UPDATE seal SET digest = hex(zeroblob(32)) WHERE id = 3",
               "seal 3 of what is kept beside the log does not follow"),
    "an event and its row": (
        "UPDATE event SET body = replace(body, 'by\":\"participant', 'by\":\"timeout') "
        "WHERE kind = 'Contributed'; UPDATE decision SET decided_by = 'timeout'", LOG),
}  # fmt: skip
LISTS = ("contrast", "mechanism")
REFUSING: dict[str, Callable[[Study, Path], object]] = {
    "bundle": lambda study, place: make_bundle(study, place / "all.hcmd"),
    "package": lambda study, place: write_package(study.store, place / "package"),
    "model": lambda study, place: prepare(study, Step.MODEL),
    "registration": lambda study, place: preregister(study),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    study = playable_study(tmp_path_factory.mktemp("sound") / "study", 4)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 4)
    return study


@pytest.fixture(params=CHANGES)
def changed(request: pytest.FixtureRequest, sound: Path, tmp_path: Path) -> tuple[Path, str]:
    study = Path(shutil.copytree(sound, tmp_path / "study"))
    statement, said = CHANGES[request.param]
    assert tamper(study, *statement.split(";"))
    return study, said


def test_the_check_finds_it(changed: tuple[Path, str]) -> None:
    with Store.read(changed[0]) as store:
        assert check_whole(Study(store))


@pytest.mark.parametrize("way", REFUSING)
def test_nothing_is_made_of_it(changed: tuple[Path, str], tmp_path: Path, way: str) -> None:
    study, said = changed
    with Store.open(study) as store, pytest.raises(OperatorError, match=said):
        REFUSING[way](Study(store), tmp_path)


def test_nothing_is_merged_into_it(changed: tuple[Path, str], sound: Path, tmp_path: Path) -> None:
    with Store.read(sound) as store:
        make_bundle(ReadOnlyStudy(store), tmp_path / "sent.hcmd")
    study, said = changed
    with Store.read(study) as store, pytest.raises(OperatorError, match=said):
        plan_merge(ReadOnlyStudy(store), read_bundle(tmp_path / "sent.hcmd"))


def test_an_export_says_so(changed: tuple[Path, str], tmp_path: Path) -> None:
    study, said = changed
    with Store.read(study) as store:
        try:
            told = str(export_study(store, tmp_path / "data").changed)
        except OperatorError as error:
            told = str(error)
    assert said in told


@pytest.mark.parametrize("command", [("study", "status"), ("audit",)])
def test_status_and_audit_say_so(changed: tuple[Path, str], command: tuple[str, ...]) -> None:
    study, said = changed
    run, program = CliRunner().invoke, lab_program(command[:1])
    told = run(program, [*command, str(study)])
    assert (told.exit_code, said in " ".join(told.output.split())) == (0, True)
    told = run(program, [*command, str(study), "--json"])
    assert said in json.loads(told.stdout)["altered"]


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_list_comes_with_it(
    changed: tuple[Path, str], listed: str, options: tuple[str, ...]
) -> None:
    study, said = changed
    told = CliRunner().invoke(lab_program((listed,)), [listed, "list", str(study), *options])
    assert (told.exit_code, said in " ".join(told.stderr.split())) == (0, True)
    assert not options or json.loads(told.stdout)


@pytest.mark.parametrize("listed", LISTS)
def test_a_list_comes_with_what_was_changed_of_results(
    sound: Path, tmp_path: Path, listed: str
) -> None:
    study = Path(shutil.copytree(sound, tmp_path / "study"))
    tamper(study, "UPDATE run SET started_utc = '2031' WHERE id = 1")
    told = CliRunner().invoke(lab_program((listed,)), [listed, "list", str(study)])
    assert "has changed this study: the training step number 1" in " ".join(told.stderr.split())


def test_of_a_sound_study_nothing_is_said(sound: Path) -> None:
    for command in (("study", "status"), ("audit",)):
        told = CliRunner().invoke(lab_program(command[:1]), [*command, str(sound), "--json"])
        assert json.loads(told.stdout)["altered"] is None
    for listed in LISTS:
        told = CliRunner().invoke(lab_program((listed,)), [listed, "list", str(sound)])
        assert told.stderr == ""


def test_the_data_page_shows_no_picture_of_it(
    changed: tuple[Path, str], sound: Path, qtbot: QtBot
) -> None:
    desk = Desk()
    panel = DataPanel(desk)
    qtbot.addWidget(panel)
    desk.open_study(sound)
    panel.show()
    qtbot.waitUntil(lambda: panel.pictures.current is not None)
    desk.open_study(changed[0])
    qtbot.waitUntil(panel.altered.isVisible)
    assert changed[1] in panel.altered.text()
    assert panel.pictures.current is None
    shown = [each.text() for each in panel.pictures.findChildren(QLabel)]
    assert "No pictures are shown" in shown
    assert "There is no picture yet" not in shown
    desk.open_study(sound)
    qtbot.waitUntil(lambda: panel.pictures.current is not None)
    assert panel.altered.isHidden()
    desk.close_study()


CONTRADICTION = "UPDATE event SET body = replace(body, '\"stage\":1', '\"stage\":2') WHERE id > 60"


@pytest.mark.parametrize("change", [CHANGES["an event"][0], CONTRADICTION])
def test_nobody_is_paid_by_a_changed_log(sound: Path, tmp_path: Path, change: str) -> None:
    study = Path(shutil.copytree(sound, tmp_path / "study"))
    tamper(study, change)
    for command in ("payments", "attendance"):
        told = CliRunner().invoke(lab_program((command,)), [command, str(study)])
        assert isinstance(told.exception, OperatorError)
        assert "another program has changed" in str(told.exception)


@pytest.mark.usefixtures("qapp")
def test_a_session_with_a_changed_log_does_not_go_on(tmp_path: Path) -> None:
    study = playable_study(tmp_path / "study", 4)
    with Store.open(study) as store:
        host = SessionHost(Study(store), HOME)
        host.open_session("acquire", 1, GAME_ALONE, 0)
        session, port = host.session, host.port
        host.close()
    assert tamper(study, "UPDATE event SET utc = '2031-01-01T00:00:00.000+00:00'")
    with Store.open(study) as store:
        again = SessionHost(Study(store), HOME)
        with pytest.raises(OperatorError, match=r"not as it was stored.*as-it-is"):
            again.resume_session(session, port)
        assert again.unfinished_session() == session
        with socket.create_server((HOME, port)):
            pass  # nothing listens there any more
    take_as_it_is(StudyFolder(study))
    with Store.open(study) as store:
        at_last = SessionHost(Study(store), HOME)
        at_last.resume_session(session, port)
        at_last.close()


def test_a_log_that_contradicts_itself_is_told_by_every_way(sound: Path, tmp_path: Path) -> None:
    study = Path(shutil.copytree(sound, tmp_path / "study"))
    tamper(study, CONTRADICTION)
    with Store.open(study) as store:
        for way in REFUSING.values():
            with pytest.raises(OperatorError, match=LOG):
                way(Study(store), tmp_path)
        with pytest.raises(OperatorError, match="contradicts itself"):
            export_study(store, tmp_path / "data")
        told = next(remake(Study(store), run_here))
        assert isinstance(told, Remade)
        assert "not as it was stored" in str(told.sentence)


def test_going_back_by_what_was_changed_is_refused(
    changed: tuple[Path, str],
) -> None:
    told = CliRunner().invoke(
        lab_program(("study",)), ["study", "back", str(changed[0]), "--to", "model", "--dry-run"]
    )
    assert changed[1] in str(told.exception)
