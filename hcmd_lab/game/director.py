"""Events the host itself causes: seating, time-outs, dividing the fund, counting votes.

A host asks `settle` after every event and when a deadline passes; a simulation asks the same
function, so a simulated session and a played one follow one script.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.game import dropout, outage
from hcmd_lab.game import events as ev
from hcmd_lab.game.assignment import toss_coin
from hcmd_lab.game.default_choice import default_contribution
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import divide_fund
from hcmd_lab.game.script import was_dropped
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session import apply
from hcmd_lab.game.session_settings import Synchronize
from hcmd_lab.game.state import GroupState, Phase, SessionState
from hcmd_lab.game.synchronize import may_start, others_behind
from hcmd_lab.sentence import Sentence

LED_ON = str(Sentence("was dropped, and nobody sits at the lab computer"))
"""Why somebody who was dropped goes on to the payment page without being led there."""

STOPPED = str(Sentence("stopped after this round"))
"""Why a group ends that was to stop after its round."""

NOBODY_SILENT: Mapping[str, int] = {}
"""Every station has just been heard."""

SILENCE_MS = 5000
"""No page waits longer for a connected station that does not answer, whatever it may be."""


@dataclass(frozen=True, slots=True)
class Director:
    """Source of the events that the host itself causes; holds the session's tables.

    Attributes:
        policies: Frozen tables by SHA-256.
        grace_ms: How long after the end of a page's time decisions still count, because kiosks and
            networks are slow; not after the experimenter has ended the page.
        leads_on: Whether it leads whoever was dropped on to the payment page; otherwise the
            experimenter does.
    """

    policies: Mapping[str, FrozenPolicy]
    grace_ms: int = 0
    leads_on: bool = False

    def settle(
        self,
        state: SessionState,
        now_ms: int,
        heard_ms: Mapping[str, int] = NOBODY_SILENT,
        groups: Collection[int] | None = None,
    ) -> tuple[SessionState, list[ev.SessionEvent]]:
        """Apply every event due at `now_ms`.

        Args:
            state: The session.
            now_ms: On the session's clock.
            heard_ms: Until when all is known that stations said which may be silent. A page's time
                is up only once each station that it waits for has been heard since, or counts as
                lost: what a person did in time may still be on its way, and a cut is noticed late.
            groups: Those in which anything can be due, if that is known (`alone_in`); None for all,
                and for the seating.

        Returns:
            The state and the applied events.
        """
        applied: list[ev.SessionEvent] = []
        while due := list(self.due(state, now_ms, heard_ms, groups)):
            for event in due:
                state = apply(state, event)
            applied += due
        return state, applied

    def due(
        self,
        state: SessionState,
        now_ms: int,
        heard_ms: Mapping[str, int] = NOBODY_SILENT,
        groups: Collection[int] | None = None,
    ) -> Iterator[ev.SessionEvent]:
        """The events due now; those of different groups are independent."""
        if state.closed:
            return
        if groups is None:
            if self.leads_on:  # before a group ends, and its people's game with it
                yield from _leading_on(state, now_ms)
            yield from self._seating(state, now_ms)
        for number in state.groups if groups is None else groups:
            group = state.groups[number]
            because_lost = list(dropout.due(state, number, group, now_ms)) or list(
                outage.due(state, number, group, now_ms)
            )
            yield from because_lost
            if not because_lost and not group.paused and not group.ended:
                late = self._is_late(state, group, now_ms, heard_ms)
                yield from self._due_in_group(state, number, group, now_ms, late)

    def _seating(self, state: SessionState, now_ms: int) -> Iterator[ev.SessionEvent]:
        waiting = [
            code
            for code, p in state.participants.items()
            if p.group is None and p.progress.part is Part.GAME
        ]
        open_seats = (
            (number, seat)
            for number, group in state.groups.items()
            if group.phase is Phase.SEATING
            for seat in group.plan.seat_order
            if group.seats[seat].participant is None
        )
        for code, (number, seat) in zip(waiting, open_seats, strict=False):
            yield ev.Seated(now_ms, code, number, seat)

    def _is_late(
        self, state: SessionState, group: GroupState, now_ms: int, heard_ms: Mapping[str, int]
    ) -> bool:
        """Whether a page's time is up, and known to be up for everyone it waits for."""
        if group.deadline_ms is None:
            return False
        up_ms = group.deadline_ms + (0 if group.time_called else self.grace_ms)
        if now_ms < up_ms:
            return False
        awaited = (
            state.participants[own.participant].station
            for seat, own in enumerate(group.seats)
            if own.participant is not None and group.awaits(seat)
        )
        patience_is_over = now_ms >= up_ms + SILENCE_MS
        return patience_is_over or all(heard_ms.get(at, now_ms) >= up_ms for at in awaited)

    def _due_in_group(
        self, state: SessionState, number: int, group: GroupState, now_ms: int, late: bool
    ) -> Iterator[ev.SessionEvent]:
        match group.phase:
            case Phase.READY:
                if state.plan.settings.auto_start and may_start(state):
                    yield ev.GroupStarted(now_ms, number)
            case Phase.GATHER:
                # It has a deadline only if the experimenter sends it on without the others.
                if late or not others_behind(state, number):
                    yield ev.Advanced(now_ms, number)
            case Phase.STAGE_INTRO | Phase.OUTCOME | Phase.VOTE_RESULT:
                if late or all(seat.continued or seat.dropped for seat in group.seats):
                    yield _leave(state, number, group, now_ms)
            case Phase.DECIDE:
                yield from _default_contributions(state, number, group, now_ms, late)
            case Phase.DIVIDE:
                yield self._divide(state, number, group, now_ms)
            case Phase.VOTE:
                for seat, seated in enumerate(group.seats):
                    if not seated.voted and (seated.dropped or late):
                        by: ev.DecidedBy = "stand_in" if seated.dropped else "timeout"
                        yield ev.VoteCast(now_ms, number, seat, None, by)
            case Phase.COUNT:
                yield _count(state, number, group, now_ms)
            case Phase.SEATING | Phase.FINISHED | Phase.ENDED_EARLY | Phase.VOID | Phase.UNFILLED:
                pass
            case _:
                assert_never(group.phase)

    def _divide(
        self, state: SessionState, number: int, group: GroupState, now_ms: int
    ) -> ev.FundDivided:
        contributions = tuple(seat.contribution or 0 for seat in group.seats)
        units = self.policies[group.mechanism].units(group.plan.tail_endowment, contributions)
        payouts = divide_fund(units, contributions, group.round, state.plan.game)
        return ev.FundDivided(
            now_ms, number, group.stage, group.round, group.mechanism, units, payouts
        )


def alone_in(state: SessionState, event: ev.SessionEvent) -> int | None:
    """The only group in which an event can make anything due; None if it may be any.

    What people do on their pages concerns their own group, unless groups go from page to page
    together.
    """
    if state.plan.settings.synchronize is not Synchronize.NO:
        return None
    return event.group if isinstance(event, _ON_A_PAGE) else None


_ON_A_PAGE = ev.Contributed | ev.Continued | ev.VoteCast


def next_deadline_ms(state: SessionState) -> int | None:
    """The earliest time on the session's clock at which something becomes due; None if never."""
    deadlines = (deadline_of(state, group) for group in state.groups.values())
    return min((each for each in deadlines if each is not None), default=None)


def deadline_of(state: SessionState, group: GroupState) -> int | None:
    """The earliest time at which something becomes due in one group; None if never."""
    deadlines = (
        group.deadline_ms,
        dropout.deadline_ms(state, group),
        outage.deadline_ms(state, group),
    )
    return min((each for each in deadlines if each is not None), default=None)


def _leading_on(state: SessionState, now_ms: int) -> Iterator[ev.SessionEvent]:
    """Lead whoever was dropped to the payment page, past the questionnaire.

    The session would wait for the answers of somebody who may not be there.
    """
    if not state.plan.script.payment_screen:
        return
    for code, person in state.participants.items():
        part = person.progress.part
        if part in (Part.GAME, Part.QUESTIONNAIRE) and was_dropped(state, person):
            yield ev.PartSkipped(now_ms, code, part, LED_ON)


def _leave(state: SessionState, number: int, group: GroupState, now_ms: int) -> ev.SessionEvent:
    """The event that leaves a page everyone has read; after a round, perhaps ending the group."""
    last = group.stage == 3 and group.round == state.plan.game.rounds  # the script ends anyway
    if group.stop_after_round and group.phase is Phase.OUTCOME and not last:
        return ev.GroupEnded(now_ms, number, "ended_early", STOPPED)
    return ev.Advanced(now_ms, number)


def _default_contributions(
    state: SessionState, number: int, group: GroupState, now_ms: int, late: bool
) -> Iterator[ev.SessionEvent]:
    if not late and not any(seat.dropped for seat in group.seats):
        return
    endowments = state.plan.game.endowments(group.plan.tail_endowment)
    for seat, (seated, endowment) in enumerate(zip(group.seats, endowments, strict=True)):
        if seated.contribution is None and (seated.dropped or late):
            by: ev.DecidedBy = "stand_in" if seated.dropped else "timeout"
            contribution = default_contribution(state, group, seat)
            yield ev.Contributed(
                now_ms, number, group.stage, group.round, seat, endowment, contribution, by
            )


def _count(state: SessionState, number: int, group: GroupState, now_ms: int) -> ev.VotesCounted:
    given = [seat.vote for seat in group.seats]
    votes = (given.count(1), given.count(2))
    tied = votes[0] == votes[1]
    winner = toss_coin(state.plan.seed, number) if tied else 1 + (votes[1] > votes[0])
    return ev.VotesCounted(now_ms, number, votes, tied, winner)
