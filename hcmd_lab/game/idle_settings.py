"""Settings that were given and have no effect, given the others; `parse` drops them silently."""

from collections.abc import Mapping
from typing import Any

from hcmd_lab.errors import UsageError
from hcmd_lab.game.setting_values import current_names, parse
from hcmd_lab.game.settings import Setting, describe


def idle(settings_class: type[Any], values: Mapping[str, object]) -> list[Setting]:
    """Those of the settings given that have no effect, given the others."""
    given = current_names(settings_class, values)
    declared = {each.name: each for each in describe(settings_class)}
    full = {name: each.check(given.get(name, each.default)) for name, each in declared.items()}
    return [each for name, each in declared.items() if name in given and not each.counts(full)]


def no_effect(setting: Setting) -> UsageError:
    """The error for a setting that was given and has no effect."""
    return UsageError(
        "The setting {name} has no effect here. {condition}",
        name=setting.name,
        condition=setting.condition,
    )


def require_effect(settings_class: type[Any], values: Mapping[str, object]) -> None:
    """Refuse values that `parse` would drop, for whoever has typed them.

    Raises:
        UsageError: A value has no effect, given the others.
    """
    parse(settings_class, values)  # what is unknown or not allowed is told first
    given = current_names(settings_class, values)
    for each in idle(settings_class, values):
        if each.check(given[each.name]) != each.default:
            raise no_effect(each)
