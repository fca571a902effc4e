"""Groups of the comparison that had played at a moment, wherever they played."""

from dataclasses import dataclass
from itertools import takewhile

from hcmd_lab.game.events import GroupImported, RecordEvent
from hcmd_lab.game.session import replay
from hcmd_lab.game.state import Phase
from hcmd_lab.storage.codec import Logged
from hcmd_lab.study.reader import ReadOnlyStudy


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in a study.

    Attributes:
        utc: The time of day, ISO 8601, by this lab's clock.
        event: The last event of this study's log then; None if only the time is known.
    """

    utc: str
    event: int | None = None

    def is_after(self, logged: Logged, *, is_ours: bool) -> bool:
        """Whether an event had happened.

        Args:
            logged: The event.
            is_ours: Whether it happened here. In another lab, whose bundle may have come later,
                that lab's clock tells when.
        """
        if self.event is not None and logged.id <= self.event:
            return True
        return (self.event is None or not is_ours) and logged.utc <= self.utc


def compared_before(study: ReadOnlyStudy, moment: Moment) -> int:
    """How many groups of EVALUATE that count had played to the end at a moment, by their logs."""
    counting: dict[str, set[int]] = {}
    for group, count in study.group_counts():
        if count.counts and group.purpose == "evaluate":
            counting.setdefault(group.session, set()).add(group.number)
    elsewhere = study.labs().keys()
    return sum(
        len(numbers & _played_to_the_end(study, session, moment, is_ours=session not in elsewhere))
        for session, numbers in counting.items()
    )


def _played_to_the_end(
    study: ReadOnlyStudy, session: str, moment: Moment, *, is_ours: bool
) -> set[int]:
    logged = study.store.log.logged_events(session)
    # As far as the first event that came later: a log is replayed from its beginning.
    events = [
        each.event
        for each in takewhile(lambda each: moment.is_after(each, is_ours=is_ours), logged)
    ]
    imported = sum(isinstance(event, GroupImported) for event in events)
    if imported:
        return set(range(1, imported + 1))
    played = [event for event in events if not isinstance(event, RecordEvent)]
    if not played:
        return set()
    groups = replay(played).groups
    return {number for number, group in groups.items() if group.phase is Phase.FINISHED}
