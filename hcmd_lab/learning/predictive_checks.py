"""Posterior predictive checks: do the fitted participants do what the groups did?

Each member of the set decides in the place of every person, having seen what that person had seen,
several times over. A feature of how the groups behaved is unsurprising if it lies where nearly all
of these repetitions lie (Gelman, Meng and Stern 1996). The data are those that were fitted to: a
check that fails is news, one that passes is not much.

Beside the features stands the mean curve: what each role contributed, round by round.

Shapes: `P` people's sequences, `T` rounds, `K` contributions, `D` repetitions, `G` groups that
voted, `N` seats, `V` votes, `M` members of the set.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.roles import EVERYONE, HEAD, TAIL, roles
from hcmd_lab.game.rules import Game
from hcmd_lab.game.usable_votes import compared_stages
from hcmd_lab.jobs.modelled import Feature, FeatureCheck
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import arrays
from hcmd_lab.learning.participant_inputs import vote_quantities
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import VoteModel
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.sequences import Sequences

REPETITIONS = 200
"""Of the whole data, divided among the members."""

_NO_VARIANCE = 1e-12
"""Of mean shares that are the same but for the rounding of floats."""

_GIVES = {
    HEAD: Feature.HEADS_GIVE, TAIL: Feature.TAILS_GIVE, EVERYONE: Feature.EVERYONE_GIVES
}  # fmt: skip
_FOR_MORE = {
    HEAD: Feature.HEADS_FOR_MORE,
    TAIL: Feature.TAILS_FOR_MORE,
    EVERYONE: Feature.VOTES_FOR_MORE,
}

Floats = npt.NDArray[np.float64]
Key = tuple[Feature, int | None]
"""A feature, and the round it is about."""


@dataclass(frozen=True, slots=True)
class PredictiveChecks:
    """Features as they were and as the fitted participants have them.

    Attributes:
        features: Of all rounds.
        curve: What each role contributed, in each round in which anybody decided.
    """

    features: tuple[FeatureCheck, ...]
    curve: tuple[FeatureCheck, ...]


def predictive_checks(
    participants: ParticipantSet, groups: Sequence[PlayedGroup], game: Game, seed: int
) -> PredictiveChecks:
    """Check every feature.

    Args:
        participants: The set.
        groups: The groups it was fitted to.
        game: Their game.
        seed: The job's.
    """
    dice = generator(seed, "predictive checks")
    data = arrays.contributions(groups, game)
    cpu = torch.device("cpu")
    architecture = participants.architecture
    sequences = Sequences.of(data, architecture.inputs, cpu, architecture.max_endowment)
    seen = Sequences.of(data, Inputs.FULL, cpu)
    each = max(1, REPETITIONS // len(participants))
    repeated: dict[Key, list[float]] = {}
    with torch.no_grad():
        for member in participants:
            chances = member.contribution(sequences.features, sequences.endowment).softmax(-1)
            drawn = torch.multinomial(chances.flatten(0, 1), each, True, generator=dice)
            for choice in drawn.T.view(each, *sequences.contribution.shape):
                for key, value in _contributed(choice, seen, data.groups, game).items():
                    repeated.setdefault(key, []).append(value)
    observed = _contributed(seen.contribution, seen, data.groups, game)
    found = [
        msgspec.structs.replace(_check(key[0], observed[key], repeated[key]), round=key[1])
        for key in observed
        if key in repeated
    ]
    votes = _votes(participants, groups, game, each, dice)
    return PredictiveChecks(
        features=(*(check for check in found if check.round is None), *votes),
        curve=tuple(check for check in found if check.round is not None),
    )


def _check(
    feature: Feature, observed: float, repeated: list[float], tail_endowment: int | None = None
) -> FeatureCheck:
    low, high = np.quantile(repeated, [0.025, 0.975])
    expected = Interval(estimate=float(np.mean(repeated)), low=float(low), high=float(high))
    return FeatureCheck(
        feature=feature, observed=observed, expected=expected, tail_endowment=tail_endowment
    )


def _contributed(choice: Tensor, seen: Sequences, groups: int, game: Game) -> dict[Key, float]:
    """Features of contributions `[P, T]`; what nobody decided does not count.

    A part of nothing is no feature: of differences where there are none, of a first round that
    nobody played, and the coefficients where all had seen the same.
    """
    counted = seen.counted.numpy()
    share = (choice / seen.endowment).numpy().astype(np.float64)
    last_round = np.flatnonzero(counted.any(0))[-1]
    found: list[tuple[Feature, float]] = []
    if counted[:, 0].any():
        found.append((Feature.FIRST_ROUND, float(share[:, 0][counted[:, 0]].mean())))
    found += [
        (Feature.LAST_ROUND, float(share[:, last_round][counted[:, last_round]].mean())),
        (Feature.NOTHING, float((share == 0)[counted].mean())),
        (Feature.HALF, float((share == 0.5)[counted].mean())),
        (Feature.EVERYTHING, float((share == 1)[counted].mean())),
    ]
    alike = _alike(share, counted, seen.group.numpy(), groups)
    if alike is not None:
        found.append((Feature.ALIKE_IN_GROUPS, alike))
    later = counted[:, 1:]
    if later.any():
        before = seen.features[:, 1:].numpy()[later].astype(np.float64)
        columns = np.column_stack([np.ones(len(before)), before[:, 2], before[:, 4]])
        (_, own, others), _, rank, _ = np.linalg.lstsq(columns, share[:, 1:][later], rcond=None)
        if rank == columns.shape[1]:
            found += [(Feature.OWN_LAST, float(own)), (Feature.OTHERS_LAST, float(others))]
    in_all: dict[Key, float] = {(feature, None): value for feature, value in found}
    return in_all | _curve(share, counted, game)


def _curve(share: Floats, counted: npt.NDArray[np.bool_], game: Game) -> dict[Key, float]:
    """Mean shares by role and round; the seats of a group follow each other, the head first."""
    seat = np.arange(len(share)) % game.seats
    curve: dict[Key, float] = {}
    for name, seats in roles(game).items():
        feature, role = _GIVES[name], np.isin(seat, np.arange(game.seats)[seats])
        for column in range(share.shape[1]):
            given = share[role & counted[:, column], column]
            if len(given):
                curve[feature, column + 1] = float(given.mean())
    return curve


def _alike(
    share: Floats, counted: npt.NDArray[np.bool_], group: npt.NDArray[np.int64], groups: int
) -> float | None:
    """Variance of the groups' means, as a part of that of the person means; None if that is 0."""
    rows = counted.any(1)
    person = np.mean(share[rows], 1, where=counted[rows])
    total = float(person.var())
    if total < _NO_VARIANCE:
        return None
    size = np.bincount(group[rows], minlength=groups)
    mean = np.bincount(group[rows], person, groups) / np.maximum(size, 1)
    return float(np.average((mean - person.mean()) ** 2, weights=size)) / total


def _votes(
    participants: ParticipantSet,
    groups: Sequence[PlayedGroup],
    game: Game,
    each: int,
    dice: torch.Generator,
) -> list[FeatureCheck]:
    """Votes for the stage in which the voter earned more, by role and tail endowment."""
    unit = participants.architecture.max_endowment
    voters: list[tuple[int | None, str, bool, bool]] = []
    compared: list[Tensor] = []
    seats: list[tuple[int, int]] = []
    role_at = {
        seat: role for role, seats in roles(game).items() for seat in range(game.seats)[seats]
    }
    for group in groups:
        stages = compared_stages(group, game)
        if stages is None:
            continue
        tables = [
            [torch.tensor(t) for t in (s.endowments, s.contributions, s.payouts)] for s in stages
        ]
        first, second = ((e - c + p).sum(0) for e, c, p in tables)
        compared.append(torch.stack([vote_quantities(e, c, p, unit) for e, c, p in tables]))
        for seat, vote in enumerate(group.votes):
            if vote is not None and first[seat] != second[seat]:
                earned_more = bool(first[seat] > second[seat])
                # Where everyone has the same coins there is but one condition.
                coins = None if is_equal(game) else stages[0].endowments[0][-1]
                voters.append((coins, role_at[seat], vote == 1, earned_more))
                seats.append((len(compared) - 1, seat))
    if not voters:
        return []
    episodes, at = torch.stack(compared).float(), torch.tensor(seats).unbind(-1)
    chances = torch.stack([_leaning(member.vote, episodes)[at] for member in participants])
    chances = chances.sigmoid()  # [M, all voters]: of a vote for the first
    found = []
    for key in sorted({row[:2] for row in voters}, key=lambda key: (key[0] or 0, key[1])):
        of_key = [number for number, row in enumerate(voters) if row[:2] == key]
        rows = [voters[number] for number in of_key]
        richer = torch.tensor([row[3] for row in rows])
        chance = chances[:, of_key]  # [M, V]
        draws = torch.rand(each, *chance.shape, generator=dice) < chance
        repeated = (draws == richer).double().mean(-1).flatten().tolist()
        observed = float(np.mean([row[2] == row[3] for row in rows]))
        found.append(_check(_FOR_MORE[key[1]], observed, repeated, key[0]))
    return found


def _leaning(vote: VoteModel, episodes: Tensor) -> Tensor:
    """`[G, N]`: the logit of each seat's vote for the first of two episodes `[G, 2, T, N, 3]`."""
    first, second = vote(episodes).detach().unbind(1)
    ahead = 0.0 if vote.first_stage is None else float(vote.first_stage.detach())
    leaning: Tensor = first - second + ahead
    return leaning
