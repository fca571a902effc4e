"""Tables of other programs are recognised and hold the same games as the plain table."""

from collections.abc import Callable
from pathlib import Path

import foreign_tables as foreign
import pytest
from foreign_tables import Played, games

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.importers.found_file import FoundFile
from hcmd_lab.storage.importers.importing import read_csv
from hcmd_lab.storage.importers.map_file import read_map


def read(path: Path, text: str, *said: str) -> FoundFile:
    path.write_text(text, encoding="utf-8")
    return read_csv(path, "auto", PAPER_GAME, read_map(said))


def told(found: FoundFile) -> str:
    return " ".join(map(str, found.summary().recognised))


@pytest.mark.parametrize(
    ("write", "said", "layout"),
    [
        (foreign.ztree, (), "ztree"),
        (lambda made: foreign.ztree(made, endowment_in_globals=True), (), "ztree"),
        (foreign.otree_app, ("endowment=10",), "otree-app"),
        (foreign.otree_wide, ("endowment=10",), "otree-wide"),
        (foreign.empirica, (), "empirica"),
        (foreign.other,
         ("group=Team,round=T,player=Who,endowment=Has", "contribution=Gives,payout=Gets"),
         "table"),
    ],
    ids=["z-Tree", "z-Tree with globals", "oTree app", "oTree wide", "Empirica", "mapped"],
)  # fmt: skip
def test_the_games_are_those_of_the_plain_table(
    tmp_path: Path, write: Callable[[list[Played]], str], said: tuple[str, ...], layout: str
) -> None:
    made = games()
    straight = read(tmp_path / "plain.csv", foreign.plain(made))
    found = read(tmp_path / "theirs.csv", write(made), *said)
    assert found.file.layout == layout
    assert [g.stages[0].payouts for g in found.reading.groups] == [
        tuple(tuple(row[::-1]) if layout == "table" else row for row in g.stages[0].payouts)
        for g in straight.reading.groups
    ]
    assert [sum(map(sum, g.stages[0].contributions)) for g in found.reading.groups] == [
        sum(map(sum, g.stages[0].contributions)) for g in straight.reading.groups
    ]
    assert found.reading.left_out == 0
    assert "Columns were taken as: group = " in told(found)


def test_the_head_is_found_by_its_coins(tmp_path: Path) -> None:
    made = games(tail=4)
    straight = read(tmp_path / "plain.csv", foreign.plain(made)).reading.groups
    said = "group=Team,round=T,player=Who,endowment=Has,contribution=Gives,payout=Gets"
    found = read(tmp_path / "theirs.csv", foreign.other(made), said)
    for theirs, ours in zip(found.reading.groups, straight, strict=True):
        assert theirs.stages[0].endowments == ours.stages[0].endowments == ((10, 4, 4, 4),) * 3
        heads = [row[0] for row in theirs.stages[0].contributions]
        assert heads == [row[0] for row in ours.stages[0].contributions]
    assert "where only one of them has 10 coins, that one is the head" in told(found)
    assert "found to be total earnings" in told(found)


def test_what_the_payouts_are_can_be_said_and_has_to_fit(tmp_path: Path) -> None:
    text = foreign.plain(games())
    assert "found_out" not in told(read(tmp_path / "a.csv", text, "payouts=fund"))
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "b.csv", text, "payouts=earnings")
    assert "no fund gives" not in str(caught.value), "the fund gives just these payouts"
    assert "as payouts, in 0 as total earnings. Leave out payouts=earnings." in str(caught.value)
    with pytest.raises(UsageError, match=r"in \d+ as total earnings. Leave out payouts=fund\."):
        read(tmp_path / "d.xls", foreign.ztree(games()), "payouts=fund")
    computed = told(read(tmp_path / "e.csv", text, "payouts=equal"))
    assert "The payouts were computed, as was said" in computed
    assert "The payouts are the study's fund in" not in computed, "they were made so"
    with pytest.raises(UsageError, match="says nothing about the payouts"):
        read(tmp_path / "c.csv", text, "payouts=gross")


def test_practice_periods_are_left_out_and_counted(tmp_path: Path) -> None:
    found = read(tmp_path / "t.xls", foreign.ztree(games()))
    assert "8 rows of practice periods are left out." in told(found)
    assert {len(g.stages[0].contributions) for g in found.reading.groups} == {foreign.ROUNDS}


def test_a_missing_contribution_of_z_tree_leaves_its_group_out(tmp_path: Path) -> None:
    lines = foreign.ztree(games()).splitlines()
    cells = lines[-2].split("\t")
    cells[-2] = "-"
    lines[-2] = "\t".join(cells)
    found = read(tmp_path / "t.xls", "\n".join(lines))
    (out,) = found.reading.named
    assert (out.name, str(out.reason)) == (
        "261129_1015-2", f"row {len(lines) - 1} has no contribution",
    )  # fmt: skip


@pytest.mark.parametrize("write", [foreign.otree_app, foreign.otree_wide])
def test_what_otree_lacks_is_said(tmp_path: Path, write: Callable[[list[Played]], str]) -> None:
    with pytest.raises(UsageError, match=r"lacks endowment; .*as endowment=10"):
        read(tmp_path / "t.csv", write(games()))


def test_two_apps_are_two_stages(tmp_path: Path) -> None:
    first = foreign.otree_wide(games(), "first_app").splitlines()
    second = foreign.otree_wide(games(10, 1.6), "second_app").splitlines()
    both = "\n".join(f"{a},{b.split(',', 3)[3]}" for a, b in zip(first, second, strict=True))
    both = both.replace("survey.1.player.age", "survey.1.player.age2", 1)
    found = read(tmp_path / "t.csv", both, "endowment=10")
    for group in found.reading.groups:
        assert [(s.stage, s.mechanism) for s in group.stages] == [
            (1, "first_app"), (2, "second_app"),
        ]  # fmt: skip


def test_a_dropped_player_leaves_the_group_out(tmp_path: Path) -> None:
    lines = foreign.empirica(games()).splitlines()
    lines[3] = lines[3].replace("false", "true")
    (out,) = read(tmp_path / "t.csv", "\n".join(lines)).reading.named
    assert (out.name, str(out.reason)) == ("G1", "a player had left by row 4")


@pytest.mark.parametrize("has_seats", [True, False])
def test_partners_that_change_are_the_reason(tmp_path: Path, has_seats: bool) -> None:
    rows = ["group,round,player,endowment,contribution,payout" + ",seat" * has_seats]
    for number in (1, 2):
        for place in range(8):
            player = (place + 3 * number) % 8
            seat = f",{place % 4}" if has_seats else ""
            rows.append(f"{place // 4},{number},p{player},10,5,8{seat}")
    with pytest.raises(UsageError, match="its members change from round to round"):
        read(tmp_path / "t.csv", "\n".join(rows))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("group", "does not say which column is which"),
        ("colour=Group", "does not say which column is which"),
        ("group=Nowhere", "to be taken as group, exactly one column has to be called “Nowhere”"),
        ("missing.toml", "cannot be read"),
    ],
)
def test_a_map_that_says_nothing_is_refused(tmp_path: Path, said: str, sentence: str) -> None:
    with pytest.raises(OperatorError, match=sentence):
        read(tmp_path / "t.csv", foreign.plain(games()), said)


def test_headings_may_have_commas_and_plus_signs_and_join(tmp_path: Path) -> None:
    text = foreign.other(games()).replace("Team,", '"Team, group",', 1).replace("Who", "A+B")
    said = "group=Team, group,round=T,player=A+B,endowment=Has,contribution=Gives,payout=Gets"
    assert len(read(tmp_path / "t.csv", text, said).reading.groups) == foreign.GROUPS
    joined = said.replace("group=Team, group", "group=Team, group+Has")
    names = [g.name for g in read(tmp_path / "t.csv", text, joined).reading.groups]
    assert names == ["t1-10", "t2-10"]
