"""Survey answers of simulated participants, drawn from a seed."""

import hashlib
from typing import assert_never

import numpy as np

from hcmd_lab.game.materials import Answer, Item
from hcmd_lab.game.script_view import ScriptView

_WRONG_FIRST = 0.15
"""Share of control questions that are answered wrong once, so that a rehearsal shows it."""


def control_answer(script: ScriptView, participant: str) -> int:
    """The answer to a control question: correct, or sometimes wrong at the first attempt.

    Raises:
        ValueError: The view does not tell the solution; the participant is not known as simulated.
    """
    if script.solution is None:
        raise ValueError("only a participant who checked in as simulated is told the solution")
    dice = _dice(participant, script.question)
    if script.wrong_answer is not None or dice.random() >= _WRONG_FIRST:
        return script.solution
    if not script.options:
        return script.solution + 1
    return script.solution % len(script.options) + 1


def questionnaire_answers(items: tuple[Item, ...], participant: str) -> dict[str, Answer]:
    """Random answers to all items, uniformly distributed."""
    return {item.name: _answer(item, _dice(participant, item.name)) for item in items}


def _answer(item: Item, dice: np.random.Generator) -> Answer:
    match item.kind:
        case "likert" | "number":
            return int(dice.integers(item.low, item.high, endpoint=True))
        case "choice":
            return int(dice.integers(1, len(item.options), endpoint=True))
        case "text":
            return "Answer of a simulated participant." if item.required else None
        case _:
            assert_never(item.kind)


def _dice(participant: str, purpose: str) -> np.random.Generator:
    return np.random.default_rng(list(hashlib.sha256(f"{participant}/{purpose}".encode()).digest()))
