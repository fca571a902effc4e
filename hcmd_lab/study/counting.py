"""Whether a group counts for its study, and why not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hcmd_lab.game.payment_list import natural
from hcmd_lab.game.played import Aside, Purpose, Source
from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.storage.group_tally import GroupTally
from hcmd_lab.storage.records import GroupRow


class Exclusion(StrEnum):
    """The reason why a group does not count."""

    PILOT = "pilot"  # its session was a rehearsal
    VOID = "void"  # its data are unusable
    ENDED_EARLY = "ended_early"  # it did not play to the end
    UNFILLED = "unfilled"  # it closed before it started
    SIMULATED = "simulated"  # a program played in a study of people
    PEOPLE = "people"  # no program played in a study of simulated participants
    UNVOTED = "unvoted"  # it compared two mechanisms, and nobody voted
    SET_ASIDE = "set_aside"  # the study has gone back to a step before it


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Whether a group counts.

    Attributes:
        is_complete: Whether it has played to the end.
        exclusion: Why it does not count, now and for ever; None if it may.
        stations: Where simulated participants sat.
        is_data: Whether MODEL reads what it did, although it no longer counts.
    """

    is_complete: bool
    exclusion: Exclusion | None
    stations: tuple[str, ...] = ()
    is_data: bool = False

    @property
    def counts(self) -> bool:
        """Whether it counts now."""
        return self.is_complete and self.exclusion is None


_ENDED: dict[str, Exclusion] = {
    each.value: each for each in (Exclusion.VOID, Exclusion.ENDED_EARLY, Exclusion.UNFILLED)
}
"""By a stored group's status, and by the phase in which a group ended."""


def count_of(row: GroupRow | GroupTally, *, simulated: bool) -> GroupCount:
    """Whether a stored group counts, or each group of a kind.

    Args:
        row: The group, or the kind.
        simulated: Whether its study is one of simulated participants.
    """
    complete = row.status == "complete"
    ended = _ENDED.get(row.status)
    given = row.votes if isinstance(row.votes, int) else sum(row.votes or ())
    who = row.source, row.simulated_at
    found = _count(row.purpose, complete, ended, *who, simulated, given)
    if found.exclusion is not None or row.set_aside is Aside.NO:
        return found
    # Votes of a comparison were never data for MODEL, and do not become any.
    is_data = found.counts and row.set_aside is Aside.DATA and row.purpose == "acquire"
    return replace(found, exclusion=Exclusion.SET_ASIDE, is_data=is_data)


def counts_in_session(state: SessionState, *, simulated: bool) -> dict[int, GroupCount]:
    """Whether each group of a session counts, as far as that is certain now.

    Args:
        state: The session, running or over.
        simulated: Whether its study is one of simulated participants.
    """
    found = {}
    for number, group in state.groups.items():
        bots = sorted(
            (
                person.station
                for person in state.participants.values()
                if person.is_bot and person.group == number
            ),
            key=natural,
        )
        source: Source = "simulated" if bots else "human"
        complete = group.phase is Phase.FINISHED
        ended = _ENDED.get(group.phase)
        given = sum(group.votes or ())
        found[number] = _count(state.plan.purpose, complete, ended, source, bots, simulated, given)
    return found


def _count(
    purpose: Purpose,
    complete: bool,
    ended: Exclusion | None,
    source: Source,
    stations: Sequence[str],
    simulated: bool,
    votes: int,
) -> GroupCount:
    exclusion = ended
    if purpose == "pilot":
        exclusion = Exclusion.PILOT
    elif ended is None and source == "simulated" and not simulated:
        exclusion = Exclusion.SIMULATED
    elif ended is None and source == "human" and simulated and complete:
        exclusion = Exclusion.PEOPLE
    elif ended is None and purpose == "evaluate" and complete and not votes:
        exclusion = Exclusion.UNVOTED
    return GroupCount(complete, exclusion, tuple(stations))
