"""The raw files of Koster et al. (2022), by synthetic files of the same layouts."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.storage.importers import import_csv
from hcmd_lab.storage.importers.dai import COLUMNS, reader
from hcmd_lab.storage.importers.shape import Reading
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"
Cells = dict[str, str]


@dataclass
class Block:
    """Four consecutive participants; sessions as (number, rounds, mechanism code)."""

    first_id: int = 1
    sessions: tuple[tuple[int, int, int], ...] = ((0, 3, 1), (1, 10, 4), (2, 10, 3), (3, 10, 4))
    baseline: int = 3
    votes: tuple[str, ...] = ("1.0", "0.0", "nan", "1.0")

    def rows(self) -> Iterable[Cells]:
        for session, rounds, code in self.sessions:
            for timestep in range(rounds):
                for seat in range(4):
                    endowment = 4 if seat else 10
                    contribution = (seat + timestep) % 5
                    total = sum((s + timestep) % 5 for s in range(4))
                    yield {
                        "participant_id": f"{self.first_id + seat}.0",
                        "player_id": f"{seat}.0",
                        "contribution": str(contribution),
                        "endowment": str(endowment),
                        "session": str(session),
                        "timestep": str(timestep),
                        "endowcond": "4",
                        "mechanism_code": str(code),
                        "baseline": str(self.baseline),
                        "head": str(seat == 0),
                        "rel_contribution": f"{contribution / endowment:.3f}",
                        "vote": self.votes[seat],
                        "payout": f"{0.4 * total:.3f}",
                    }


def write(tmp_path: Path, rows: Iterable[Cells], experiment: str = "exp2") -> Path:
    path = tmp_path / f"data_{experiment}.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([row[column] for column in COLUMNS[experiment]] for row in rows)
    return path


def read(tmp_path: Path, *blocks: Block, experiment: str = "exp2") -> Reading:
    rows = [row for block in blocks for row in block.rows()]
    return reader(experiment)(write(tmp_path, rows, experiment), PAPER_GAME)


@pytest.mark.parametrize("experiment", ["exp2", "exp4"])
def test_two_sessions_are_stages_and_the_bonus_is_the_third(
    tmp_path: Path, experiment: str
) -> None:
    reading = read(tmp_path, Block(), experiment=experiment)
    (group,) = reading.groups
    assert reading.left_out == 0
    assert [(s.stage, s.mechanism) for s in group.stages] == [
        (1, "hcrm"),
        (2, "liberal_egalitarian"),
        (3, "hcrm"),
    ]
    assert all(len(stage.endowments) == 10 for stage in group.stages)
    assert group.stages[0].endowments[0] == (10, 4, 4, 4)
    assert group.stages[0].contributions[:2] == ((0, 1, 2, 3), (1, 2, 3, 4))
    assert group.stages[0].payouts[0] == (2.4,) * 4


def test_a_vote_for_the_agent_is_a_vote_for_its_stage(tmp_path: Path) -> None:
    (first,) = read(tmp_path, Block()).groups
    assert first.votes == (1, 2, None, 1)  # the agent came first
    swapped = ((1, 10, 3), (2, 10, 4), (3, 10, 4))
    (second,) = read(tmp_path, Block(sessions=swapped)).groups
    assert second.votes == (2, 1, None, 2)


def test_a_vote_between_equals_says_nothing(tmp_path: Path) -> None:
    both = ((1, 10, 3), (2, 10, 3), (3, 10, 3))
    neither = ((1, 10, 4), (2, 10, 1), (3, 10, 1))
    for sessions in (both, neither):
        (group,) = read(tmp_path, Block(sessions=sessions)).groups
        assert group.votes == (None,) * 4


def test_experiment_1_has_no_votes(tmp_path: Path) -> None:
    (group,) = read(tmp_path, Block(), experiment="exp1").groups
    assert group.votes == (None,) * 4
    assert len(group.stages) == 3


@pytest.mark.parametrize(
    ("sessions", "stages"),
    [
        (((0, 3, 1), (1, 10, 4), (2, 10, 3)), [1, 2]),  # no bonus
        (((0, 3, 1), (1, 10, 4), (2, 10, 3), (3, 1, 4)), [1, 2]),  # a bonus of one round
        (((1, 10, 1), (2, 10, 2), (3, 10, 3), (4, 10, 1), (5, 10, 1)), [1, 2]),  # five sessions
    ],
)
def test_sessions_that_are_no_stages(
    tmp_path: Path, sessions: tuple[tuple[int, int, int], ...], stages: list[int]
) -> None:
    (group,) = read(tmp_path, Block(sessions=sessions)).groups
    assert [stage.stage for stage in group.stages] == stages


@pytest.mark.parametrize(
    "sessions",
    [
        ((0, 3, 1),),  # the tutorial alone
        ((1, 10, 4), (3, 10, 4)),  # no second session
        ((1, 10, 4), (2, 9, 3), (3, 10, 4)),  # stages of different length
    ],
)
def test_groups_without_two_stages_are_left_out(
    tmp_path: Path, sessions: tuple[tuple[int, int, int], ...]
) -> None:
    reading = read(tmp_path, Block(sessions=sessions), Block(first_id=10_001))
    assert (len(reading.groups), reading.left_out) == (1, 1)


def test_groups_with_a_missing_row_or_a_wrong_sum_are_left_out(tmp_path: Path) -> None:
    short = [
        r
        for r in Block(5).rows()
        if (r["session"], r["timestep"], r["player_id"]) != ("2", "4", "3.0")
    ]
    odd = list(Block(9).rows())
    odd[20]["payout"] = "9.9"
    path = write(tmp_path, [*Block(1).rows(), *short, *odd])
    reading = reader("exp2")(path, PAPER_GAME)
    assert (len(reading.groups), reading.left_out) == (1, 2)


def test_votes_may_stand_in_some_rows_only(tmp_path: Path) -> None:
    rows = list(Block().rows())
    for row in rows[:-4]:
        row["vote"] = ""
    (group,) = reader("exp2")(write(tmp_path, rows), PAPER_GAME).groups
    assert group.votes == (1, 2, None, 1)


@pytest.mark.parametrize(
    ("line", "changes", "sentence"),
    [
        (1, {"participant_id": "x"}, "row 2, column participant_id: expected a whole number"),
        (2, {"player_id": "1"}, "row 3, column player_id: expected a different player number"),
        (30, {"player_id": "3"}, "row 31, column player_id: expected a different player number"),
        (3, {"session": "-1"}, "row 4, column session: expected a whole number between 0 and 9"),
        (4, {"endowment": "12"}, "row 5, column endowment: expected a whole number between 1 and"),
        (5, {"contribution": "5"}, "row 6, column contribution: expected a whole number between 0"),
        (6, {"timestep": "0"}, "row 7: expected one row per participant, session and timestep"),
        (7, {"mechanism_code": "5"}, "row 8, column mechanism_code: expected one of 1, 2, 3, 4, 6"),
        (8, {"mechanism_code": "2"}, "row 9, column mechanism_code: expected 1, as before in this"),
        (
            9,
            {"payout": "lots"},
            "row 10, column payout: expected a number between 0 and 1,000,000,000",
        ),
        (8, {"vote": "0"}, "row 9, column vote: expected 1, as before for this participant"),
        (8, {"endowcond": "6"}, "row 9, column endowcond: expected 4, as before in this group"),
        (8, {"baseline": "2"}, "row 9, column baseline: expected 3, as before in this group"),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, line: int, changes: dict[str, str], sentence: str
) -> None:
    rows = list(Block().rows())
    rows[line] |= changes
    with pytest.raises(UsageError) as caught:
        reader("exp2")(write(tmp_path, rows), PAPER_GAME)
    assert sentence in str(caught.value)


def test_the_layout_of_another_experiment(tmp_path: Path) -> None:
    path = write(tmp_path, Block().rows(), "exp1")
    with pytest.raises(UsageError, match="row 1, column payout: expected 13 columns, found 12"):
        reader("exp2")(path, PAPER_GAME)


def test_into_a_study(tmp_path: Path) -> None:
    path = write(tmp_path, [*Block(1).rows(), *Block(5).rows()])
    with Store.create(tmp_path / "study", {}) as store:
        summary = import_csv(store, path, "dai-exp2", PAPER_GAME, 1, UTC, "koster22")
        assert (summary.groups, summary.decisions, summary.votes) == (2, 240, 6)
        assert [group.winner for group in store.tables.groups()] == [None, None]
        assert store.tables.groups()[0].votes == (2, 1)
        assert store.tables.played_groups()[0].stages[2].mechanism == "hcrm"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({"tails": 2}, "4 people form a group, in the study 3;"),
     ({"tails": 5}, "4 people form a group, in the study 6;"),
     ({"multiplier_percent": 200}, "grows by a factor of 1.6, in the study by 2;")],
)  # fmt: skip
def test_the_game_of_the_data_is_asked_for(
    tmp_path: Path, changes: dict[str, int], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        reader("exp2")(write(tmp_path, []), replace(PAPER_GAME, **changes))
