"""Checks a mechanism against a restriction in every state a session can reach.

A frozen table holds whole parts per billion, rounded by the largest remainder: no share is a whole
part away from the share before rounding. What is checked is therefore kept to within one part per
billion for each seat, which is far below the hundredth of a coin in which people are paid.
"""

from dataclasses import dataclass
from functools import cache

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES, BaselineName
from hcmd_lab.game.profile_arrays import row_orders, shares_at, table_rows
from hcmd_lab.game.rules import WEIGHT_UNITS, Game
from hcmd_lab.restriction import Restriction
from hcmd_lab.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Findings:
    """A mechanism's worst case over all states, in parts per billion.

    Attributes:
        smallest_share: Smallest share of any seat in any state.
        lowered: Pairs of states between which one seat alone gives a coin more and gets a smaller
            share, by more than rounding explains.
        distance: The greatest from the reference; None without one.
    """

    smallest_share: int
    lowered: int
    distance: int | None


@dataclass(frozen=True, slots=True)
class RestrictionVerdict:
    """One requirement of a study and whether a mechanism satisfies it.

    Attributes:
        kept: Whether it does.
        sentence: The finding compared with the requirement.
    """

    kept: bool
    sentence: Sentence


def examine(policy: FrozenPolicy, reference: str | None = None) -> Findings:
    """Check a mechanism in every state of every condition.

    Args:
        policy: The mechanism's table.
        reference: The closed form from which the distance is taken, if one is.
    """
    return Findings(
        smallest_share=min(min(table) for table in policy.tables.values()),
        lowered=sum(_lowered(policy, tail) for tail in policy.game.tail_endowments),
        distance=None if reference is None else _distance(policy, _frozen(reference, policy.game)),
    )


def judge(policy: FrozenPolicy, restriction: Restriction) -> list[RestrictionVerdict]:
    """Compare a mechanism with a restriction; empty if nothing is restricted."""
    found = examine(policy, restriction.reference if restriction.has_reference else None)
    verdicts = []
    if restriction.minimum_share:
        asked = restriction.minimum_share * WEIGHT_UNITS
        sentence = Sentence(
            "smallest share {found}, at least {asked} required",
            found=_part(found.smallest_share),
            asked=restriction.minimum_share,
        )
        verdicts.append(RestrictionVerdict(found.smallest_share >= asked - 1, sentence))
    if restriction.monotone:
        sentence = (
            Sentence("{n} state(s) where contributing more lowers the share", n=found.lowered)
            if found.lowered
            else Sentence("no state where contributing more lowers the share")
        )
        verdicts.append(RestrictionVerdict(not found.lowered, sentence))
    if found.distance is not None:
        asked = restriction.reference_distance * WEIGHT_UNITS
        sentence = Sentence(
            "greatest distance from {reference} {found}, at most {asked} allowed",
            reference=BaselineName(restriction.reference).spoken,
            found=_part(found.distance),
            asked=restriction.reference_distance,
        )
        # Half of the seats' total difference; both tables are rounded at each seat.
        verdicts.append(RestrictionVerdict(found.distance <= asked + policy.game.seats, sentence))
    return verdicts


def _lowered(policy: FrozenPolicy, tail_endowment: int) -> int:
    """Number of one-coin steps by a seat that lower its share by more than a part per billion."""
    rows = table_rows(policy.game, tail_endowment)
    orders = row_orders(policy.game, tail_endowment)
    before = shares_at(policy, tail_endowment, rows)
    count = 0
    for seat, endowment in enumerate(policy.game.endowments(tail_endowment)):
        can = rows[:, seat] < endowment
        more = rows[can]
        more[:, seat] += 1
        after = shares_at(policy, tail_endowment, more)[:, seat]
        # Shares are whole parts per billion: between one and two of them lies no other.
        lowered = after - before[can, seat] < -1.5 / WEIGHT_UNITS
        count += int(orders[can][lowered].sum())
    return count


def _distance(policy: FrozenPolicy, reference: FrozenPolicy) -> int:
    """The maximum total variation, rounded down."""
    seats, greatest = policy.game.seats, 0
    for tail, table in policy.tables.items():
        other = reference.tables[tail]
        apart = [abs(a - b) for a, b in zip(table, other, strict=True)]
        sums = map(sum, zip(*(apart[seat::seats] for seat in range(seats)), strict=True))
        greatest = max(greatest, *sums)
    return greatest // 2


@cache
def _frozen(reference: str, game: Game) -> FrozenPolicy:
    return freeze(BASELINES[reference], game)


def _part(units: int) -> float:
    """Parts per billion as a share of the fund, for people to read."""
    return round(units / WEIGHT_UNITS, 4)
