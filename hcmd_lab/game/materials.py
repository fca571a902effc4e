"""Session materials: the texts and survey items of a session's plan.

The texts are final: their numbers are filled in before the session is planned, so that the log
alone tells what everyone has read. Each language has a sheet of its own; questions and items are
the same in all of them, in the same order and with the same names.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from hcmd_lab.game.bounds import MAX_OPTIONS, AnswerNumber, LongText, Name

ItemKind = Literal["likert", "number", "choice", "text"]

ItemAbout = Literal["", "stage_1", "stage_2", "stage_3", "vote"]
"""What an item asks about; only those are asked who were there. Empty: everybody is asked."""

Answer = int | str | None
"""To an item: a number, the number of an option (from 1) or a text; None for no answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """A control question.

    Attributes:
        name: Unique among the questions.
        text: Markdown.
        options: To choose among; empty if a whole number is asked for.
        answer: The right one: the number of an option from 1, or the whole number.
        why: Markdown; said after a wrong answer and never before.
        hint: Markdown; said in its place until the attempts are used up. Empty if `why` does not
            give the answer away.
    """

    name: str
    text: str
    options: tuple[str, ...]
    answer: int
    why: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A questionnaire item.

    Attributes:
        name: Unique among the items; a column of the export.
        kind: `likert` is a scale whose ends are named by two options, from `low` to `high`.
        text: Plain text.
        options: To choose among, or the names of a scale's ends.
        low: Smallest number of a scale or of a number asked for.
        high: Largest number.
        required: Whether it has to be answered.
        about: What it asks about.
    """

    name: Name
    kind: ItemKind
    text: LongText
    options: Annotated[tuple[LongText, ...], MAX_OPTIONS] = ()
    low: AnswerNumber = 0
    high: AnswerNumber = 0
    required: bool = True
    about: ItemAbout = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All texts in one language.

    Attributes:
        consent: Markdown.
        instructions: Markdown, page by page.
        questions: Control questions in the order asked.
        questionnaire: Questionnaire items in the order shown.
    """

    consent: str = ""
    instructions: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    questionnaire: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Materials:
    """The texts of a session.

    Attributes:
        sheets: Sheets by language code; the first one is the fallback.
        consent_version: Names the wording that participants agree to; changes with the text.
        pictures: SHA-256 of the pictures that the texts show.
    """

    sheets: dict[str, Sheet]
    consent_version: str = ""
    pictures: tuple[str, ...] = ()

    def sheet(self, language: str) -> Sheet:
        """The sheet for a speaker of a language; `de_AT` falls back to `de`."""
        for code in (language, language.replace("-", "_").split("_")[0]):
            if code in self.sheets:
                return self.sheets[code]
        return next(iter(self.sheets.values()), Sheet())


NO_MATERIALS = Materials({})
"""Of a session that is the game alone."""
