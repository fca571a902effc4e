"""What a group decides: contributions, the fund that is divided for them, votes and their count."""

from hcmd_lab.game import events as ev
from hcmd_lab.game.group_moves import (
    default_cause,
    enter,
    require,
    require_phase,
    require_running,
    require_seat,
    with_seat,
)
from hcmd_lab.game.records import replace
from hcmd_lab.game.rules import WEIGHT_UNITS, fund_hundredths
from hcmd_lab.game.state import GroupState, Phase, RoundRecord, SessionState


def contribute(state: SessionState, group: GroupState, event: ev.Contributed) -> GroupState:
    """The group after one seat's contribution; the last one of a round leads to the fund."""
    require_running(group)
    require_phase(group, Phase.DECIDE)
    require(
        (event.stage, event.round) == (group.stage, group.round),
        "the group plays round {round} of stage {stage}",
        round=group.round,
        stage=group.stage,
    )
    require_seat(group, event.seat)
    endowment = state.plan.game.endowments(group.plan.tail_endowment)[event.seat]
    require(
        event.endowment == endowment,
        "this seat's endowment is {endowment}",
        endowment=endowment,
    )
    require(
        0 <= event.contribution <= endowment,
        "a contribution is a whole number of coins between 0 and {endowment}",
        endowment=endowment,
    )
    require(group.seats[event.seat].contribution is None, "this seat has already contributed")
    group = with_seat(
        group,
        event.seat,
        contribution=event.contribution,
        default=default_cause(group, event.by),
        nonce=event.nonce or group.seats[event.seat].nonce,
    )
    if all(seat.contribution is not None for seat in group.seats):
        group = enter(state, group, Phase.DIVIDE)
    return group


def divide(state: SessionState, group: GroupState, event: ev.FundDivided) -> GroupState:
    """The group after its fund was divided."""
    require_phase(group, Phase.DIVIDE)
    require(
        (event.stage, event.round) == (group.stage, group.round),
        "the group plays round {round} of stage {stage}",
        round=group.round,
        stage=group.stage,
    )
    require(event.mechanism == group.mechanism, "a different mechanism divides this stage's fund")
    contributions = tuple(seat.contribution or 0 for seat in group.seats)
    require(
        sum(event.payout_hundredths) == fund_hundredths(contributions, state.plan.game),
        "the payouts do not add up to the fund",
    )
    require(
        len(event.weight_units) == len(event.payout_hundredths) == len(group.seats)
        and min(event.weight_units) >= 0
        and min(event.payout_hundredths) >= 0
        and sum(event.weight_units) == WEIGHT_UNITS,
        "the weights do not add up to one",
    )
    paid = RoundRecord(group.stage, group.round, contributions, event.payout_hundredths)
    return enter(state, replace(group, history=(*group.history, paid)), Phase.OUTCOME)


def cast_vote(state: SessionState, group: GroupState, event: ev.VoteCast) -> GroupState:
    """The group after one seat's vote; the last one leads to the count."""
    require_running(group)
    require_phase(group, Phase.VOTE)
    require_seat(group, event.seat)
    require(event.choice in (None, 1, 2), "a vote is for stage 1 or stage 2")
    require(
        event.choice is not None or event.by != "participant", "a participant's vote names a stage"
    )
    require(not group.seats[event.seat].voted, "this seat has already voted")
    group = with_seat(
        group,
        event.seat,
        voted=True,
        vote=event.choice,
        default=default_cause(group, event.by),
        nonce=event.nonce or group.seats[event.seat].nonce,
    )
    if all(seat.voted for seat in group.seats):
        group = enter(state, group, Phase.COUNT)
    return group


def count_votes(state: SessionState, group: GroupState, event: ev.VotesCounted) -> GroupState:
    """The group after its votes were counted."""
    require_phase(group, Phase.COUNT)
    given = [seat.vote for seat in group.seats]
    votes = (given.count(1), given.count(2))
    require(
        event.votes == votes,
        "the votes are {first} and {second}",
        first=votes[0],
        second=votes[1],
    )
    require(event.by_coin == (votes[0] == votes[1]), "a coin is tossed for a tied vote only")
    require(
        event.winner in (1, 2) and votes[event.winner - 1] == max(votes),
        "the stage with more votes wins",
    )
    counted = replace(group, votes=votes, by_coin=event.by_coin, winner=event.winner)
    return enter(state, counted, Phase.VOTE_RESULT)
