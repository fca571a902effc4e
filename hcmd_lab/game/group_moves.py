"""What the events of a group are made of: what they require, another phase, another seat."""

from hcmd_lab.game import events as ev
from hcmd_lab.game.records import replace
from hcmd_lab.game.state import (
    ENDINGS,
    TRANSITIONS,
    DefaultCause,
    GroupState,
    IllegalEventError,
    Phase,
    SessionState,
)


def enter(state: SessionState, group: GroupState, phase: Phase) -> GroupState:
    """The one place where a group's phase changes: checks, then sets the new deadline."""
    require(
        phase in TRANSITIONS[group.phase],
        "a group cannot go from {phase} to {other}",
        phase=group.phase,
        other=phase,
    )
    limit_ms = _limit_ms(state, phase)
    seats = tuple(
        replace(seat, continued=False) if seat.continued else seat for seat in group.seats
    )
    return replace(
        group,
        phase=phase,
        seats=seats,
        deadline_ms=state.clock_ms + limit_ms if limit_ms and phase not in ENDINGS else None,
        runs_since_ms=state.clock_ms,
        time_called=False,
        remaining_ms=None,
        waits_since_ms=None,
        waits_for_host=False,
        waited_ms=0,
    )


def _limit_ms(state: SessionState, phase: Phase) -> int:
    """Time limit of a phase; 0 for none."""
    settings = state.plan.settings
    limits_s = {
        Phase.SEATING: 0,
        Phase.READY: 0,
        Phase.STAGE_INTRO: settings.intro_s,
        Phase.DECIDE: settings.decide_s,
        Phase.DIVIDE: 0,
        Phase.OUTCOME: settings.outcome_s,
        Phase.VOTE: settings.vote_s,
        Phase.COUNT: 0,
        Phase.VOTE_RESULT: settings.outcome_s,
        Phase.GATHER: 0,
        Phase.FINISHED: 0,
        Phase.ENDED_EARLY: 0,
        Phase.VOID: 0,
        Phase.UNFILLED: 0,
    }
    return 1000 * limits_s[phase]


def with_seat(group: GroupState, seat: int, **changes: object) -> GroupState:
    """The group with one seat changed."""
    changed = replace(group.seats[seat], **changes)  # type: ignore[arg-type]  # names are checked by replace
    return replace(group, seats=(*group.seats[:seat], changed, *group.seats[seat + 1 :]))


def default_cause(group: GroupState, by: ev.DecidedBy) -> DefaultCause | None:
    """Why a decision was made by default; None if it was not."""
    if by != "timeout":
        return None
    return DefaultCause.CALLED if group.time_called else DefaultCause.TIME_UP


def require(condition: bool, template: str, /, **values: object) -> None:
    """Reject an event with a sentence (see `Sentence`) unless a condition holds."""
    if not condition:
        raise IllegalEventError(template, **values)


def require_phase(group: GroupState, phase: Phase) -> None:
    """Reject an event unless the group is in a phase."""
    require(
        group.phase is phase,
        "this needs the phase {phase}, but the group is in {other}",
        phase=phase,
        other=group.phase,
    )


def require_running(group: GroupState) -> None:
    """Reject an event while the group is paused."""
    require(not group.paused, "this group is paused")


def require_seat(group: GroupState, seat: int) -> None:
    """Reject an event of a seat that the group does not have."""
    require(
        0 <= seat < len(group.seats),
        "there is no seat {seat}",
        seat=seat,
    )
