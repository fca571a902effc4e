"""Rounds with their payouts, and what payouts that no fund gives may be instead."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.shape import Decision

_FEWEST_POINTS = 5
_FACTOR_SLACK = 1e-3


@dataclass(frozen=True, slots=True)
class PaidRound:
    """A round with a decision for each seat.

    Attributes:
        group: The file's name of the group.
        stage: 1, 2 or 3.
        number: Of the round, as the file counts.
        seats: One decision per seat, the head first.
    """

    group: str
    stage: int
    number: int
    seats: tuple[Decision, ...]

    @property
    def endowments(self) -> tuple[int, ...]:
        """Coins that each seat had."""
        return tuple(made.endowment for made in self.seats)

    @property
    def contributed(self) -> int:
        """Coins in the fund before it grew."""
        return sum(made.contribution for made in self.seats)

    @property
    def paid(self) -> float:
        """Coins in the column of payouts."""
        return sum(made.payout for made in self.seats)

    @property
    def kept(self) -> int:
        """Coins that were not contributed."""
        return sum(made.endowment - made.contribution for made in self.seats)


def hints(rounds: Sequence[PaidRound], game: Game, slack: float) -> list[Sentence]:
    """What else payouts may be that are no fund of the study's, and how to go on.

    Payouts that fit another growth are those of another game; only for those that fit no game it
    is offered to compute them.

    Args:
        rounds: All complete rounds.
        game: The study's game.
        slack: Coins that a round's payouts may miss the fund by.
    """
    other_game = _other_growth(rounds, game, slack)
    if other_game:
        return other_game
    told: list[Sentence] = []
    amounts = [made.payout for played in rounds for made in played.seats]
    if len(rounds) > 1 and min(amounts) == max(amounts):
        told.append(
            Sentence(
                "All payouts of the file are {amount}, whatever was contributed.",
                amount=short(amounts[0]),
            )
        )
    if could_be_equal_shares(rounds, game, slack):
        told.append(
            Sentence(
                "If everyone was given the same share of the fund, the payouts can be computed "
                "instead: in the window with “Compute equal shares”, or with --map payouts=equal."
            )
        )
    return told


def could_be_equal_shares(rounds: Sequence[PaidRound], game: Game, slack: float) -> bool:
    """Whether payouts that fit no game are alike within each round, as equal shares are."""
    return not _other_growth(rounds, game, slack) and all(
        _are_equal((made.payout for made in played.seats), slack)
        or _are_equal((m.payout - m.endowment + m.contribution for m in played.seats), slack)
        for played in rounds
    )


def _other_growth(rounds: Sequence[PaidRound], game: Game, slack: float) -> list[Sentence]:
    """That the payouts fit another growth of the fund, where they do in all rounds."""
    as_payouts = _growth(rounds, lambda played: played.paid, slack)
    if as_payouts:
        return [
            Sentence(
                "They fit a fund that grows by {growth} in all rounds; the study's grows by "
                "{ours}.",
                growth=short(as_payouts),
                ours=short(game.multiplier),
            ),
            *_in_points(as_payouts / game.multiplier),
        ]
    as_earnings = _growth(rounds, lambda played: played.paid - played.kept, slack)
    if as_earnings:
        return [
            Sentence(
                "As total earnings they fit a fund that grows by {growth} in all rounds; the "
                "study's grows by {ours}.",
                growth=short(as_earnings),
                ours=short(game.multiplier),
            )
        ]
    return []


def _in_points(factor: float) -> list[Sentence]:
    """That a coin may be several points of the file, where the growth is a round multiple."""
    points = round(factor)
    if points < _FEWEST_POINTS or abs(factor - points) > _FACTOR_SLACK * points:
        return []
    return [
        Sentence(
            "That is {n} times as much: if a coin is {n} points or cents in this file, divide its "
            "payouts by {n}.",
            n=points,
        )
    ]


def _growth(
    rounds: Sequence[PaidRound], amount: Callable[[PaidRound], float], slack: float
) -> float:
    """The growth by which the fund gives the amounts of all rounds; 0 if there is none."""
    ratios = [amount(played) / played.contributed for played in rounds if played.contributed]
    growth = round(median(ratios), 2) if ratios else 0.0
    fits = all(abs(amount(played) - growth * played.contributed) <= slack for played in rounds)
    return growth if fits and growth > 0 else 0.0


def _are_equal(amounts: Iterable[float], slack: float) -> bool:
    listed = list(amounts)
    return max(listed) - min(listed) <= slack


def short(amount: float) -> float | int:
    """An amount as people write it: whole if it is, without the noise of the last digits."""
    rounded = round(amount, 6)
    return int(rounded) if rounded == int(rounded) else rounded
