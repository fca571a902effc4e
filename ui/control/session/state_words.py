"""Short words for the state of sessions, groups and stations."""

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import ParticipantState, Phase, SessionState
from hcmd_lab.game.view import Page
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

_PAGES: dict[Page, Sentence] = {
    Page.CHECK_IN: Sentence("Not checked in"),
    Page.SEATING: Sentence("Waits for the start"),
    Page.STAGE_INTRO: Sentence("Introduction"),
    Page.DECIDE: Sentence("Decides"),
    Page.WAIT: Sentence("Waits for others"),
    Page.OUTCOME: Sentence("Outcome"),
    Page.VOTE: Sentence("Voting"),
    Page.VOTE_RESULT: Sentence("Vote’s result"),
    Page.FINISHED: Sentence("Has finished"),
    Page.ENDED_EARLY: Sentence("Ended early"),
    Page.VOID: Sentence("Group is void"),
    Page.CLOSED: Sentence("Session is over"),
    Page.CONSENT: Sentence("Consent"),
    Page.INSTRUCTIONS: Sentence("Instructions"),
    Page.QUESTIONS: Sentence("Questions"),
    Page.GATHER: Sentence("Waits for groups"),
    Page.GATE: Sentence("Waits for your start"),
    Page.QUESTIONNAIRE: Sentence("Questionnaire"),
    Page.PAYMENT: Sentence("Sees the payment"),
    Page.GOODBYE: Sentence("Goes home"),
    Page.DROPPED: Sentence("Dropped"),
}

_PART_PAGES: dict[Page, Part] = {
    Page.CONSENT: Part.CONSENT,
    Page.INSTRUCTIONS: Part.INSTRUCTIONS,
    Page.QUESTIONS: Part.QUESTIONS,
    Page.QUESTIONNAIRE: Part.QUESTIONNAIRE,
    Page.PAYMENT: Part.PAYMENT,
}

_PARTS: dict[Part, Sentence] = {
    Part.CONSENT: Sentence("Consent"),
    Part.INSTRUCTIONS: Sentence("Instructions"),
    Part.QUESTIONS: Sentence("Control questions"),
    Part.GAME: Sentence("Game"),
    Part.QUESTIONNAIRE: Sentence("Questionnaire"),
    Part.PAYMENT: Sentence("Payment"),
    Part.DONE: Sentence("Done"),
    Part.DECLINED: Sentence("No consent"),
    Part.TURNED_AWAY: Sentence("Turned away"),
}

_PHASES: dict[Phase, Sentence] = {
    Phase.SEATING: Sentence("Participants arrive"),
    Phase.READY: Sentence("Ready to start"),
    Phase.STAGE_INTRO: Sentence("Introduction"),
    Phase.DECIDE: Sentence("Decisions"),
    Phase.DIVIDE: Sentence("Fund is divided"),
    Phase.OUTCOME: Sentence("Outcome"),
    Phase.VOTE: Sentence("Vote"),
    Phase.COUNT: Sentence("Votes are counted"),
    Phase.VOTE_RESULT: Sentence("Vote’s result"),
    Phase.GATHER: Sentence("Waits for groups"),
    Phase.FINISHED: Sentence("Complete"),
    Phase.ENDED_EARLY: Sentence("Ended early"),
    Phase.VOID: Sentence("Void"),
    Phase.UNFILLED: Sentence("Closed, unfilled"),
}


def page_words(page: Page) -> str:
    """Activity of a person at a station, in words."""
    return translate(_PAGES[page])


def part_words(part: Part) -> str:
    """Name of a part of the script."""
    return translate(_PARTS[part])


def person_words(state: SessionState, person: ParticipantState) -> str:
    """Where a participant is in the script, or how they left it before its end.

    Whoever has been dropped or went home has no part left to go through, and is not done with it.
    """
    if person.group is not None and person.seat is not None:
        if state.groups[person.group].seats[person.seat].dropped:
            return translate("Dropped")
    elif person.released:
        return translate("Turned away")
    elif person.progress.part is Part.DONE:
        return translate("Left early")
    return part_words(person.progress.part)


def part_page_words(page: Page) -> str:
    """Name of the script's part that a page belongs to."""
    return part_words(_PART_PAGES[page])


def phase_words(phase: Phase) -> str:
    """Activity of a group, in words."""
    return translate(_PHASES[phase])


def seat_words(seat: int, game: Game) -> str:
    """A seat's role: the head, or the first, second, ... tail; its number where all are alike."""
    if is_equal(game):
        return translate("Seat {number}", number=seat + 1)
    if seat == 0:
        return translate("Head")
    return translate("Tail {number}", number=seat)


def seat_letter(seat: int, game: Game) -> str:
    """A seat's role in two characters."""
    if is_equal(game):
        return translate("S{number}", number=seat + 1)
    if seat == 0:
        return translate("H")
    return translate("T{number}", number=seat)


def place_words(stage: int, round_number: int, rounds: int) -> str:
    """A group's position in its script; empty before the first stage."""
    if not stage:
        return ""
    if not round_number:
        return translate("Stage {stage}", stage=stage)
    return translate(
        "Stage {stage}, round {round} of {rounds}", stage=stage, round=round_number, rounds=rounds
    )


def short_place_words(stage: int, round_number: int, rounds: int) -> str:
    """A group's position, shortened for a narrow cell."""
    if not stage or not round_number:
        return place_words(stage, round_number, rounds)
    return translate(
        "Stage {stage} · {round}/{rounds}", stage=stage, round=round_number, rounds=rounds
    )


def listed(numbers: list[int]) -> str:
    """Numbers of groups, with runs contracted: 1–3, 5."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
