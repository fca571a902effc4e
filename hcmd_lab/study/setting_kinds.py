"""Settings of a study and of a session: one given to the other is told where it belongs."""

from collections.abc import Iterable

from hcmd_lab.errors import UsageError
from hcmd_lab.game.session_rules import PARTS_OF_PLAN
from hcmd_lab.game.settings import describe


def reject_session_settings(names: Iterable[str], study_settings: type) -> None:
    """Reject a session's setting where those of a study are given.

    Args:
        names: What was given.
        study_settings: The class of a study's settings.

    Raises:
        UsageError: One is a setting of a session alone.
    """
    foreign = _names(PARTS_OF_PLAN.values()) - _names([study_settings])
    for name in foreign.intersection(names):
        raise UsageError(
            "{name} is a setting of a session, not of a study; give it when the session is "
            "opened, as in hcmd-lab serve STUDY --set {name}=VALUE.",
            name=name,
        )


def reject_study_settings(names: Iterable[str], study_settings: type) -> None:
    """Reject a study's setting where those of a session are given.

    Args:
        names: What was given.
        study_settings: The class of a study's settings.

    Raises:
        UsageError: One is a setting of a study alone.
    """
    foreign = _names([study_settings]) - _names(PARTS_OF_PLAN.values())
    for name in foreign.intersection(names):
        raise UsageError(
            "{name} is a setting of a study, not of a session; it is chosen when the study is "
            "made, as in hcmd-lab study new STUDY --set {name}=VALUE.",
            name=name,
        )


def _names(classes: Iterable[type]) -> set[str]:
    """Names of all settings, today's and earlier ones."""
    declared = [each for settings in classes for each in describe(settings)]
    return {name for each in declared for name in (each.name, *each.formerly)}
