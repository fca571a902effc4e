"""The words for what a session, a group or a station is doing, short enough for a grid."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hcmd_lab.game.parts import Part
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page

_CONTEXT = "SessionWords"

_PAGES: dict[Page, object] = {
    Page.CHECK_IN: QT_TRANSLATE_NOOP("SessionWords", "Not checked in"),
    Page.SEATING: QT_TRANSLATE_NOOP("SessionWords", "Waits for the start"),
    Page.STAGE_INTRO: QT_TRANSLATE_NOOP("SessionWords", "Introduction"),
    Page.DECIDE: QT_TRANSLATE_NOOP("SessionWords", "Decides"),
    Page.WAIT: QT_TRANSLATE_NOOP("SessionWords", "Waits for others"),
    Page.OUTCOME: QT_TRANSLATE_NOOP("SessionWords", "Outcome"),
    Page.VOTE: QT_TRANSLATE_NOOP("SessionWords", "Votes"),
    Page.VOTE_RESULT: QT_TRANSLATE_NOOP("SessionWords", "Vote’s result"),
    Page.FINISHED: QT_TRANSLATE_NOOP("SessionWords", "Has finished"),
    Page.ENDED_EARLY: QT_TRANSLATE_NOOP("SessionWords", "Ended early"),
    Page.VOID: QT_TRANSLATE_NOOP("SessionWords", "Group is void"),
    Page.CLOSED: QT_TRANSLATE_NOOP("SessionWords", "Session is over"),
    Page.CONSENT: QT_TRANSLATE_NOOP("SessionWords", "Consent"),
    Page.INSTRUCTIONS: QT_TRANSLATE_NOOP("SessionWords", "Instructions"),
    Page.QUESTIONS: QT_TRANSLATE_NOOP("SessionWords", "Questions"),
    Page.GATHER: QT_TRANSLATE_NOOP("SessionWords", "Waits for groups"),
    Page.GATE: QT_TRANSLATE_NOOP("SessionWords", "Waits for your go"),
    Page.QUESTIONNAIRE: QT_TRANSLATE_NOOP("SessionWords", "Questionnaire"),
    Page.PAYMENT: QT_TRANSLATE_NOOP("SessionWords", "Sees the payment"),
    Page.GOODBYE: QT_TRANSLATE_NOOP("SessionWords", "Goes home"),
}

_PART_PAGES: dict[Page, Part] = {
    Page.CONSENT: Part.CONSENT,
    Page.INSTRUCTIONS: Part.INSTRUCTIONS,
    Page.QUESTIONS: Part.QUESTIONS,
    Page.QUESTIONNAIRE: Part.QUESTIONNAIRE,
    Page.PAYMENT: Part.PAYMENT,
}

_PARTS: dict[Part, object] = {
    Part.CONSENT: QT_TRANSLATE_NOOP("SessionWords", "Consent"),
    Part.INSTRUCTIONS: QT_TRANSLATE_NOOP("SessionWords", "Instructions"),
    Part.QUESTIONS: QT_TRANSLATE_NOOP("SessionWords", "Control questions"),
    Part.GAME: QT_TRANSLATE_NOOP("SessionWords", "Game"),
    Part.QUESTIONNAIRE: QT_TRANSLATE_NOOP("SessionWords", "Questionnaire"),
    Part.PAYMENT: QT_TRANSLATE_NOOP("SessionWords", "Payment"),
    Part.DONE: QT_TRANSLATE_NOOP("SessionWords", "Done"),
    Part.DECLINED: QT_TRANSLATE_NOOP("SessionWords", "No consent"),
    Part.TURNED_AWAY: QT_TRANSLATE_NOOP("SessionWords", "Turned away"),
}

_PHASES: dict[Phase, object] = {
    Phase.SEATING: QT_TRANSLATE_NOOP("SessionWords", "Participants arrive"),
    Phase.READY: QT_TRANSLATE_NOOP("SessionWords", "Ready to start"),
    Phase.STAGE_INTRO: QT_TRANSLATE_NOOP("SessionWords", "Introduction"),
    Phase.DECIDE: QT_TRANSLATE_NOOP("SessionWords", "Decisions"),
    Phase.DIVIDE: QT_TRANSLATE_NOOP("SessionWords", "Fund is divided"),
    Phase.OUTCOME: QT_TRANSLATE_NOOP("SessionWords", "Outcome"),
    Phase.VOTE: QT_TRANSLATE_NOOP("SessionWords", "Vote"),
    Phase.COUNT: QT_TRANSLATE_NOOP("SessionWords", "Votes are counted"),
    Phase.VOTE_RESULT: QT_TRANSLATE_NOOP("SessionWords", "Vote’s result"),
    Phase.GATHER: QT_TRANSLATE_NOOP("SessionWords", "In step: waits"),
    Phase.FINISHED: QT_TRANSLATE_NOOP("SessionWords", "Complete"),
    Phase.ENDED_EARLY: QT_TRANSLATE_NOOP("SessionWords", "Ended early"),
    Phase.VOID: QT_TRANSLATE_NOOP("SessionWords", "Void"),
}

_PURPOSES: dict[Purpose, object] = {
    "acquire": QT_TRANSLATE_NOOP("SessionWords", "Acquire"),
    "evaluate": QT_TRANSLATE_NOOP("SessionWords", "Evaluate"),
    "pilot": QT_TRANSLATE_NOOP("SessionWords", "Pilot"),
}

_PURPOSE_SENTENCES: dict[Purpose, object] = {
    "acquire": QT_TRANSLATE_NOOP(
        "SessionWords", "People play with the newest mechanism; what they do enters the training."
    ),
    "evaluate": QT_TRANSLATE_NOOP(
        "SessionWords", "New people compare the trained mechanism with the baseline and vote."
    ),
    "pilot": QT_TRANSLATE_NOOP(
        "SessionWords", "A rehearsal: everything works as in earnest, and nothing of it counts."
    ),
}


def page_words(page: Page) -> str:
    """What a person at a station is doing."""
    return QCoreApplication.translate(_CONTEXT, str(_PAGES[page]))


def part_words(part: Part) -> str:
    """A part of the script."""
    return QCoreApplication.translate(_CONTEXT, str(_PARTS[part]))


def part_page_words(page: Page) -> str:
    """The part of the script that a page belongs to."""
    return part_words(_PART_PAGES[page])


def phase_words(phase: Phase) -> str:
    """What a group is doing."""
    return QCoreApplication.translate(_CONTEXT, str(_PHASES[phase]))


def purpose_words(purpose: Purpose) -> str:
    """A session's mode in a word."""
    return QCoreApplication.translate(_CONTEXT, str(_PURPOSES[purpose]))


def purpose_sentence(purpose: Purpose) -> str:
    """What a session of this mode is for."""
    return QCoreApplication.translate(_CONTEXT, str(_PURPOSE_SENTENCES[purpose]))


def seat_words(seat: int) -> str:
    """A seat's role: the head, or the first, second or third tail."""
    if seat == 0:
        return QCoreApplication.translate("SessionWords", "Head")
    return QCoreApplication.translate("SessionWords", "Tail {number}").format(number=seat)


def seat_letter(seat: int) -> str:
    """The same in two characters."""
    if seat == 0:
        return QCoreApplication.translate("SessionWords", "H", "head")
    return QCoreApplication.translate("SessionWords", "T{number}", "tail").format(number=seat)


def place_words(stage: int, round_number: int, rounds: int) -> str:
    """Where in its script a group is; empty before the first stage."""
    if not stage:
        return ""
    if not round_number:
        return QCoreApplication.translate("SessionWords", "Stage {stage}").format(stage=stage)
    return QCoreApplication.translate(
        "SessionWords", "Stage {stage}, round {round} of {rounds}"
    ).format(stage=stage, round=round_number, rounds=rounds)


def short_place_words(stage: int, round_number: int, rounds: int) -> str:
    """The same for a narrow cell."""
    if not stage or not round_number:
        return place_words(stage, round_number, rounds)
    return QCoreApplication.translate("SessionWords", "Stage {stage} · {round}/{rounds}").format(
        stage=stage, round=round_number, rounds=rounds
    )


def session_time(ms: int) -> str:
    """A time on the session's clock as hours, minutes and seconds."""
    seconds = ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def listed(numbers: list[int]) -> str:
    """Numbers of groups, with runs drawn together: 1–3, 5."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
