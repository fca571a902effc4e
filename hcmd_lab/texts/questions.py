"""The control questions of a language: `questions.toml`."""

import re
from collections.abc import Mapping
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.materials import Question
from hcmd_lab.texts.filling import filled
from hcmd_lab.texts.markdown import checked_markdown
from hcmd_lab.texts.names import checked_name
from hcmd_lab.texts.text_pictures import PictureFiles
from hcmd_lab.texts.toml_table import TomlTable, read_tables

MAX_OPTIONS = 9
"""Options that a key each can choose among."""

_ENTRIES = ("name", "text", "options", "answer", "why", "hint")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,6}")


def read_questions(
    file: Path, shown: str, values: Mapping[str, str], pictures: PictureFiles
) -> tuple[Question, ...]:
    """The questions with the session's numbers filled in.

    Args:
        file: The file.
        shown: Its name in error messages.
        values: The session's numbers by name.
        pictures: Pictures that the texts may show.

    Raises:
        OperatorError: The file cannot be read or is not right; the sentence says where and why.
    """
    questions: list[Question] = []
    for table in read_tables(file, shown, "question"):
        questions.append(_question(table, values, pictures, [known.name for known in questions]))
    return tuple(questions)


def _question(
    table: TomlTable, values: Mapping[str, str], pictures: PictureFiles, taken: list[str]
) -> Question:
    table.only(_ENTRIES)
    name = checked_name(table, taken)
    text = filled(table.need("text", str), values, table.place)
    text = checked_markdown(text, table.place, pictures)
    options = tuple(filled(each, values, table.place) for each in table.texts("options"))
    if len(options) == 1 or len(options) > MAX_OPTIONS:
        raise OperatorError(
            "{place}: give between 2 and {most} options, or none to ask for a whole number.",
            place=table.place,
            most=MAX_OPTIONS,
        )
    answer = _answer(table, values)
    if options and not 1 <= answer <= len(options):
        raise OperatorError(
            "{place}: answer is the number of the right option, from 1 to {options}.",
            place=table.place,
            options=len(options),
        )
    why, hint = (
        checked_markdown(
            filled(table.get(entry, " ").strip(), values, table.place), table.place, pictures
        )
        for entry in ("why", "hint")
    )
    return Question(name, text, options, answer, why, hint)


def _answer(table: TomlTable, values: Mapping[str, str]) -> int:
    """A whole number, or a text with a number of the session in it."""
    try:
        return table.need("answer", int)
    except OperatorError:
        text = filled(table.need("answer", str), values, table.place)
    if not _WHOLE_NUMBER.fullmatch(text):
        raise OperatorError(
            "{place}: answer must be a whole number, but {text} is not.",
            place=table.place,
            text=text,
        )
    return int(text)
