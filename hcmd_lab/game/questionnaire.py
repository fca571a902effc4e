"""Checks the answers to a questionnaire."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.game.materials import Answer, Item
from hcmd_lab.sentence import Sentence
from hcmd_lab.typed_text import control_character

MAX_TEXT_CHARACTERS = 1000
"""Longest text that an item takes."""


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """A problem with the answer to an item; `item` is empty if no item is meant."""

    item: str
    sentence: Sentence


def check_answers(items: Sequence[Item], answers: Mapping[str, Answer]) -> AnswerProblem | None:
    """The first problem with the answers; None if they are valid."""
    known = {item.name for item in items}
    for name in answers:
        if name not in known:
            return AnswerProblem("", Sentence("the questionnaire has no item {item}", item=name))
    for item in items:
        sentence = _problem(item, answers.get(item.name))
        if sentence is not None:
            return AnswerProblem(item.name, sentence)
    return None


def _problem(item: Item, answer: Answer) -> Sentence | None:
    if answer is None or answer == "":
        return Sentence("this question needs an answer") if item.required else None
    match item.kind:
        case "text":
            return _text_problem(answer)
        case "choice":
            low, high = 1, len(item.options)
        case "likert" | "number":
            low, high = item.low, item.high
        case _:  # pragma: no cover
            assert_never(item.kind)
    if type(answer) is not int or not low <= answer <= high:
        return Sentence("the answer is a whole number from {low} to {high}", low=low, high=high)
    return None


def _text_problem(answer: Answer) -> Sentence | None:
    if not isinstance(answer, str):
        return Sentence("the answer is a text")
    if len(answer) > MAX_TEXT_CHARACTERS:
        return Sentence("a text has at most {most} characters", most=MAX_TEXT_CHARACTERS)
    found = control_character(answer)
    if found is not None:
        place, code = found
        return Sentence(
            "character {place} of the text is a control character ({code})", place=place, code=code
        )
    return None
