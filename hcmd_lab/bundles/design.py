"""The design two studies must share before their data can be merged."""

from dataclasses import dataclass, replace
from pathlib import Path

from hcmd_lab.game.settings import describe
from hcmd_lab.study.settings import StudySettings

NOT_DESIGN = frozenset({"name", "warm_start", "device", "threads"})
"""Settings that may differ: words, the machine, and a folder (what it held is in theta_0)."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A setting in which two studies differ.

    Attributes:
        setting: Its name.
        here: Its value in the study.
        there: Its value in the bundle.
    """

    setting: str
    here: object
    there: object


def to_send(settings: StudySettings) -> StudySettings:
    """Settings for another lab: where folders lie here, in whose home, is nobody's business there.

    Of the study that this one started from only the name of its folder is left.
    """
    return replace(settings, warm_start=Path(settings.warm_start).name)


def differences(here: StudySettings, there: StudySettings) -> list[Difference]:
    """The settings of the design in which two studies differ, in the order of declaration."""
    names = [setting.name for setting in describe(StudySettings)]
    return [
        Difference(name, getattr(here, name), getattr(there, name))
        for name in names
        if name not in NOT_DESIGN and getattr(here, name) != getattr(there, name)
    ]
