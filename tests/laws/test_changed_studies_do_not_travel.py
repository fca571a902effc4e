"""What another program has changed is not shown and does not leave the lab without a word."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study
from tampering import tamper
from typer.testing import CliRunner

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import plan_merge
from hcmd_lab.cli.commands import lab_program
from hcmd_lab.errors import OperatorError
from hcmd_lab.replication_package.writing import write_package
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.study.taken_as_it_is import take_as_it_is
from ui.control.data.study_tasks import check, export
from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

SAID = "Another program has changed this study: the training step number 1, the study’s note “set"
LEAVING: dict[str, Callable[[Store, Path], object]] = {
    "bundle": lambda store, place: make_bundle(ReadOnlyStudy(store), place / "all.hcmd"),
    "package": lambda store, place: write_package(store, place / "package"),
}


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    study = playable_study(tmp_path_factory.mktemp("changed") / "study", 4)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
    tamper(
        study,
        "UPDATE study SET value = replace(value, 'Public', 'Other') WHERE key = 'settings'",
        "UPDATE run SET started_utc = '2031'",
    )
    return study


@pytest.mark.parametrize("way", LEAVING)
def test_what_vouches_for_a_study_is_not_made(changed: Path, tmp_path: Path, way: str) -> None:
    with Store.read(changed) as store, pytest.raises(OperatorError, match=SAID):
        LEAVING[way](store, tmp_path)
    assert not any(tmp_path.iterdir())


def test_nothing_is_merged_into_a_changed_study(changed: Path, tmp_path: Path) -> None:
    with Store.open(playable_study(tmp_path / "sound", 4)) as store:
        make_bundle(Study(store), tmp_path / "sent.hcmd")
    with Store.read(changed) as store, pytest.raises(OperatorError, match=SAID):
        plan_merge(ReadOnlyStudy(store), read_bundle(tmp_path / "sent.hcmd"))


def test_an_export_says_so(changed: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    told = run(lab_program(("export",)), ["export", str(changed), str(tmp_path / "a")])
    assert (told.exit_code, SAID in " ".join(told.output.split())) == (0, True)
    told = run(lab_program(("export",)), ["export", str(changed), str(tmp_path / "b"), "--json"])
    assert json.loads(told.stdout)["changed"].startswith(SAID)
    with Store.read(changed) as store:
        done = export(store, lambda done, total: None, tmp_path / "c", include_pilots=False)
    assert SAID in done.sentence


def test_status_says_so(changed: Path) -> None:
    run = CliRunner().invoke
    told = run(lab_program(("study",)), ["study", "status", str(changed)])
    assert SAID in " ".join(told.output.split())
    told = run(lab_program(("study",)), ["study", "status", str(changed), "--json"])
    assert json.loads(told.stdout)["changed"].startswith(SAID)


def test_the_window_says_so_of_this_study_alone(
    changed: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = ControlWindow(Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    desk = Desk(window)
    desk.open_study(changed)  # before the window has its desk, as when the program starts
    window.take(desk)
    assert window.banner.text.startswith(SAID)
    assert not window.banner.isHidden()
    desk.open_study(playable_study(tmp_path / "sound", 4))
    assert window.banner.isHidden()
    desk.open_study(changed)
    assert window.banner.text.startswith(SAID)
    desk.close_study()
    assert window.banner.isHidden()


@pytest.mark.parametrize("way", LEAVING)
def test_once_taken_as_it_is_it_may_leave(tmp_path: Path, way: str) -> None:
    study = playable_study(tmp_path / "study", 4)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
    tamper(study, "UPDATE run SET started_utc = '2031'")
    take_as_it_is(StudyFolder(study))
    with Store.read(study) as store:
        assert LEAVING[way](store, tmp_path)
        outcome = check(store, lambda done, total: None)
    told = CliRunner().invoke(lab_program(("check",)), ["check", str(study)])
    for said in (outcome.sentence, " ".join(told.output.split())):
        assert said.startswith("The study is intact")
        assert "Another program had changed: the training step number 1." in said
