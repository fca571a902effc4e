"""The window says by itself what another program has changed in the log of the open study."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from desk_in_window import desk_of
from pytestqt.qtbot import QtBot
from tampering import tamper
from told_studies import CASES, Bookshelf

from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.storage.store import Store
from ui.control import changes_look
from ui.control.desk import Desk
from ui.control.preferences import Preferences
from ui.control.window import ControlWindow

(TOLD,) = (case for case in CASES if case.name == "preferred, people")
IN_THE_LOG = "UPDATE event SET utc = '2031-01-01T00:00:00.000+00:00' WHERE id = 3"
IN_THE_ROWS = "UPDATE decision SET contribution = (contribution + 1) % (endowment + 1)"
ENOUGH_MS = 20_000


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ControlWindow]:
    monkeypatch.setattr(changes_look, "_AFTER_MS", 50)
    made = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(made, before_close_func=lambda _: desk_of(made).close_study())
    desk = Desk(made)
    desk.identity = tmp_path / "identity"
    made.take(desk)
    made.show()
    yield made
    desk.close_study()


@pytest.fixture
def study(shelf: Bookshelf, tmp_path: Path) -> Path:
    return shutil.copytree(shelf.study(TOLD), tmp_path / "study")


@pytest.mark.parametrize(
    ("statement", "told"),
    [(IN_THE_LOG, "The log of events is not as it was stored"), (IN_THE_ROWS, "Rows of ")],
)
def test_the_window_says_what_was_changed(
    window: ControlWindow, study: Path, qtbot: QtBot, statement: str, told: str
) -> None:
    assert tamper(study, statement)
    desk_of(window).open_study(study)
    qtbot.waitUntil(lambda: told in window.banner.text, timeout=ENOUGH_MS)
    desk_of(window).close_study()
    assert window.banner.isHidden()


def test_nothing_is_said_of_a_study_that_is_as_it_was_stored(
    window: ControlWindow, study: Path, qtbot: QtBot
) -> None:
    desk_of(window).open_study(study)
    qtbot.waitUntil(lambda: window.changes.has_looked, timeout=ENOUGH_MS)
    assert window.banner.isHidden()


def test_it_waits_while_people_play(window: ControlWindow, study: Path, qtbot: QtBot) -> None:
    assert tamper(study, IN_THE_ROWS)
    desk = desk_of(window)
    desk.open_study(study)
    desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    qtbot.wait(300)
    assert not window.changes.has_looked
    desk.end_hosting()
    qtbot.waitUntil(lambda: "Rows of" in window.banner.text, timeout=ENOUGH_MS)


def test_a_look_that_has_begun_makes_way_for_people(
    window: ControlWindow, study: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ends = Event(), Event()

    def long_look(_store: Store) -> None:
        begun.set()
        assert ends.wait(ENOUGH_MS / 1000)

    monkeypatch.setattr(changes_look, "told_as_altered", long_look)
    desk = desk_of(window)
    desk.open_study(study)
    qtbot.waitUntil(begun.is_set, timeout=ENOUGH_MS)
    desk.open_session("pilot", 1, GAME_ALONE, address="127.0.0.1", port=0, exit_pin="")
    ends.set()
    qtbot.wait(300)
    assert not window.changes.has_looked
    desk.end_hosting()
    qtbot.waitUntil(lambda: window.changes.has_looked, timeout=ENOUGH_MS)


def test_it_also_looks_at_a_study_that_the_program_was_started_with(
    qtbot: QtBot, tmp_path: Path, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes_look, "_AFTER_MS", 50)
    assert tamper(study, IN_THE_ROWS)
    window = ControlWindow(Preferences(tmp_path / "control.ini"))
    qtbot.addWidget(window, before_close_func=lambda _: desk_of(window).close_study())
    desk = Desk(window)
    desk.identity = tmp_path / "identity"
    desk.open_study(study)
    window.take(desk)
    window.show()
    qtbot.waitUntil(lambda: "Rows of" in window.banner.text, timeout=ENOUGH_MS)
    desk.close_study()
