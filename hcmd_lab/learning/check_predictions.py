"""Checks what models expected of a session against what its people did.

The models of the iteration before have not seen the groups of this one, and the mechanisms that
these met are known: so each session is a test of the models, for nothing. Each member of the set
plays the same mechanisms by itself from the first round on, in the conditions in which people did.

Shapes: `M` members, `C` conditions, `R` groups a condition.
"""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

import numpy as np
import torch
from torch import Tensor

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.inference.vote_shares import share_interval
from hcmd_lab.jobs.job_folder import played_file
from hcmd_lab.jobs.modelled import Checked, PredictionCheck
from hcmd_lab.jobs.record import Interval
from hcmd_lab.learning.contest import Contest, Contestant
from hcmd_lab.learning.expectation import GIVING_ERROR, shared_error
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.table_policy import TablePolicy

REPETITIONS = 100
"""Simulated groups per condition, which leave an error far below that of the people observed."""

MIN_GROUPS = 3
"""Groups without which their spread says nothing."""


@dataclass(frozen=True, slots=True)
class ModelErrors:
    """What is known of the errors of a set when it made its predictions.

    Attributes:
        widening: Factor of its error in votes.
        giving_widening: Of its error in contributions; None for the same.
        groups_known: Groups whose votes it was fitted to, by what these say.
        groups_modelled: Groups whose contributions it was fitted to.
    """

    widening: float
    giving_widening: float | None
    groups_known: float
    groups_modelled: int

    def shared(self, quantity: Checked) -> float:
        """The error that all members share."""
        match quantity:
            case Checked.VOTES:
                return shared_error(self.groups_known)
            case Checked.CONTRIBUTIONS:
                return shared_error(self.groups_modelled, GIVING_ERROR)
            case _:
                assert_never(quantity)

    def factor(self, quantity: Checked) -> float:
        """The factor by which the error is widened."""
        match quantity:
            case Checked.VOTES:
                return self.widening
            case Checked.CONTRIBUTIONS:
                known = self.giving_widening
                return self.widening if known is None else known
            case _:
                assert_never(quantity)


@dataclass(frozen=True, slots=True)
class Observed:
    """Something seen in one group.

    Attributes:
        tail_endowment: Its condition.
        part: Votes won, or the fraction of the endowment that was contributed.
        whole: Votes cast, or 1.
    """

    tail_endowment: int
    part: float
    whole: int = 1

    @property
    def value(self) -> float:
        """The share that was seen."""
        return self.part / self.whole


def check_predictions(
    models: ParticipantSet,
    tables: Mapping[str, FrozenPolicy],
    groups: Sequence[PlayedGroup],
    game: Game,
    seed: int,
    errors: ModelErrors,
    threads: int = 1,
) -> tuple[PredictionCheck, ...]:
    """Votes on each pair of mechanisms, and contributions under each.

    Args:
        models: Fitted before these groups played.
        tables: The mechanisms that groups met, by name.
        groups: Of one iteration.
        game: The game they played.
        seed: Of the simulated games.
        errors: Of the models when they made the predictions.
        threads: Members that play at a time.
    """
    dice = generator(seed, "check/contest")
    contest = Contest(models, game, REPETITIONS, dice, threads=threads)
    weight = models[0].vote.weight
    entered = {name: contest.enter(TablePolicy(table, weight)) for name, table in tables.items()}
    return tuple(_checks(contest, entered, groups, game, errors))


def read_played(folder: Path, played: Sequence[str]) -> dict[str, FrozenPolicy]:
    """The tables in a job's folder of the mechanisms that groups met, by name.

    Raises:
        OperatorError: One cannot be read.
    """
    tables = {}
    for number, name in enumerate(played):
        try:
            data = read_bounded(folder / played_file(number), FileKind.JOB)
            tables[name] = FrozenPolicy.from_bytes(data, name)
        except (OSError, ValueError) as error:
            raise OperatorError(
                "The table of {mechanism} in {folder} cannot be read ({error}); run the step "
                "again.",
                mechanism=name,
                folder=folder,
                error=error,
            ) from error
    return tables


def _checks(
    contest: Contest,
    entered: Mapping[str, Contestant],
    groups: Sequence[PlayedGroup],
    game: Game,
    errors: ModelErrors,
) -> Iterator[PredictionCheck]:
    for first, second in itertools.combinations(entered, 2):
        seen = list(_votes(groups, first, second, game))
        expected = contest.shares_by_member(entered[first], entered[second])
        if len(seen) >= MIN_GROUPS:
            yield _check(Checked.VOTES, first, second, seen, expected, groups, game, errors)
    for name, contestant in entered.items():
        seen = list(_contributions(groups, name, game))
        expected = contest.fractions_by_member(contestant)
        if len(seen) >= MIN_GROUPS:
            yield _check(Checked.CONTRIBUTIONS, name, "", seen, expected, groups, game, errors)


def _check(
    quantity: Checked,
    first: str,
    second: str,
    seen: Sequence[Observed],
    expected: Tensor,
    groups: Sequence[PlayedGroup],
    game: Game,
    errors: ModelErrors,
) -> PredictionCheck:
    """Args: `expected` is `[M, C, R]`; conditions weigh as they do among the groups seen."""
    values = torch.tensor([each.value for each in seen], dtype=torch.float64)
    counts = [
        sum(each.tail_endowment == tail for each in seen) / len(seen)
        for tail in game.tail_endowments
    ]
    share = torch.tensor(counts, dtype=torch.float64)
    exact = expected.cpu().double()
    by_member = exact.mean(2) @ share
    variance = (exact.mean(0).var(1) / exact.shape[2]) @ share**2
    return PredictionCheck(
        quantity=quantity,
        purpose=groups[0].purpose,
        iteration=groups[0].iteration,
        first=first,
        second=second,
        groups=len(seen),
        predicted=by_member.mean().item(),
        model_error=math.hypot(
            by_member.std().item() if len(by_member) > 1 else 0.0, errors.shared(quantity)
        ),
        widening=errors.factor(quantity),
        simulation_error=variance.sqrt().item(),
        observed=values.mean().item(),
        observed_error=(values.std() / len(seen) ** 0.5).item(),
        members=len(by_member) if quantity is Checked.VOTES else 0,
        observed_interval=came(quantity, seen),
    )


def came(quantity: Checked, seen: Sequence[Observed]) -> Interval:
    """The mean over groups, at least two, with its 95% interval.

    Of votes it is that of the test which EVALUATE makes, of contributions Student's.
    """
    match quantity:
        case Checked.VOTES:
            won = np.array([each.part for each in seen], dtype=np.int64)
            cast = np.array([each.whole for each in seen], dtype=np.int64)
            # The prediction is of the mean over groups, however many of each voted.
            alike = None if len(set(cast.tolist())) == 1 else cast.mean() / cast
            return share_interval(won, cast, alike)
        case Checked.CONTRIBUTIONS:
            values = np.array([each.value for each in seen])
            error = float(values.std(ddof=1)) / len(seen) ** 0.5
            return Interval.of_groups(float(values.mean()), error, len(seen))
        case _:
            assert_never(quantity)


def _votes(
    groups: Sequence[PlayedGroup], first: str, second: str, game: Game
) -> Iterator[Observed]:
    """Each group's votes for the first mechanism, of those cast."""
    for group in groups:
        stages = {stage.mechanism: stage for stage in _whole(group, game)}
        cast = [vote for vote in group.votes if vote is not None]
        if set(stages) == {first, second} and cast:
            won = cast.count(stages[first].stage)
            yield Observed(stages[first].endowments[0][-1], won, len(cast))


def _contributions(groups: Sequence[PlayedGroup], mechanism: str, game: Game) -> Iterator[Observed]:
    """Each group's mean fraction contributed under a mechanism, by own choice."""
    for group in groups:
        given = [
            coins / endowment
            for stage in _whole(group, game)
            if stage.mechanism == mechanism
            for row in zip(stage.contributions, stage.endowments, stage.own_choice, strict=True)
            for coins, endowment, own in zip(*row, strict=True)
            if own
        ]
        if given:
            yield Observed(group.stages[0].endowments[0][-1], sum(given) / len(given))


def _whole(group: PlayedGroup, game: Game) -> list[PlayedStage]:
    """The first two stages, where they were played to the end in a condition of the game."""
    return [
        stage
        for stage in group.stages_here
        if stage.stage < 3
        and len(stage.endowments) == game.rounds
        and stage.endowments[0][-1] in game.tail_endowments
    ]
