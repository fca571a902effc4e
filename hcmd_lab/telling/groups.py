"""Whether a group counts, in words."""

from typing import assert_never

from hcmd_lab.sentence import Sentence
from hcmd_lab.study.counting import Exclusion, GroupCount


def count_in_words(count: GroupCount) -> Sentence:
    """Whether a group counts, and why not."""
    match count.exclusion:
        case None if count.is_complete:
            return Sentence("Counts")
        case None:
            return Sentence("Counts once it is complete")
        case Exclusion.PILOT:
            return Sentence("Does not count: a pilot session")
        case Exclusion.VOID:
            return Sentence("Does not count: it is void")
        case Exclusion.ENDED_EARLY:
            return Sentence("Does not count: it ended early")
        case Exclusion.UNFILLED:
            return Sentence("Does not count: it closed before it started")
        case Exclusion.SIMULATED:
            return Sentence(
                "Does not count: {n} simulated participant(s), at station(s) {stations}",
                n=len(count.stations),
                stations=", ".join(count.stations),
            )
        case Exclusion.PEOPLE:
            return Sentence("Does not count: people played in a study of simulated participants")
        case Exclusion.UNVOTED:
            return Sentence("Does not count: nobody voted")
        case Exclusion.SET_ASIDE if count.is_data:
            return Sentence("Does not count: it is set aside, and stays data for MODEL")
        case Exclusion.SET_ASIDE:
            return Sentence("Does not count: it is set aside")
        case _:
            assert_never(count.exclusion)


def group_count_in_words(number: int, count: GroupCount) -> Sentence:
    """The same of a numbered group."""
    return Sentence("Group {number}: {count}.", number=number, count=count_in_words(count))
