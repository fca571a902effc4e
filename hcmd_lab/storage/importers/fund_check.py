"""Whether payouts can come from the game's fund.

The fund of a round is `multiplier * sum_i c_i` coins, and the seats' payouts add up to it: each is
rounded to as many decimals as the file has. A column of payouts may also hold what a seat earned in
total, `payout_i + e_i - c_i`; then the fund fits once the coins that were kept are subtracted.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hcmd_lab.errors import UsageError
from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.importers.column_map import HeadElsewhereError, NoPayoutsError, Payouts
from hcmd_lab.storage.importers.equal_shares import MECHANISM
from hcmd_lab.storage.importers.paid_rounds import (
    PaidRound,
    could_be_equal_shares,
    hints,
    short,
)

_MIN_DECIMALS = 1
_MAX_DECIMALS = 2
"""A study counts in hundredths of a coin; payouts in whole coins have to add up exactly enough."""

_FLOAT_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class FundVerdict:
    """What a column of payouts holds.

    Attributes:
        payouts: Coins from the fund, total earnings, or nothing that is read.
        recognised: That, in words.
    """

    payouts: Payouts = Payouts.FUND
    recognised: tuple[Sentence, ...] = ()


def paid_from_fund(
    file: str,
    rounds: Sequence[PaidRound],
    game: Game,
    first_seat: int,
    decimals: int,
    payouts: Payouts = Payouts.FOUND_OUT,
) -> FundVerdict:
    """Find out what the payouts of a file are.

    Args:
        file: Name of the file.
        rounds: All complete rounds.
        game: The study's game.
        first_seat: The number that the file has for the head's seat.
        decimals: Of the payouts in the file.
        payouts: What they are said to be; they have to fit that.

    Raises:
        NoPayoutsError: No fund gives the payouts, and within each round they are alike.
        UsageError: A round has endowments that the game does not have, or payouts that its fund
            does not give.
    """
    conditions: dict[str, tuple[int, ...]] = {}
    every: dict[str, set[tuple[int, ...]]] = {}
    for played in rounds:
        every.setdefault(played.group, set()).add(played.endowments)
    for played in rounds:
        _check_endowments(file, played, game, first_seat, keeps=len(every[played.group]) == 1)
        before = conditions.setdefault(played.group, played.endowments)
        if before != played.endowments:
            problem = Sentence(
                "the endowments are {now}, and before {before}; a group keeps its endowments",
                now=_listed(played.endowments),
                before=_listed(before),
            )
            raise _wrong_endowments(file, played, problem)
    if payouts is Payouts.EQUAL:
        told = Sentence(
            "The payouts were computed, as was said: in each round every seat has the same share "
            "of a fund that grows by {growth}. Payouts and mechanisms of the file were not "
            "read; the mechanism is called {mechanism}.",
            growth=short(game.multiplier),
            mechanism=MECHANISM,
        )
        return FundVerdict(Payouts.EQUAL, (told,))
    digits = min(max(decimals, _MIN_DECIMALS), _MAX_DECIMALS)
    slack = _FLOAT_SLACK + game.seats * 0.5 * 10.0**-digits

    def fits(amount: Callable[[PaidRound], float]) -> list[bool]:
        return [abs(amount(r) - game.multiplier * r.contributed) <= slack for r in rounds]

    as_payouts = fits(lambda played: played.paid)
    if all(as_payouts) and payouts is not Payouts.EARNINGS:
        return FundVerdict()
    as_earnings = fits(lambda played: played.paid - played.kept)
    each_kept = all(
        made.payout - (made.endowment - made.contribution) >= -slack
        for played in rounds
        for made in played.seats
    )
    if all(as_earnings) and each_kept and payouts is not Payouts.FUND:
        told = Sentence("The payouts are total earnings; the coins kept were subtracted.")
        if payouts is Payouts.EARNINGS:
            return FundVerdict(Payouts.EARNINGS, (told,))
        told = Sentence(
            "The payouts were found to be total earnings and the coins kept were subtracted: the "
            "fund fits in {fitting} of {rounds} rounds as payouts, in all as earnings.",
            fitting=sum(as_payouts),
            rounds=len(rounds),
        )
        return FundVerdict(Payouts.EARNINGS, (told,))
    misfit = as_earnings if payouts is Payouts.EARNINGS else as_payouts
    wrong = rounds[misfit.index(False) if False in misfit else 0]
    fitting = Sentence(
        "The fund fits in {fitting} of {rounds} rounds as payouts, in {earning} as total earnings.",
        fitting=sum(as_payouts),
        rounds=len(rounds),
        earning=sum(as_earnings),
    )
    if payouts is Payouts.EARNINGS:
        raise _no_earnings(file, wrong, game, first_seat, fitting, are_payouts=all(as_payouts))
    kind = NoPayoutsError if could_be_equal_shares(rounds, game, slack) else UsageError
    raise kind.of(
        Sentence(
            "{file}: group {group}, stage {stage}, round {round}: no fund gives seats {first} to "
            "{last} the payouts {payouts}: the {contributed} coins contributed grow to {fund}. "
            "{fitting} Nothing was imported.",
            payouts=_listed(short(made.payout) for made in wrong.seats),
            **_named(file, wrong, game, first_seat),
            fitting=in_a_row(fitting, *_remedies(rounds, game, slack, payouts, all(as_earnings))),
        )
    )


def _remedies(
    rounds: Sequence[PaidRound], game: Game, slack: float, payouts: Payouts, are_earnings: bool
) -> list[Sentence]:
    """How to go on where payouts are not what they are taken or said to be."""
    if payouts is Payouts.FUND and are_earnings:
        return [Sentence("Leave out payouts=fund.")]
    return hints(rounds, game, slack)


def _no_earnings(
    file: str,
    wrong: PaidRound,
    game: Game,
    first_seat: int,
    fitting: Sentence,
    *,
    are_payouts: bool,
) -> UsageError:
    """The error for payouts that were said to be total earnings.

    Args:
        file: Name of the file.
        wrong: A round that shows it.
        game: The study's game.
        first_seat: The number that the file has for the head's seat.
        fitting: In how many rounds the fund fits, as what.
        are_payouts: Whether the fund fits in all rounds as payouts.
    """
    remedy = [Sentence("Leave out payouts=earnings.")] if are_payouts else []
    return UsageError(
        "{file}: group {group}, stage {stage}, round {round}: total earnings of seats {first} to "
        "{last} of {earnings} are {paid} beyond the coins kept, and the {contributed} coins "
        "contributed grow to {fund}. {fitting} Nothing was imported.",
        **_named(file, wrong, game, first_seat),
        earnings=_listed(short(made.payout) for made in wrong.seats),
        paid=short(wrong.paid - wrong.kept),
        fitting=in_a_row(fitting, *remedy),
    )


def _named(file: str, wrong: PaidRound, game: Game, first_seat: int) -> dict[str, object]:
    """What errors say of a round that no fund fits: where it is, and what it contributed."""
    return {
        "file": file,
        "group": wrong.group,
        "stage": wrong.stage,
        "round": wrong.number,
        "first": first_seat,
        "last": first_seat + game.seats - 1,
        "contributed": wrong.contributed,
        "fund": short(game.multiplier * wrong.contributed),
    }


def _check_endowments(
    file: str, played: PaidRound, game: Game, first_seat: int, *, keeps: bool
) -> None:
    """Check that a round has endowments of the game.

    Args:
        file: Name of the file.
        played: The round.
        game: The study's game.
        first_seat: The number that the file has for the head's seat.
        keeps: Whether its group has the same endowments in all rounds.

    Raises:
        HeadElsewhereError: They are those of the game once the head is given the first seat.
        UsageError: They are not.
    """
    endowments = played.endowments
    if any(endowments == game.endowments(tail) for tail in game.tail_endowments):
        return
    is_elsewhere = sorted(endowments) in [
        sorted(game.endowments(tail)) for tail in game.tail_endowments
    ]
    heads = [seat for seat, e in enumerate(endowments) if e == game.head_endowment]
    if is_elsewhere:
        problem = Sentence(
            "the head, who has {coins} coins, has seat {seat}; give the head seat {first}",
            coins=game.head_endowment,
            seat=heads[0] + first_seat,
            first=first_seat,
        )
        if keeps:
            offered = Sentence(
                "{problem}: in the window with “Put the head first”, or with --head-first",
                problem=problem,
            )
            raise _wrong_endowments(file, played, offered, HeadElsewhereError)
    elif is_equal(game):
        problem = Sentence(
            "the study's game does not have the endowments {endowments}: everyone has {coins} "
            "coins",
            endowments=_listed(endowments),
            coins=game.head_endowment,
        )
    else:
        problem = Sentence(
            "the study's game does not have the endowments {endowments}: the head, seat {first}, "
            "has {coins} coins, and the other seats all have the same number: {tails}",
            endowments=_listed(endowments),
            first=first_seat,
            coins=game.head_endowment,
            tails=" / ".join(map(str, game.tail_endowments)),
        )
    raise _wrong_endowments(file, played, problem)


def _wrong_endowments(
    file: str, played: PaidRound, problem: Sentence, kind: type[UsageError] = UsageError
) -> UsageError:
    return kind.of(
        Sentence(
            "{file}: group {group}, stage {stage}, round {round}: {problem}. Nothing was imported.",
            file=file,
            group=played.group,
            stage=played.stage,
            round=played.number,
            problem=problem,
        )
    )


def _listed(parts: Iterable[object]) -> str:
    return ", ".join(map(str, parts))
