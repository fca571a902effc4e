"""Tables as joined, translated, exported and annotated files have them."""

from pathlib import Path

import foreign_tables as foreign
import pytest
from foreign_tables import Played, games
from hypothesis import given
from hypothesis import strategies as st
from plain_tables import HEADER, two_groups, write

from hcmd_lab.errors import UsageError
from hcmd_lab.game.rules import PAPER_GAME, Game
from hcmd_lab.storage.importers.equal_shares import MECHANISM, paid_equally
from hcmd_lab.storage.importers.found_file import FoundFile
from hcmd_lab.storage.importers.importing import read_csv
from hcmd_lab.storage.importers.map_file import read_map
from hcmd_lab.storage.importers.shape import Decision
from hcmd_lab.telling.import_words import told_of_contents

ALIKE = Game(head_endowment=10, tail_endowments=(10,))


def read(
    tmp_path: Path, text: str | bytes, *said: str, game: Game = PAPER_GAME, name: str = "t.csv"
) -> FoundFile:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_csv(path, "auto", game, read_map(said))


def told(found: FoundFile) -> str:
    return " ".join(map(str, told_of_contents(found.summary())))


def contents(found: FoundFile) -> list[object]:
    return [(g.votes, [(s.contributions, s.payouts) for s in g.stages])
            for g in found.reading.groups]  # fmt: skip


def voted(tmp_path: Path, vote: str = "{}", heading: str = "vote", *said: str) -> FoundFile:
    """The plain tables of two groups, with another heading or other words for votes."""
    rows = [[*row[:-1], vote.format(row[-1]) if row[-1] else ""] for row in two_groups()]
    path = write(tmp_path / "voted.csv", rows, [*HEADER[:-1], heading])
    return read_csv(path, "auto", PAPER_GAME, read_map(said))


@pytest.mark.parametrize("stage", ["stage {}", "Stage{}", "Abschnitt {}", "Fase {}"])
def test_votes_by_the_name_of_a_stage_are_read(tmp_path: Path, stage: str) -> None:
    votes = [group.votes for group in voted(tmp_path).reading.groups]
    assert (1, 2, None, None) in votes
    assert [group.votes for group in voted(tmp_path, stage).reading.groups] == votes


def test_columns_that_may_tell_votes_are_named_where_none_was_taken_for_it(tmp_path: Path) -> None:
    assert "No column tells votes" not in told(voted(tmp_path))
    found = voted(tmp_path, "{}", "prefers")
    assert not any(vote for group in found.reading.groups for vote in group.votes)
    assert "No column tells votes; if one does, say which" in told(found)
    assert "Not read: prefers." in told(found)
    again = voted(tmp_path, "{}", "prefers", "vote=prefers")
    assert contents(again) == contents(voted(tmp_path))


@pytest.mark.parametrize("stage", ["Abschnitt", "Étape"])
def test_the_words_of_our_own_windows_are_headings(tmp_path: Path, stage: str) -> None:
    head, rest = foreign.plain(games()).split("\n", 1)
    assert contents(read(tmp_path, f"{head.replace('stage', stage)}\n{rest}")) == straight(tmp_path)


def straight(tmp_path: Path) -> list[object]:
    return contents(read(tmp_path, foreign.plain(games()), name="straight.csv"))


def by_another_program(text: str, *, payout: float = 0, times: int = 1) -> str:
    """Each payout replaced by a value, or by a multiple of itself."""
    lines = text.splitlines()
    rows = [line.split(",") for line in lines[1:]]
    for row in rows:
        row[-1] = str(payout) if payout else f"{times * float(row[-1]):.2f}"
    return "\n".join([lines[0], *(",".join(row) for row in rows)])


def test_joined_files_have_marks_and_headings_in_their_middle(tmp_path: Path) -> None:
    head, *rows = foreign.plain(games()).splitlines()
    joined = "\n".join(["\ufeff" + head, *rows[:12], "\ufeff" + head, *rows[12:18],
                        "\ufeff" + rows[18], *rows[19:]])  # fmt: skip
    found = read(tmp_path, joined)
    assert contents(found) == straight(tmp_path)
    assert "1 row that repeats the headings was left out." in told(found)


@pytest.mark.parametrize("codec", ["utf-32", "utf-16", "utf-16-be"])
def test_wide_encodings(tmp_path: Path, codec: str) -> None:
    assert contents(read(tmp_path, foreign.plain(games()).encode(codec))) == straight(tmp_path)


def test_headings_below_headings_of_columns_together(tmp_path: Path) -> None:
    grouped = "who,who,when,who,coins,coins,coins\n"
    found = read(tmp_path, grouped + foreign.plain(games()))
    assert contents(found) == straight(tmp_path)
    assert "1 row above the headings was left out." in told(found)


def test_cells_separated_by_spaces(tmp_path: Path) -> None:
    found = read(tmp_path, foreign.plain(games()).replace(",", " "))
    assert contents(found) == straight(tmp_path)
    assert "separated by spaces" in told(found)


@pytest.mark.parametrize(
    "headings",
    ["Gruppe;Stufe;Runde;Sitz;Ausstattung;Beitrag;Auszahlung",
     "Groupe;Étape;Période;seat;Dotation;Contribution;Gain",
     "grupo;etapa;ronda;seat;dotación;contribución;pago",
     "gruppo;fase;periodo;seat;dotazione;contributo;guadagno"],
)  # fmt: skip
def test_headings_of_other_languages(tmp_path: Path, headings: str) -> None:
    _, *rows = foreign.plain(games()).splitlines()
    text = "\n".join([headings, *(row.replace(",", ";").replace(".", ",") for row in rows)])
    assert contents(read(tmp_path, text.encode("cp1252"))) == straight(tmp_path)


def test_a_german_z_tree_programme(tmp_path: Path) -> None:
    text = foreign.ztree(games()).replace("Contribution", "Beitrag").replace("Group", "Gruppe")
    assert contents(read(tmp_path, text.replace("Profit", "Auszahlung"))) == straight(tmp_path)


def test_empirica_without_the_prefix(tmp_path: Path) -> None:
    text = foreign.empirica(games()).replace("data.roundPayoff", "payoff").replace("data.", "")
    assert contents(read(tmp_path, text)) == straight(tmp_path)


@pytest.mark.parametrize(
    "word", ["-", "--", "#N/A", "#NV", "n.a.", "k.A.", "<NA>", "missing", "?", "NaN", " "]
)
def test_what_people_write_for_missing_values(tmp_path: Path, word: str) -> None:
    lines = foreign.plain(games()).splitlines()
    cells = lines[4].split(",")
    lines[4] = ",".join([*cells[:5], word, *cells[6:]])
    (out,) = read(tmp_path, "\n".join(lines)).reading.named
    assert (out.name, str(out.reason)) == ("1", "row 5 has no contribution")


def test_rounds_counted_through_all_stages(tmp_path: Path) -> None:
    head, *rows = foreign.plain(games()).splitlines()
    cells = [row.split(",") for row in rows]

    def again(stage: int, before: int) -> list[str]:
        return [",".join([g, str(stage), str(int(t) + before), *rest]) for g, _, t, *rest in cells]

    anew = read(tmp_path, "\n".join([head, *rows, *again(2, 0), *again(3, 0)]))
    on = read(tmp_path, "\n".join([head, *rows, *again(2, 3), *again(3, 6)]), name="on.csv")
    assert contents(on) == contents(anew)
    assert "Rounds are counted through all stages." in told(on)
    assert "counted through" not in told(anew)


def test_a_gap_between_rounds_is_no_counting_on(tmp_path: Path) -> None:
    head, *rows = foreign.plain(games()).splitlines()
    kept = [row for row in rows if row.split(",")[2] != "2"]
    with pytest.raises(UsageError, match="stage 1, round 2 has no row for seat 0"):
        read(tmp_path, "\n".join([head, *kept]))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [('{"group": 1}', "is a JSON file"), ('[{"group": 1}]', "is a JSON file"),
     ("group,stage,round,seat,endowment,contribution,payout\n", "no rows below them"),
     ("group,stage,round,seat,endowment,contribution,payout\n1,1,1,0,10,\0\0,4\n",
      "row 2: the row holds bytes of zero"),
     ('group,stage,round,seat,endowment,contribution,payout\n"a\nb",1,1,0,10,1,4\n',
      "row 2, column group: expected a text in one line"),
     ("group,stage,round,seat,endowment,contribution,payout\n1,1,1,0,20,1,4\n" +
      "1,1,1,1,4,1,4\n1,1,1,2,4,1,4\n1,1,1,3,4,1,4\n",
      "up to 20: settings head_endowment and tail_endowments")],
)  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        read(tmp_path, text)


@pytest.mark.parametrize("word", ["yes", "3", "Alice", "1.5"])
def test_the_words_for_votes_are_named_where_another_is_found(tmp_path: Path, word: str) -> None:
    with pytest.raises(UsageError) as caught:
        voted(tmp_path, word)
    assert "expected 1 or 2, the stage voted for (or 0 and 1, or A and B throughout)" in str(
        caught.value
    )


# What payouts are.


def test_payouts_that_say_nothing_can_be_computed_if_that_is_said(tmp_path: Path) -> None:
    text = by_another_program(foreign.plain(games()), payout=12.5)
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert "All payouts of the file are 12.5, whatever was contributed." in str(caught.value)
    assert "with --map payouts=equal" in str(caught.value)
    found = read(tmp_path, text, "payouts=equal")
    for group in found.reading.groups:
        (stage,) = group.stages
        assert stage.mechanism == MECHANISM
        for paid, coins in zip(stage.payouts, stage.contributions, strict=True):
            assert round(100 * sum(paid)) == 160 * sum(coins)
            assert max(paid) - min(paid) < 0.011
    assert "The payouts were computed, as was said" in told(found)


def test_a_file_without_payouts_says_how_they_can_be_had(tmp_path: Path) -> None:
    text = "\n".join(line.rpartition(",")[0] for line in foreign.plain(games()).splitlines())
    with pytest.raises(UsageError, match=r"lacks payout; .*payouts=equal"):
        read(tmp_path, text)
    assert [g.votes for g in read(tmp_path, text, "payouts=equal").reading.groups] == [
        (None,) * 4
    ] * 2


@pytest.mark.parametrize("growth", [2.0, 0.8])
def test_payouts_of_another_game_are_not_replaced(tmp_path: Path, growth: float) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, foreign.plain(games(growth=growth)))
    assert f"fit a fund that grows by {growth:g} in all rounds" in str(caught.value)
    assert "payouts=equal" not in str(caught.value)


def test_earnings_of_another_game_are_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="As total earnings they fit a fund that grows by 2 "):
        read(tmp_path, foreign.ztree(games(growth=2.0)))


def test_points_are_told_from_coins(tmp_path: Path) -> None:
    text = by_another_program(foreign.plain(games()), times=100)
    with pytest.raises(UsageError, match=r"100 times as much: .* divide its payouts by 100"):
        read(tmp_path, text)


def test_payouts_unequal_within_a_round_are_no_equal_shares(tmp_path: Path) -> None:
    lines = foreign.plain(games()).splitlines()
    lines[1:] = [f"{line.rpartition(',')[0]},{place % 4}" for place, line in enumerate(lines[1:])]
    with pytest.raises(UsageError) as caught:
        read(tmp_path, "\n".join(lines))
    assert "payouts=equal" not in str(caught.value)


def test_where_all_are_alike_nobody_is_called_the_head(tmp_path: Path) -> None:
    every: list[Played] = games(tail=10)
    for text, said in ((foreign.ztree(every), ()), (foreign.otree_app(every), ("endowment=10",))):
        found = read(tmp_path, text, *said, game=ALIKE)
        assert "Coins of everyone: 10." in told(found)
        assert "head" not in told(found)
        assert "tail" not in told(found)


@given(
    seats=st.integers(3, 6), percent=st.integers(50, 600),
    given_=st.lists(st.lists(st.integers(0, 20), min_size=6, max_size=6), min_size=1, max_size=5),
)  # fmt: skip
def test_computed_payouts_are_the_fund_and_equal(
    seats: int, percent: int, given_: list[list[int]]
) -> None:
    game = Game(
        head_endowment=20, tail_endowments=(20,), tails=seats - 1, multiplier_percent=percent
    )
    made = {(t, seat): Decision(20, given_[t - 1][seat], 7.0)
            for t in range(1, len(given_) + 1) for seat in range(seats)}  # fmt: skip
    paid = paid_equally(made, game)
    for t in range(1, len(given_) + 1):
        hundredths = [round(100 * paid[t, seat].payout) for seat in range(seats)]
        assert sum(hundredths) == percent * sum(given_[t - 1][:seats])
        assert max(hundredths) - min(hundredths) <= 1
