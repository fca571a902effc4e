"""MODEL on people who play another game than the paper's."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERTARIAN, STRICT_EGALITARIAN
from hcmd_lab.game.people_traits import draw_traits
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.playout import Playout, play
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.job_folder import DATASET_FILE
from hcmd_lab.jobs.modelled import ModelResult, Reference
from hcmd_lab.jobs.requests import Compute, DeviceKind, ModelJob
from hcmd_lab.learning.fit import model
from hcmd_lab.learning.participant_set import ParticipantSet

GAMES = {
    "three seats": Game(
        rounds=8, head_endowment=10, tail_endowments=(4, 10), tails=2, multiplier_percent=200
    ),
    "six seats": Game(
        rounds=4, head_endowment=20, tail_endowments=(6, 15), tails=5, multiplier_percent=300
    ),
}
GROUPS = 40


def simulated(game: Game, count: int) -> list[PlayedGroup]:
    """Groups of simulated people who met two mechanisms and voted."""
    dice = np.random.default_rng(3)
    tails = [game.tail_endowments[number % 2] for number in range(count)]
    tables = [freeze(mechanism, game) for mechanism in (LIBERTARIAN, STRICT_EGALITARIAN)]
    played = play(draw_traits(dice, (count, game.seats)), tables, tails, dice)
    return [_group(game, played, tails[number], number) for number in range(count)]


def rows(table: Any) -> tuple[Any, ...]:
    return tuple(map(tuple, table.tolist()))


def _group(game: Game, played: Playout, tail: int, number: int) -> PlayedGroup:
    stages = tuple(
        PlayedStage(
            stage + 1,
            name,
            (game.endowments(tail),) * game.rounds,
            rows(played.contributions[stage, :, number].astype(int)),
            rows(played.payouts[stage, :, number]),
            ((True,) * game.seats,) * game.rounds,
        )
        for stage, name in enumerate(("libertarian", "strict_egalitarian"))
    )
    votes = tuple(played.votes[number].tolist())
    return PlayedGroup(f"S-{number}", 1, "simulated", "acquire", stages, votes)


@pytest.mark.parametrize("game", GAMES.values(), ids=GAMES)
def test_model_learns_what_simulated_people_do_in_another_game(game: Game, tmp_path: Path) -> None:
    write_dataset(tmp_path / DATASET_FILE, simulated(game, GROUPS))
    job = ModelJob(
        game=game, seed=1, sizes=((8, 4),), vote_penalties=(0.3,), splits=1, members=2,
        max_epochs=40, compute=Compute(device=DeviceKind.CPU, threads=1),
    )  # fmt: skip
    *_, result = model(job, tmp_path, tmp_path, lambda: False)
    assert isinstance(result, ModelResult)
    found, guesses = result.contribution.held_out, result.contribution.references
    assert found < guesses[Reference.ENDOWMENT_MARGINAL] < guesses[Reference.UNIFORM]
    assert result.decisions == GROUPS * 2 * game.rounds * game.seats
    assert result.votes == GROUPS * game.seats
    assert result.vote.held_out < math.log(2)
    architecture = ParticipantSet.load(tmp_path, result.checkpoint).architecture
    assert (architecture.seats, architecture.rounds) == (game.seats, game.rounds)
    assert architecture.max_endowment == game.max_endowment
    assert {check.round for check in result.curve} == set(range(1, game.rounds + 1))


def test_a_group_of_another_size_is_named(tmp_path: Path) -> None:
    three, six = GAMES.values()
    write_dataset(tmp_path / DATASET_FILE, simulated(three, 4))
    job = ModelJob(game=six, seed=1, compute=Compute(device=DeviceKind.CPU, threads=1))
    with pytest.raises(OperatorError, match="Group S-0 has 3 seats where the game has 6"):
        list(model(job, tmp_path, tmp_path, lambda: False))
