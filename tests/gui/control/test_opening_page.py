"""A study on a disk that does not answer can be left unopened, and keeps nobody waiting."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_window import desk_of
from hanging_disk import HangingDisk
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.errors import OperatorError
from ui.control.main import begin
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

ENOUGH_MS = 20_000


@pytest.fixture
def share(tmp_path: Path) -> HangingDisk:
    playable_study(tmp_path / "share" / "study", 4)
    return HangingDisk(tmp_path / "share")


@pytest.fixture
def study(share: HangingDisk, tmp_path: Path) -> Path:
    del share
    return tmp_path / "share" / "study"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return playable_study(tmp_path / "here", 4)


@pytest.fixture
def window(qtbot: QtBot, study: Path, here: Path, tmp_path: Path) -> Iterator[ControlWindow]:
    """A window that is not given its desk yet, and knows two studies."""
    preferences = Preferences(tmp_path / "control.ini")
    for known in (here, study):
        preferences.note_study(known)
    made = ControlWindow(preferences)
    qtbot.addWidget(made)
    made.say_opening(study)
    made.show()
    yield made
    desk_of(made).close_study()


def test_whoever_does_not_wait_comes_to_the_welcome_page(
    qtbot: QtBot, window: ControlWindow, share: HangingDisk, study: Path, here: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    unopened: list[OperatorError] = []
    with share.hanging():
        begin(window, study, None, unopened)
        opening = window.opening
        assert opening.isVisible()
        assert opening.words.text() == "Opening study…"
        assert str(study) in opening.waits.text()
        opening.give_up.click()
        assert window.welcome.isVisible()
        qtbot.waitUntil(lambda: not window.welcome._reading.isActive(), timeout=ENOUGH_MS)
        assert "its disk did not answer" in capsys.readouterr().err
        assert [str(why) for why in unopened] == [
            f"{study} was not opened; its disk did not answer."
        ]
        assert [row.folder for row in window.welcome._rows] == [here]
        window.welcome.study_requested.emit(here)
        assert desk_of(window).study.store.folder.path == here
        share.answer()
        qtbot.wait(300)  # longer than the page looks; nothing comes late
    assert desk_of(window).study.store.folder.path == here
    desk_of(window).close_study()
    assert [row.folder for row in window.welcome._rows] == [here, study], "it is not forgotten"


def test_it_is_opened_once_its_disk_answers(
    qtbot: QtBot, window: ControlWindow, share: HangingDisk, study: Path
) -> None:
    unopened: list[OperatorError] = []
    with share.hanging():
        begin(window, study, None, unopened)
        assert window.opening.isVisible()
        share.answer()
        qtbot.waitUntil(lambda: desk_of(window).opened is not None, timeout=ENOUGH_MS)
    assert window.panel == "study"
    assert unopened == []


def test_what_cannot_be_opened_when_its_disk_answers_is_told(
    qtbot: QtBot, window: ControlWindow, share: HangingDisk, study: Path
) -> None:
    shutil.rmtree(study)
    unopened: list[OperatorError] = []
    with share.hanging():
        begin(window, study, None, unopened)
        share.answer()
        qtbot.waitUntil(lambda: bool(unopened), timeout=ENOUGH_MS)
    assert window.banner.isVisible()
    assert window.welcome.isVisible()


def test_another_study_is_waited_for_likewise(
    qtbot: QtBot, window: ControlWindow, share: HangingDisk, study: Path, here: Path
) -> None:
    begin(window, here)
    assert window.panel == "study"
    with share.hanging():
        window.menus.study_requested.emit(study)
        assert window.opening.isVisible()
        assert desk_of(window).study.store.folder.path == here
        window.show_panel("data")  # which gives it up
        share.answer()
        qtbot.wait(300)  # longer than the page looks
        assert window.panel == "data"
        assert desk_of(window).study.store.folder.path == here
        window.menus.study_requested.emit(study)
        qtbot.waitUntil(lambda: desk_of(window).study.store.folder.path == study, timeout=ENOUGH_MS)


def test_a_study_is_chosen_elsewhere_while_its_disk_hangs(
    window: ControlWindow, share: HangingDisk, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(_parent: object, _title: str, begin_at: str) -> str:
        begun.append(begin_at)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    with share.hanging():
        begin(window, study)
        window.opening.give_up.click()
        window.welcome.open_study.click()
    assert begun == [str(Path.home())]
