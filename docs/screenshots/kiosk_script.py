"""The survey pages, with the texts that come with the program."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale

from hcmd_lab.game.materials import Materials
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.script_preview import preview_views
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.texts.shipped import text_folder
from hcmd_lab.texts.text_reader import read_materials

RULES = SessionRules(
    script=ScriptSettings(
        consent=True,
        instructions=True,
        control_questions=True,
        questionnaire=True,
        payment_screen=True,
    )
)
"""Every part that has pages of its own."""

_NAMES = {
    Page.CONSENT: "consent",
    Page.INSTRUCTIONS: "instructions",
    Page.QUESTIONS: "question",
    Page.QUESTIONNAIRE: "questionnaire",
    Page.PAYMENT: "payment",
}


def shipped_texts() -> Materials:
    """The texts that come with the program, in a session with all conditions."""
    return read_materials(text_folder(Path()), "", PAPER_GAME, RULES, PAPER_GAME.tail_endowments)


def script_views() -> Iterator[tuple[str, SeatView]]:
    """Names and views; of instructions and questions the second one."""
    language = QLocale.languageToCode(QLocale().language())
    seen: dict[Page, int] = {}
    for view in preview_views(shipped_texts(), language, RULES, PAPER_GAME):
        seen[view.page] = seen.get(view.page, 0) + 1
        if seen[view.page] == (2 if view.page in (Page.INSTRUCTIONS, Page.QUESTIONS) else 1):
            yield _NAMES[view.page], view
        if view.page is Page.QUESTIONS and seen[view.page] == 1 and view.script is not None:
            wrong = replace(view.script, wrong_answer=1, why=_why(language, view.script.question))
            yield "question-wrong", replace(view, script=wrong)
    yield "gate", SeatView(Page.GATE, participant="k2qiocpd", calls_help=True)
    yield "goodbye", SeatView(Page.GOODBYE, participant="k2qiocpd")


def _why(language: str, question: str) -> str:
    questions = shipped_texts().sheet(language).questions
    return next(each.why for each in questions if each.name == question)
