"""Groups of the comparison that had played at a time of day, wherever they played."""

from hcmd_lab.game.events import GroupImported, RecordEvent
from hcmd_lab.game.session import replay
from hcmd_lab.game.state import Phase
from hcmd_lab.study.reader import ReadOnlyStudy


def compared_before(study: ReadOnlyStudy, utc: str) -> int:
    """How many groups of EVALUATE that count had played to the end by a time, by their logs.

    Args:
        study: The study.
        utc: The time, ISO 8601; in another lab that lab's clock told it.
    """
    counting: dict[str, set[int]] = {}
    for group, count in study.group_counts():
        if count.counts and group.purpose == "evaluate":
            counting.setdefault(group.session, set()).add(group.number)
    return sum(
        len(numbers & _played_to_the_end(study, session, utc))
        for session, numbers in counting.items()
    )


def _played_to_the_end(study: ReadOnlyStudy, session: str, utc: str) -> set[int]:
    logged = study.store.log.logged_events(session)
    events = [each.event for each in logged if each.utc <= utc]
    imported = sum(isinstance(event, GroupImported) for event in events)
    if imported:
        return set(range(1, imported + 1))
    played = [event for event in events if not isinstance(event, RecordEvent)]
    if not played:
        return set()
    groups = replay(played).groups
    return {number for number, group in groups.items() if group.phase is Phase.FINISHED}
