import dataclasses
import math
from pathlib import Path

import pytest
import torch
from played_groups import played_groups

from hcmd_lab.dataset import write_dataset
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import Compute, DeviceKind, ModelJob
from hcmd_lab.learning.fit import model
from hcmd_lab.learning.participant_set import ParticipantSet, SetArchitecture
from hcmd_lab.learning.shift import behaviour_shift

JOB = ModelJob(
    game=PAPER_GAME,
    seed=3,
    sizes=((4, 2),),
    max_epochs=30,
    splits=2,
    compute=Compute(device=DeviceKind.CPU, threads=1),
)


def in_iteration(iteration: int, groups: tuple[PlayedGroup, ...]) -> tuple[PlayedGroup, ...]:
    return tuple(
        dataclasses.replace(group, group=f"{iteration}-{group.group}", iteration=iteration)
        for group in groups
    )


def giving_nothing(group: PlayedGroup) -> PlayedGroup:
    """The same group where nobody ever contributes."""
    stages = tuple(
        dataclasses.replace(
            stage,
            contributions=tuple(tuple(0 for _ in row) for row in stage.contributions),
            payouts=tuple(tuple(0.0 for _ in row) for row in stage.payouts),
        )
        for stage in group.stages
    )
    return dataclasses.replace(group, stages=stages)


FIRST = in_iteration(1, played_groups(6))
SECOND = in_iteration(2, tuple(map(giving_nothing, played_groups(6))))


def run(folder: Path, job: ModelJob, groups: tuple[PlayedGroup, ...]) -> ModelResult:
    folder.mkdir(exist_ok=True)
    write_dataset(folder / "dataset.jsonl", groups)
    *_, result = model(job, folder, folder.parent / "checkpoints", lambda: False)
    assert isinstance(result, ModelResult)
    return result


def test_models_of_the_first_people_are_surprised_by_others(tmp_path: Path) -> None:
    first = run(tmp_path / "1", JOB, FIRST)
    assert first.shift is not None
    # Alone in its matrix, a model is measured on the people it was fitted to.
    assert first.shift.contribution == [[pytest.approx(first.contribution.training)]]
    assert first.shift.vote == [[pytest.approx(first.vote.training, abs=1e-6)]]

    job = ModelJob(
        game=PAPER_GAME,
        seed=3,
        sizes=JOB.sizes,
        max_epochs=JOB.max_epochs,
        splits=2,
        earlier=(first.checkpoint,),
        compute=JOB.compute,
    )
    second = run(tmp_path / "2", job, FIRST + SECOND)
    assert second.shift is not None
    (old_on_old, old_on_new), (_, new_on_new) = second.shift.contribution
    assert old_on_old == first.shift.contribution[0][0]
    assert old_on_new is not None
    assert new_on_new is not None
    assert old_on_new > 1.5 * new_on_new


def test_untrained_models_toss_a_coin_and_people_who_did_not_vote_say_nothing() -> None:
    mute = tuple(dataclasses.replace(group, votes=(None,) * 4) for group in SECOND)
    untrained = ParticipantSet(SetArchitecture(linear_size=4, lstm_size=2))
    with torch.no_grad():
        for parameter in untrained.parameters():
            parameter.zero_()
    shift = behaviour_shift([untrained, untrained], FIRST + mute, PAPER_GAME)
    assert shift.vote == [[pytest.approx(math.log(2)), None]] * 2
    assert shift.contribution[0] == shift.contribution[1]


def test_people_who_are_looked_at_side_by_side_surprise_as_much() -> None:
    models = []
    for seed in (1, 2, 3):
        one = ParticipantSet(SetArchitecture(linear_size=4, lstm_size=2))
        for member in one:
            member.contribution.reset_parameters(torch.Generator().manual_seed(seed))
        models.append(one)
    groups = FIRST + SECOND + in_iteration(3, played_groups(2))
    alone = behaviour_shift(models, groups, PAPER_GAME)
    assert behaviour_shift(models, groups, PAPER_GAME, threads=3) == alone
    first, second, third = zip(*alone.contribution, strict=True)
    assert first != second != third  # a column for the people of each iteration
    assert len({row[0] for row in alone.contribution}) == 3  # and a row for the models of each


def test_a_lost_checkpoint_of_an_iteration_before_is_told_before_the_work(tmp_path: Path) -> None:
    job = ModelJob(
        game=PAPER_GAME, seed=3, sizes=JOB.sizes, earlier=("0" * 64,), compute=JOB.compute
    )
    with pytest.raises(OperatorError):
        run(tmp_path / "2", job, FIRST + SECOND)
