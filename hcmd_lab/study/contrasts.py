"""Contrasts: pairs of mechanisms that new groups compare by vote in EVALUATE.

A study without a plan of its own has one contrast, the newest mechanism against the baseline of its
settings. Contrasts are planned with the groups that each is to have; a group belongs to a contrast
by the two mechanisms that it met.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from hcmd_lab.errors import OperatorError
from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred

CONTRASTS_FACT = "contrasts"
"""Where a study keeps the contrasts that it plans."""


@dataclass(frozen=True, slots=True)
class PlannedContrast:
    """A contrast as it was planned.

    Attributes:
        mechanism: Name of the mechanism whose votes are counted, or what stands for the newest one
            or its rule (`NEWEST`, `NEWEST_RULE` in `hcmd_lab.game.mechanisms`).
        other: The same of the one that it is compared with.
        groups: Groups that it is to have.
        planned_utc: Time at which it was planned; empty for the contrast of the settings.
        by: Who planned it; empty for the contrast of the settings.
    """

    mechanism: str
    other: str
    groups: int
    planned_utc: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A contrast and how far it has come.

    Attributes:
        number: From 1, in the order of planning.
        mechanism: Name of the mechanism whose votes are counted; what it is planned as while
            training goes on.
        other: The same of the one that it is compared with.
        target: Groups that it is to have.
        played: Groups that it has: complete, and counting.
        planned_utc: Time at which it was planned; empty for the contrast of the settings.
        by: Who planned it; empty for the contrast of the settings.
        result: EVALUATE's newest result; None before.
        is_final: Whether nothing more has to be played for the result; a look at the votes of a
            sequential plan is not, until they decide or all planned groups have played.
        seen: Groups that it had when EVALUATE counted its votes last; 0 before.
        counted_before: Other contrasts whose votes had been counted when it was planned.
    """

    number: int
    mechanism: str
    other: str
    target: int
    played: int
    planned_utc: str = ""
    by: str = ""
    result: EvaluateResult | None = None
    is_final: bool = False
    seen: int = 0
    counted_before: int = 0

    @property
    def missing(self) -> int:
        """Groups that still have to play."""
        return 0 if self.is_final else max(0, self.target - self.played)

    @property
    def uncounted(self) -> int:
        """Groups that have played and whose votes EVALUATE has not counted."""
        return 0 if self.is_final else max(0, self.played - self.seen)

    @property
    def is_decided(self) -> bool:
        """Whether its votes, counted last, prefer one of the two."""
        return self.result is not None and self.result.preferred is not Preferred.UNDECIDED

    @property
    def is_ready(self) -> bool:
        """Whether its groups have played and EVALUATE has not counted their votes."""
        return not self.is_final and self.played >= self.target

    @property
    def may_look(self) -> bool:
        """Whether a sequential plan lets EVALUATE count its votes now."""
        return not self.is_final and self.played > self.seen


@dataclass(frozen=True, slots=True)
class ContrastCount:
    """What the status of a study takes from a planned contrast.

    Attributes:
        mechanism: Name of the mechanism whose votes are counted.
        other: Name of the one that it is compared with.
        played: Groups that count.
        target: Groups that it is to have.
        is_evaluated: Whether EVALUATE has a result of it that nothing more has to be played for.
    """

    mechanism: str
    other: str
    played: int
    target: int
    is_evaluated: bool

    @property
    def missing(self) -> int:
        """Groups that still have to play."""
        return 0 if self.is_evaluated else max(0, self.target - self.played)


def parse_contrasts(stored: Sequence[Any]) -> tuple[PlannedContrast, ...]:
    """The planned contrasts of what a study or a bundle holds of them.

    Raises:
        OperatorError: It is not a plan.
    """
    try:
        return msgspec.convert(stored, tuple[PlannedContrast, ...])
    except msgspec.ValidationError as error:
        raise OperatorError(
            "The planned contrasts cannot be read ({error}); open the study with the version of "
            "HCMD Lab that planned them.",
            error=error,
        ) from error
