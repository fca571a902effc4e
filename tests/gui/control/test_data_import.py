"""Importing groups: first what is in the file, then the choice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.storage.importers.column_map import ColumnMap, Role
from ui.control.data.column_dialog import ColumnDialog
from ui.control.data.import_dialog import ImportDialog
from ui.control.data_panel import DataPanel
from ui.control.desk import Desk

HEADER = "group,stage,round,seat,endowment,contribution,payout,vote"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    del qtbot  # there has to be an application
    desk = Desk()
    desk.open_study(playable_study(tmp_path / "study", 4))
    yield desk
    desk.close_study()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> DataPanel:
    panel = DataPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel.pictures.isVisible)
    return panel


@pytest.fixture
def dialog(panel: DataPanel) -> ImportDialog:
    panel.ask_what_to_import()
    found = panel.findChild(ImportDialog)
    assert found is not None
    return found


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [f"a,1,{t},{seat},10,5,8," for t in (1, 2) for seat in range(4)]
    path = tmp_path / "groups.csv"
    path.write_text("\n".join([HEADER, *rows]))
    return path


def choose(qtbot: QtBot, dialog: ImportDialog, path: Path) -> str:
    dialog.file.setText(str(path))
    before = dialog.found.text()
    dialog.read()
    qtbot.waitUntil(
        lambda: (
            dialog.found.text() != before
            and not dialog.found.text().startswith("The file is being read")
        )
    )
    return dialog.found.text()


def test_what_was_found_is_told_before_it_is_stored(
    qtbot: QtBot, panel: DataPanel, dialog: ImportDialog, desk: Desk, table: Path
) -> None:
    assert not dialog.act.isEnabled()
    assert choose(qtbot, dialog, table).startswith("Found 1 complete group with 8 decisions")
    assert desk.study.store.tables.groups() == []
    dialog.act.click()
    qtbot.waitUntil(lambda: len(desk.study.store.tables.groups()) == 1)
    (group,) = desk.study.store.tables.groups()
    assert group.source == "imported"
    qtbot.waitUntil(lambda: panel.groups.model().rowCount() == 1)


def test_a_wrong_file_is_told_by_row_and_column(
    qtbot: QtBot, dialog: ImportDialog, table: Path
) -> None:
    table.write_text(table.read_text().replace("a,1,1,0,10,5", "a,1,1,0,10,50"))
    assert "row 2, column contribution" in choose(qtbot, dialog, table)
    assert not dialog.act.isEnabled()
    assert "cannot be read" in choose(qtbot, dialog, table.with_name("missing.csv"))


def test_the_same_groups_are_not_imported_twice(
    qtbot: QtBot, panel: DataPanel, desk: Desk, table: Path
) -> None:
    panel.ask_what_to_import()
    dialog = panel.findChildren(ImportDialog)[-1]
    choose(qtbot, dialog, table)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.act.click()
    qtbot.waitUntil(lambda: not desk.is_importing)
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes())
    panel.ask_what_to_import()
    dialog = panel.findChildren(ImportDialog)[-1]
    assert "these groups are in the study already" in choose(qtbot, dialog, table)
    assert not dialog.act.isEnabled()
    assert len(desk.study.store.tables.groups()) == 1


def test_which_votes_model_will_use_and_who_is_left_out_is_told(
    qtbot: QtBot, dialog: ImportDialog, table: Path
) -> None:
    more = [f"b,{stage},1,{seat},10,5,8,1" for stage in (1, 2) for seat in range(4)]
    table.write_text("\n".join([table.read_text(), *more, "c,1,1,0,10,5,8,"]))
    told = choose(qtbot, dialog, table)
    assert "MODEL can use 0 votes of this file. MODEL will not use 4 votes: stages 1 and 2" in told
    assert "Left out: group c; it has 1 seat, and the study's game has 4." in told


def test_koster_and_others_are_called_by_their_names(dialog: ImportDialog) -> None:
    names = [dialog.layout_choice.itemText(i) for i in range(dialog.layout_choice.count())]
    assert not any("Dai and" in name for name in names)
    assert any(name.startswith("Koster et al. (2022), Democratic AI") for name in names)


def test_columns_are_chosen_by_their_headings(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.csv"
    rows = [f"a,{t},{seat},5,8" for t in (1, 2) for seat in range(4)]
    path.write_text("\n".join(["Team,T,Who,Gives,Gets", *rows]))
    assert "lacks group" in choose(qtbot, dialog, path)
    asked = ColumnDialog(("Team", "T", "Who", "Gives", "Gets"), ColumnMap(), tmp_path)
    qtbot.addWidget(asked)
    words = {Role.GROUP: "Team", Role.ROUND: "T", Role.PLAYER: "Who", Role.ENDOWMENT: "10",
             Role.CONTRIBUTION: "Gives", Role.PAYOUT: "Gets"}  # fmt: skip
    for role, heading in words.items():
        asked.choices[role].setCurrentText(heading)
    asked.save_map(tmp_path / "columns.toml")
    again = ColumnDialog((), ColumnMap(), tmp_path)
    qtbot.addWidget(again)
    again.open_map(tmp_path / "columns.toml")
    assert again.asked() == asked.asked() == ColumnMap(words)
    QTimer.singleShot(0, lambda: _answer(dialog, again.asked()))
    before = dialog.found.text()
    dialog.columns.click()
    qtbot.waitUntil(lambda: dialog.found.text().startswith("Found 1 complete group"))
    assert dialog.found.text() != before
    assert "Columns were taken as: group = Team" in dialog.found.text()


def imported_as_asked(
    qtbot: QtBot, dialog: ImportDialog, desk: Desk, offer: QAbstractButton, words: str
) -> PlayedGroup:
    """Take the offer without which nothing can be imported, then import the one group."""
    assert offer.isVisible()
    assert not dialog.act.isEnabled()
    offer.click()
    qtbot.waitUntil(dialog.act.isEnabled)
    assert words in dialog.found.text()
    assert not offer.isVisible()
    dialog.act.click()
    qtbot.waitUntil(lambda: len(desk.study.store.tables.groups()) == 1)
    (group,) = desk.study.store.tables.played_groups()
    return group


def test_the_head_is_put_first_when_that_is_asked_for(
    qtbot: QtBot, panel: DataPanel, dialog: ImportDialog, desk: Desk, table: Path
) -> None:
    rows = [f"a,1,1,{seat},{10 if seat == 2 else 4},4,6.4," for seat in range(4)]
    table.write_text("\n".join([HEADER, *rows]))
    told = choose(qtbot, dialog, table)
    assert "the head, who has 10 coins, has seat 2" in told
    told = "In 1 group the head had another seat"
    group = imported_as_asked(qtbot, dialog, desk, dialog.head_first, told)
    assert group.stages[0].endowments[0] == (10, 4, 4, 4)


@pytest.mark.parametrize("payout", ["12.5", None])
def test_equal_shares_are_computed_when_that_is_asked_for(
    qtbot: QtBot, panel: DataPanel, dialog: ImportDialog, desk: Desk, table: Path,
    payout: str | None,
) -> None:  # fmt: skip
    rows = [f"a,1,{t},{seat},{10 if seat == 0 else 4},{t},{payout}," for t in (1, 2)
            for seat in range(4)]  # fmt: skip
    text = "\n".join([HEADER, *rows])
    if payout is None:
        text = text.replace(",payout", "").replace(",None", "")
    table.write_text(text)
    told = choose(qtbot, dialog, table)
    assert "with “Compute equal shares”" in told
    told = "The payouts were computed, as was said"
    group = imported_as_asked(qtbot, dialog, desk, dialog.equal_shares, told)
    assert group.stages[0].payouts == ((1.6,) * 4, (3.2,) * 4)
    assert group.stages[0].mechanism == "equal_shares_computed"


def test_payouts_of_another_game_offer_nothing(
    qtbot: QtBot, panel: DataPanel, dialog: ImportDialog, table: Path
) -> None:
    rows = [f"a,1,{t},{seat},{10 if seat == 0 else 4},{t},{2 * t}," for t in (1, 2)
            for seat in range(4)]  # fmt: skip
    table.write_text("\n".join([HEADER, *rows]))
    assert "grows by 2 in all rounds" in choose(qtbot, dialog, table)
    assert not dialog.equal_shares.isVisible()


def _answer(dialog: ImportDialog, asked: ColumnMap) -> None:
    shown = dialog.findChild(ColumnDialog)
    assert shown is not None
    shown.show_map(asked)
    shown.accept()


def test_no_import_while_a_session_runs(
    panel: DataPanel, desk: Desk, dialog: ImportDialog, table: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    choose(qtbot, dialog, table)
    monkeypatch.setattr(Desk, "session_is_running", property(lambda _: True))
    dialog.act.click()
    assert "A session is running" in panel.work.bar.words.text()
    assert desk.study.store.tables.groups() == []


def test_a_heading_that_begins_another_one_can_be_typed(tmp_path: Path, qtbot: QtBot) -> None:
    asked = ColumnDialog(("Team", "T"), ColumnMap(), tmp_path)
    qtbot.addWidget(asked)
    asked.show()
    asked.activateWindow()
    field = asked.choices[Role.ROUND].lineEdit()
    assert field is not None
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "T")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert asked.asked().headings == {Role.ROUND: "T"}


def test_equal_shares_are_offered_only_where_nothing_else_is_lacking(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    """What names a button stands where the button is."""
    rows = ["1,1,1,10,5", "1,1,2,10,5"]
    for header, offered in (
        ("group,round,seat,endowment,contribution", True),
        ("a,b,c,d,e", False),
    ):
        path = tmp_path / f"{offered}.csv"
        path.write_text("\n".join([header, *rows]))
        told = choose(qtbot, dialog, path)
        assert "say which columns are which" in told
        assert ("Compute equal shares" in told) == offered
        assert dialog.equal_shares.isVisible() == offered


def read_of(qtbot: QtBot, dialog: ImportDialog) -> str:
    qtbot.waitUntil(lambda: dialog._reader is None)
    return dialog.found.text()


def test_what_was_found_in_one_file_is_not_imported_under_the_name_of_another(
    qtbot: QtBot, dialog: ImportDialog, table: Path
) -> None:
    assert choose(qtbot, dialog, table).startswith("Found 1 complete group")
    QTest.keyClicks(dialog.file, "x")
    assert not dialog.act.isEnabled()
    assert dialog.found.text() == "Nothing is stored until you have seen what was found."
    asked: list[object] = []
    dialog.import_requested.connect(asked.append)
    dialog._on_import()
    assert asked == []


def test_a_file_that_is_no_longer_named_is_not_found(
    qtbot: QtBot, dialog: ImportDialog, table: Path
) -> None:
    dialog.file.setText(str(table))
    dialog.read()
    dialog.file.clear()
    dialog.read()  # before the file has been read
    assert read_of(qtbot, dialog) == "Nothing is stored until you have seen what was found."
    assert not dialog.act.isEnabled()
    dialog.file.setText(str(table))
    dialog.read()
    QTest.keyClicks(dialog.file, "x")
    assert read_of(qtbot, dialog) == "Nothing is stored until you have seen what was found."
    assert not dialog.act.isEnabled()
    QTest.keyClick(dialog.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "groups.csvx cannot be read" in dialog.found.text())


def test_what_was_said_of_one_file_does_not_hold_for_the_next(
    qtbot: QtBot, dialog: ImportDialog, table: Path
) -> None:
    choose(qtbot, dialog, table)
    dialog.compute_equal_shares()
    assert "computed" in read_of(qtbot, dialog)
    other = table.with_name("other.csv")
    other.write_text(table.read_text())
    told = choose(qtbot, dialog, other)
    assert "The payouts are the study's fund in 2 of 2 rounds." in told
    assert "computed" not in told


def test_many_groups_are_told_with_their_thousands_apart(
    qtbot: QtBot, dialog: ImportDialog, table: Path
) -> None:
    rows = [f"{group},1,1,{seat},{8 if seat else 10},{1 + group % 8},{1.6 * (1 + group % 8):.2f},"
            for group in range(1200) for seat in range(4)]  # fmt: skip
    table.write_text("\n".join([HEADER, *rows]))
    dialog.file.setText(str(table))
    dialog.read()
    qtbot.waitUntil(lambda: dialog._reader is None, timeout=30_000)
    told = dialog.found.text()
    assert "the study's fund in 1,200 of 1,200 rounds" in told
    assert "8 (1,200)" in told


@pytest.mark.parametrize("name", ["a\0b.csv", "x" * 10_000, "\u202eb.csv", "a\nb.csv"])
def test_a_name_that_no_file_can_have_is_a_sentence(
    qtbot: QtBot, dialog: ImportDialog, name: str
) -> None:
    said = choose(qtbot, dialog, Path(name))
    assert "cannot be read" in said
    assert not dialog.act.isEnabled()
    assert dialog.width() < 1000
