"""What happens when a page's time is up, and what has happened."""

from typing import assert_never

from hcmd_lab.game.state import DefaultCause
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import times
from hcmd_lab.telling.translate import translate

_CONTRIBUTED = {
    DefaultCause.TIME_UP: Sentence("Your time was up: {n} coin(s) (was|were) put in for you"),
    DefaultCause.CALLED: Sentence(
        "The experimenter ended this page: {n} coin(s) (was|were) put in for you"
    ),
}

_NOT_VOTED = {
    DefaultCause.TIME_UP: Sentence("Your time was up: no vote was counted for you"),
    DefaultCause.CALLED: Sentence("The experimenter ended this page: no vote was counted for you"),
}


def when_time_is_up(view: SeatView) -> str:
    """What the end of a page's time will do; empty if the page has no limit."""
    if view.time_left_ms is None:
        return ""
    end = times.clock(0)
    match view.page:
        case Page.DECIDE:
            if view.default_contribution is None:
                return ""
            return translate(
                "If you have not confirmed by {time}, {n} coin(s) (goes|go) into the fund for you.",
                n=view.default_contribution,
                time=end,
            )
        case Page.VOTE:
            return translate(
                "If you have not confirmed by {time}, no vote is counted for you.", time=end
            )
        case Page.STAGE_INTRO | Page.OUTCOME | Page.VOTE_RESULT:
            return translate("At {time} this page closes automatically.", time=end)
        case (
            Page.CHECK_IN | Page.SEATING | Page.WAIT | Page.FINISHED | Page.ENDED_EARLY | Page.VOID
            | Page.CLOSED | Page.CONSENT | Page.INSTRUCTIONS | Page.QUESTIONS | Page.GATE
            | Page.QUESTIONNAIRE | Page.PAYMENT | Page.GATHER | Page.GOODBYE | Page.DROPPED
        ):  # fmt: skip
            return ""
        case _:
            assert_never(view.page)


def contributed_by_default(view: SeatView) -> str:
    """That coins were put in for the viewer, without a full stop; empty if they chose."""
    if view.default is None or view.contribution is None:
        return ""
    return translate(_CONTRIBUTED[view.default], n=view.contribution)


def not_voted(view: SeatView) -> str:
    """That no vote was counted for the viewer, without a full stop; empty if one was."""
    return "" if view.default is None else translate(_NOT_VOTED[view.default])
