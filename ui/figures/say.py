"""Texts of pictures and reports, in the language that the program speaks.

English where no other language is installed, as in the commands.
"""

from ui.told import told_in

CONTEXT = "Figure"
"""Where the translations of these texts stand."""


def say(text: str, /, **values: object) -> str:
    """A text in the language of the program.

    Args:
        text: English; a literal, so that translators find it.
        values: By the names that stand in it.
    """
    return told_in(CONTEXT, text, values)


def number(value: float, decimals: int = 0) -> str:
    """A number as the language writes it; thousands are set apart."""
    marks = say("1,234.5")
    marks = marks if len(marks) == len("1,234.5") else "1,234.5"
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", marks[1] + marks[5]))


def percent(value: float, decimals: int = 0) -> str:
    """A share as a percentage."""
    return say("{number}%", number=number(100 * value, decimals))
