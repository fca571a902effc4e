"""Labels deleted and withdrawals noted from the window, with their audit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import studies
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from hcmd_lab.export.study_export import export_study
from hcmd_lab.files import copy_file
from hcmd_lab.game import events as ev
from hcmd_lab.game.session_rules import GAME_ALONE
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.timestamps import utc_now
from ui.control.data.privacy_desk import PrivacyDesk
from ui.control.desk import Desk

HOME = "127.0.0.1"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    made = Desk()
    made.open_study(studies.playable_study(tmp_path / "study", 4))
    made.open_session("pilot", 1, GAME_ALONE, address=HOME, port=0, exit_pin="")
    assert made.host is not None
    for code, name in (("p0000001", "Ann"), ("p0000002", "Ben M."), ("p0000003", "")):
        made.host.runner.do(ev.CheckedIn, code, code[-1], name, False)
    yield made
    made.close_study()


@pytest.fixture
def privacy(desk: Desk, qtbot: QtBot) -> PrivacyDesk:
    assert desk.host is not None
    desk.host.abandon()
    made = PrivacyDesk(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(privacy: PrivacyDesk) -> list[tuple[str, str, str]]:
    model = privacy.people.model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data(), model.index(row, 3).data())
        for row in range(model.rowCount())
    ]


def test_people_are_found_by_label_and_code(privacy: PrivacyDesk) -> None:
    assert shown(privacy) == [
        ("p0000001", "Ann", ""), ("p0000002", "Ben M.", ""), ("p0000003", "–", ""),
    ]  # fmt: skip
    privacy.search.setText("eN m")  # with a space, which no session's code has
    assert [label for _, label, _ in shown(privacy)] == ["Ben M."]
    privacy.search.setText("p0000003")
    assert [code for code, _, _ in shown(privacy)] == ["p0000003"]


def test_a_withdrawal_is_noted_once(privacy: PrivacyDesk, desk: Desk, qtbot: QtBot) -> None:
    assert not privacy.withdraw.isEnabled()
    privacy.people.selectRow(1)
    assert privacy.withdraw.isEnabled()
    session = desk.study.store.tables.sessions()[0].code
    with qtbot.waitSignal(privacy.changed):
        privacy.note_withdrawal(session, "p0000002", "asked by mail")
    assert shown(privacy)[1] == ("p0000002", "–", "Withdrawn")
    assert desk.study.store.private.withdrawn() == {(session, "p0000002")}
    privacy.people.selectRow(1)
    assert not privacy.withdraw.isEnabled()
    audit = privacy.audit.model()
    assert [audit.index(0, column).data() for column in (1, 2, 3)] == [
        "Withdrawn", "p0000002", "asked by mail",
    ]  # fmt: skip


def test_where_who_withdraws_has_come_too_is_named(privacy: PrivacyDesk, desk: Desk) -> None:
    store = desk.study.store
    session = store.tables.sessions()[0].code
    again = SimulatedSession(*desk.study.plan_session("pilot", 1))
    events = again.play()
    code = next(each.participant for each in events if isinstance(each, ev.CheckedIn))
    labelled = [
        replace(each, is_bot=False, label="ann" if each.participant == code else "")
        if isinstance(each, ev.CheckedIn)
        else each
        for each in events
    ]
    store.log.append(again.code, labelled, utc_now())
    privacy.refresh()
    named = f"the same person has also been {code} of session {again.code}"
    privacy.people.selectRow([each[0] for each in shown(privacy)].index("p0000001"))
    asked: list[str] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QDialog)
        asked.append(" ".join(each.text() for each in question.findChildren(QLabel)))
        question.reject()

    QTimer.singleShot(0, answer)
    privacy.withdraw.click()
    assert named in asked[0]
    privacy.note_withdrawal(session, "p0000001", "asked by mail")
    assert named in privacy.words.text()
    privacy.note_withdrawal(session, "p0000002", "asked by mail")
    assert "the same person" not in privacy.words.text()


def test_labels_are_deleted_after_two_questions(
    privacy: PrivacyDesk, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.control.data.privacy_desk.ask_text", lambda *_: "everyone is paid")
    monkeypatch.setattr("ui.control.data.privacy_desk.confirm", lambda *_: False)
    privacy.purge.click()
    assert [label for _, label, _ in shown(privacy)] == ["Ann", "Ben M.", "–"]
    monkeypatch.setattr("ui.control.data.privacy_desk.confirm", lambda *_: True)
    privacy.purge.click()
    assert [label for _, label, _ in shown(privacy)] == ["–", "–", "–"]
    assert {row.act for row in desk.study.store.private.audit()} == {"labels_purged"}
    assert "2 labels deleted." in privacy.words.text()


def test_copies_that_still_hold_labels_are_named_and_no_others(
    privacy: PrivacyDesk, desk: Desk
) -> None:
    store = desk.study.store
    folder = store.folder.path
    names, codes, aside = folder.parent / "names", folder.parent / "codes", folder / "set-aside-1"
    export_study(store, names, include_pilots=True)
    export_study(store, codes, include_pilots=True, with_labels=False)
    before = store.back_up(Occasion.HAND).path
    aside.mkdir()
    copy_file(before, aside / "study.db")
    privacy.delete_labels("paid")
    words = privacy.words.text()
    assert "1 backup still holds what was deleted" in words
    assert str(aside) in words
    assert str(names) in words
    assert str(codes) not in words
    assert "not known" not in words
    export_study(store, names, include_pilots=True)
    before.unlink()
    store.back_up(Occasion.HAND)
    (aside / "study.db").write_bytes(b"as it was")
    privacy.delete_labels("once more")
    assert privacy.words.text() == (
        f"0 labels deleted. Of 1 copy it is not known whether it still holds it: {aside}."
    )


def test_nothing_is_done_while_a_session_runs(desk: Desk, qtbot: QtBot) -> None:
    privacy = PrivacyDesk(desk)
    qtbot.addWidget(privacy)
    privacy.people.selectRow(0)
    assert not privacy.withdraw.isEnabled()
    assert not privacy.purge.isEnabled()
    assert any("A session is running" in each.text() for each in privacy.findChildren(QLabel))


def test_fingerprints_go_alone(privacy: PrivacyDesk, desk: Desk, qtbot: QtBot) -> None:
    private = desk.study.store.private
    before = len(desk.study.store.fingerprints.all())
    assert before == 2  # somebody without a label has none
    with qtbot.waitSignal(privacy.changed):
        privacy.delete_fingerprints("end of the project")
    assert privacy.words.text().startswith("2 fingerprints deleted.")
    assert desk.study.store.fingerprints.all() == []
    assert [label for _, label, _ in shown(privacy)] == ["Ann", "Ben M.", "–"], "labels stay"
    (row,) = private.audit()
    assert (row.act, row.reason) == ("fingerprints_purged", "end of the project")


def test_nothing_is_deleted_while_a_session_runs(desk: Desk, qtbot: QtBot) -> None:
    running = PrivacyDesk(desk)
    qtbot.addWidget(running)
    assert not running.forget.isEnabled()
    assert not running.purge.isEnabled()
