"""Values of settings: by which names they are stored, and whether they can be what they are."""

from collections.abc import Mapping
from typing import Any, TypeVar

from hcmd_lab.game.setting_names import unknown_setting
from hcmd_lab.game.settings import describe
from hcmd_lab.typed_text import tidied_line

S = TypeVar("S")
V = TypeVar("V")


def current_names(settings_class: type[Any], values: Mapping[str, V]) -> dict[str, V]:
    """Values by the settings' current names, whichever names they were stored under.

    Of two values of one setting the last one counts.
    """
    now = {old: each.name for each in describe(settings_class) for old in each.formerly}
    return {now.get(name, name): value for name, value in values.items()}


def first_names(settings_class: type[Any], values: Mapping[str, object]) -> dict[str, object]:
    """Values as logs keep them: by the original names, without what was so before a setting."""
    declared = list(describe(settings_class))
    first = {each.name: each.formerly[0] for each in declared if each.formerly}
    later = {each.name: each.before for each in declared if each.before is not None}
    return {
        first.get(name, name): value
        for name, value in values.items()
        if name not in later or value != later[name]
    }


def from_log(settings_class: type[Any], values: Mapping[str, object]) -> dict[str, object]:
    """A log's values by the settings' current names, with those that it is too old to name.

    Texts had no bound once; longer ones are cut, so that they can still be read.
    """
    declared = list(describe(settings_class))
    before = {each.name: each.before for each in declared if each.before is not None}
    now = before | current_names(settings_class, values)
    for each in declared:
        text = now.get(each.name)
        if each.longest and isinstance(text, str):
            now[each.name] = tidied_line(text)[: each.longest]
    return now


def parse(settings_class: type[S], values: Mapping[str, object]) -> S:
    """Validated settings from names and values; missing ones keep their defaults.

    So do those that have no effect given the others.

    Raises:
        UsageError: A name is unknown, or a value has a wrong type or lies outside its limits.
    """
    declared = {setting.name: setting for setting in describe(settings_class)}
    given = current_names(settings_class, values)
    for name in given:
        if name not in declared:
            raise unknown_setting(name, declared)
    made = {name: declared[name].check(value) for name, value in given.items()}
    full = {name: made.get(name, each.default) for name, each in declared.items()}
    return settings_class(
        **{name: full[name] if each.counts(full) else each.default
           for name, each in declared.items()}
    )  # fmt: skip
