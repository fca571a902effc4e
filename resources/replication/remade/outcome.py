"""Tells of each thing whether it is the same."""

import math
from collections.abc import Callable
from typing import Any

CLOSE = 1e-6
"""Numbers no further apart than this, or than this part of the larger, are the same."""

Key = tuple[Any, ...]
"""What a row of numbers is of: names, conditions, rounds."""

Numbers = dict[Key, tuple[float | None, ...]]

_SHOWN = 3


class Outcome:
    """Counts what is the same, what differs, and what cannot be checked; prints a line of each.

    Attributes:
        differences: How many things differ.
        same: How many are the same.
        unchecked: How many cannot be checked.
    """

    def __init__(self) -> None:
        self.differences = self.same = self.unchecked = 0

    def say(self, what: str, wrong: list[str]) -> None:
        """Tell the outcome of one check.

        Args:
            what: What was checked.
            wrong: What differs; empty if all is the same.
        """
        if wrong:
            self.differences += 1
            more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
            print(f"DIFFERS      {what}: {'; '.join(wrong[:_SHOWN])}{more}")
        else:
            self.same += 1
            print(f"same         {what}")

    def pass_over(self, what: str, why: str) -> None:
        """Tell that something cannot be checked."""
        self.unchecked += 1
        print(f"not checked  {what}: {why}")

    def attempt(self, what: str, check: Callable[..., object], *needs: object) -> None:
        """Make a check, which may meet files that are damaged or not there.

        Args:
            what: What it checks.
            check: The check; tells its own outcome.
            needs: What it is called with.
        """
        try:
            check(*needs)
        except BrokenPipeError:  # nobody reads what is told
            raise
        except Exception as error:  # noqa: BLE001 - a damaged file is a finding, whatever it breaks
            self.say(what, [f"what it needs cannot be read ({type(error).__name__}: {error})"])

    def compare(self, what: str, told: Numbers, made: Numbers) -> None:
        """Compare numbers by their keys.

        Args:
            what: What they are.
            told: As the package has them.
            made: As they were computed again.
        """
        if not told and not made:
            self.pass_over(what, "there is nothing to compare")
            return
        wrong = [f"{key} is not there" for key in made.keys() - told.keys()]
        wrong += [f"{key} is one too many" for key in told.keys() - made.keys()]
        wrong += [
            f"{key}: {_shown(told[key])}, recomputed {_shown(made[key])}"
            for key in told.keys() & made.keys()
            if len(told[key]) != len(made[key]) or not all(map(_same, told[key], made[key]))
        ]
        rows = "1 row" if len(told) == 1 else f"{len(told)} rows"
        self.say(f"{what}, {rows}", sorted(wrong, key=str))

    def conclude(self) -> int:
        """Print the counts; the exit code."""
        print(f"same: {self.same}, DIFFERS: {self.differences}, not checked: {self.unchecked}")
        return 1 if self.differences else 0


def _same(told: float | None, made: float | None) -> bool:
    if told is None or made is None:
        return told is made
    return math.isclose(told, made, rel_tol=CLOSE, abs_tol=CLOSE)


def _shown(numbers: tuple[float | None, ...]) -> str:
    return ", ".join("nothing" if each is None else f"{each:.8g}" for each in numbers)
