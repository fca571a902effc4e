"""Stations are updated by the dialog, between sessions, when the experimenter says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from attacker import Attacker, beside
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from update_folders import SYSTEM, UpdateMaker

from hcmd_lab.hosting.update_visit import UpdateVisit
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.stations import Stage, Updated
from ui.control.desk import Desk
from ui.control.update_dialog import UpdateDialog

NEW = "9.8.7"


class Lab:
    """A lab computer without a study, one paired station, and an update."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk()
        self.desk.identity = folder / "identity"
        self.token = new_token()
        kept = LabIdentity(self.desk.identity)
        kept.certificate()
        kept.claim("7", token_sha256(self.token))
        self.maker = UpdateMaker(folder / "maker")
        self.maker.sign(NEW)


@pytest.fixture
def lab(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Lab:
    monkeypatch.setattr("ui.control.update_dialog.DEFAULT_PORT", 0)
    return Lab(tmp_path)


@pytest.fixture
def dialog(lab: Lab, qtbot: QtBot) -> Iterator[UpdateDialog]:
    made = UpdateDialog(lab.desk)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.done(0)


def rows(dialog: UpdateDialog) -> list[str]:
    return [dialog.found.item(row).text() for row in range(dialog.found.count())]


def visiting(dialog: UpdateDialog, lab: Lab, qtbot: QtBot) -> UpdateVisit:
    """The visit of a dialog in which an update was chosen."""
    dialog.choose(lab.maker.into)
    qtbot.waitUntil(dialog.begin.isEnabled, timeout=10_000)
    visit = dialog._visit
    assert visit is not None
    return visit


def test_it_says_what_the_update_is_and_waits(dialog: UpdateDialog, lab: Lab, qtbot: QtBot) -> None:
    assert rows(dialog) == ["7"]
    assert not dialog.begin.isEnabled()
    dialog.choose(lab.maker.into)
    qtbot.waitUntil(dialog.begin.isEnabled, timeout=10_000)
    assert f"Linux {NEW}" in dialog.words.text() or f"Windows {NEW}" in dialog.words.text()
    assert "Signatures, sizes and hashes hold until" in dialog.words.text()
    assert rows(dialog) == ["7: It has not come yet."]


def test_a_station_says_what_it_has_and_is_given_nothing_before(
    dialog: UpdateDialog, lab: Lab, qtbot: QtBot
) -> None:
    visit = visiting(dialog, lab, qtbot)
    line = beside(qtbot, lambda: Attacker(visit.port))
    known = {"station": "7", "token": lab.token, "system": SYSTEM, "version": "0.1.0"}
    line.say("update_hello", **known)
    qtbot.waitUntil(lambda: rows(dialog) == ["7: It has version 0.1.0."], timeout=10_000)
    dialog.begin.click()
    assert visit.stations["7"].stage is Stage.FETCHING
    assert beside(qtbot, line.hear) == {"type": "update_begin"}
    line.say("update_state", state="not_taken", why="not_kept", detail="No space left on device")
    qtbot.waitUntil(lambda: "No space left" in rows(dialog)[0], timeout=10_000)
    assert dialog.words.text() == "1 station does not run the new version."
    line.close()
    qtbot.waitUntil(lambda: visit._host._live == {}, timeout=10_000)
    assert "No space left" in rows(dialog)[0]  # also when its connection has gone


def test_a_station_that_has_gone_again_is_not_said_never_to_have_come(
    dialog: UpdateDialog, lab: Lab, qtbot: QtBot
) -> None:
    visit = visiting(dialog, lab, qtbot)
    line = beside(qtbot, lambda: Attacker(visit.port))
    line.say("update_hello", station="7", token=lab.token, system=SYSTEM, version="0.1.0")
    qtbot.waitUntil(lambda: rows(dialog) == ["7: It has version 0.1.0."], timeout=10_000)
    line.close()
    gone = "7: It had version 0.1.0, and its connection has gone."
    qtbot.waitUntil(lambda: rows(dialog) == [gone], timeout=10_000)


def test_whoever_reads_further_down_stays_there_and_reads_whole_sentences(
    lab: Lab, qtbot: QtBot
) -> None:
    kept = lab.desk.lab_identity
    for number in range(100, 148):
        kept.claim(str(number), token_sha256(new_token()))
    dialog = UpdateDialog(lab.desk)
    qtbot.addWidget(dialog)
    dialog.show()
    visit, bar = visiting(dialog, lab, qtbot), dialog.found.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    for percent in range(100):
        visit._note(Updated("7", Stage.FETCHING, "0.1.0", SYSTEM, NEW, percent))
    assert bar.value() == before
    long = Updated("147", Stage.NOT_TAKEN, "0.1.0", SYSTEM, NEW, why=Why.NOT_STARTED, detail="so")
    visit._note(long)
    (item,) = dialog.found.findItems("147: ", Qt.MatchFlag.MatchStartsWith)
    dialog.found.scrollToItem(item)
    one_line = dialog.found.visualItemRect(dialog.found.item(0)).height()
    qtbot.waitUntil(lambda: dialog.found.visualItemRect(item).height() > 1.5 * one_line)
    rect, seen = dialog.found.visualItemRect(item), dialog.found.viewport().rect()
    assert rect.width() <= seen.width()
    assert dialog.found.horizontalScrollBar().maximum() == 0
    dialog.done(0)


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (NEW, "All stations run the new version."),
        ("9.9.9", "All stations run the new version or a newer one."),
    ],
)
def test_what_all_run_is_told(
    dialog: UpdateDialog, lab: Lab, qtbot: QtBot, version: str, said: str
) -> None:
    visit = visiting(dialog, lab, qtbot)
    line = beside(qtbot, lambda: Attacker(visit.port))
    line.say("update_hello", station="7", token=lab.token, system=SYSTEM, version=version)
    qtbot.waitUntil(lambda: dialog.words.text() == said, timeout=10_000)
    assert rows(dialog) == [f"7: It runs version {version}."]
    line.close()


def test_a_folder_without_an_update_is_told(
    dialog: UpdateDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.choose(tmp_path)
    qtbot.waitUntil(lambda: "holds no update" in dialog.words.text(), timeout=10_000)
    assert not dialog.begin.isEnabled()


@pytest.mark.parametrize(
    ("running", "unfinished", "said"),
    [(True, None, "A session is running"), (False, "s7", "Session s7 has not been closed")],
)
def test_nothing_can_be_chosen_during_a_session(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, running: bool,
    unfinished: str | None, said: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(Desk, "session_is_running", property(lambda _: running))
    monkeypatch.setattr(Desk, "unfinished_session", lambda _: unfinished)
    dialog = UpdateDialog(lab.desk)
    qtbot.addWidget(dialog)
    assert said in dialog.words.text()
    assert not dialog.choose_folder.isEnabled()
    dialog.choose(lab.maker.into)  # as if a session had begun meanwhile
    qtbot.waitUntil(lambda: dialog._checking is None, timeout=10_000)
    assert said in dialog.words.text()
    assert dialog._visit is None
    assert not dialog.begin.isEnabled()


def test_every_reason_has_words() -> None:
    from hcmd_lab.telling.updates import REASONS, updated_words  # noqa: PLC0415

    assert set(REASONS) == set(Why)
    for why in (*Why, "of_a_later_version"):
        said = updated_words(
            Updated("7", Stage.NOT_TAKEN, "0.1.0", SYSTEM, NEW, why=str(why), detail="because")
        )
        verb = "runs" if why is Why.OTHER_VERSION else "stays at"
        assert said.startswith(f"It {verb} version 0.1.0: ")
        assert "{" not in said
