"""Tells of each thing whether it is the same."""

import math
from typing import Any

CLOSE = 1e-6
"""Numbers no further apart than this, relative to the larger, are the same."""

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

    def compare(self, what: str, told: Numbers, made: Numbers) -> None:
        """Compare numbers by their keys.

        Args:
            what: What they are.
            told: As the package has them.
            made: As they were computed again.
        """
        wrong = [f"{key} is not there" for key in made.keys() ^ told.keys()]
        wrong += [
            f"{key}: {_shown(told[key])}, recomputed {_shown(made[key])}"
            for key in told.keys() & made.keys()
            if len(told[key]) != len(made[key]) or not all(map(_same, told[key], made[key]))
        ]
        self.say(f"{what}, {len(told)} rows", sorted(wrong, key=str))

    def conclude(self) -> int:
        """Print the counts; the exit code."""
        print(f"{self.same} the same, {self.differences} differ, {self.unchecked} not checked.")
        return 1 if self.differences else 0


def _same(told: float | None, made: float | None) -> bool:
    if told is None or made is None:
        return told is made
    return math.isclose(told, made, rel_tol=CLOSE, abs_tol=CLOSE)


def _shown(numbers: tuple[float | None, ...]) -> str:
    return ", ".join("nothing" if each is None else f"{each:.8g}" for each in numbers)
