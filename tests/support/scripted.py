"""A session with a script, played by hand."""

from dataclasses import replace

from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.materials import Item, Materials, Question, Sheet
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.script_steps import Part

EVERYTHING = ScriptSettings(
    consent=True,
    instructions=True,
    control_questions=True,
    question_attempts=2,
    questionnaire=True,
    payment_screen=True,
)

SHEET = Sheet(
    consent="Do you take part?",
    instructions=("One.", "Two."),
    questions=(
        Question("fund", "How many coins?", (), 16, "10 times 1.6."),
        Question("who", "Who divides?", ("We", "A rule"), 2, "A rule does."),
    ),
    questionnaire=(Item("fair", "likert", "Was it fair?", ("no", "yes"), 1, 7),),
)

MATERIALS = Materials({"en": SHEET}, "v1")


FULL_MATERIALS = Materials(
    {
        "en": Sheet(
            SHEET.consent,
            SHEET.instructions,
            SHEET.questions,
            (
                *SHEET.questionnaire,
                Item("age", "number", "How old are you?", (), 16, 99),
                Item("study", "choice", "What do you study?", ("Law", "Art")),
                Item("words", "text", "What did you think?"),
                Item("more", "text", "Anything else?", required=False),
            ),
        )
    },
    "v1",
)
"""With an item of each kind."""


def full_plan() -> SessionPlan:
    """A session with every part of the script, practice included."""
    script = replace(EVERYTHING, practice_rounds=1, question_attempts=3)
    return small_plan(script=script, materials=FULL_MATERIALS)


def scripted(script: ScriptSettings = EVERYTHING) -> Walk:
    """A session that has yet to begin."""
    return Walk(small_plan(script=script, materials=MATERIALS))


def part(walk: Walk, code: str = "p1") -> Part:
    """Where a participant is."""
    return walk.state.participants[code].progress.part


def agree(walk: Walk, code: str) -> None:
    """Give consent."""
    walk.do(ev.ConsentAnswered(0, code, True, "v1"))


def read_instructions(walk: Walk, code: str) -> None:
    """Turn all pages."""
    walk.do(ev.PageTurned(0, code, 1))
    walk.do(ev.PageTurned(0, code, 2))


def answer_all(walk: Walk, code: str) -> None:
    """Answer every control question right."""
    walk.do(ev.QuestionAnswered(0, code, "fund", 16, True))
    walk.do(ev.QuestionAnswered(0, code, "who", 2, True))


def come_to_the_game(walk: Walk, count: int = 4) -> None:
    """Let participants p1, p2, ... go through all that comes before the game."""
    walk.check_in(count)
    for number in range(1, count + 1):
        agree(walk, f"p{number}")
        read_instructions(walk, f"p{number}")
        answer_all(walk, f"p{number}")


def play_to_the_end(walk: Walk) -> None:
    """Play the three stages of group 1 and its vote."""
    walk.play_stage(1)
    walk.play_stage(1)
    walk.vote(1, 1, 1, 2, 2)
    walk.read(1)
    walk.play_stage(1)
