"""All settings of a session under one set of names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hcmd_lab.game.idle_settings import require_effect
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.setting_names import unknown_setting
from hcmd_lab.game.setting_values import current_names, parse
from hcmd_lab.game.settings import Setting, describe


@dataclass(frozen=True, slots=True)
class SessionRules:
    """All settings of a session; their names are unique.

    Attributes:
        settings: The session's procedure.
        script: Which instructions and surveys participants go through.
        payment: The rules of payment.
    """

    settings: SessionSettings = field(default_factory=SessionSettings)
    script: ScriptSettings = field(default_factory=ScriptSettings)
    payment: PaymentSettings = field(default_factory=PaymentSettings)


GAME_ALONE = SessionRules(script=NO_SCRIPT)
"""Of a session without instructions and surveys."""

PARTS_OF_PLAN: dict[str, type[object]] = {
    "settings": SessionSettings,
    "script": ScriptSettings,
    "payment": PaymentSettings,
}
"""The settings of a session's plan, by the names of its fields."""


def describe_rules() -> Iterator[Setting]:
    """The declarations of all settings of a session, in order."""
    for settings_class in PARTS_OF_PLAN.values():
        yield from describe(settings_class)


def parse_rules(values: Mapping[str, object], defaults: SessionRules | None = None) -> SessionRules:
    """Validated session settings from names and values.

    Args:
        values: By the settings' names.
        defaults: Of the settings that are not among them; None takes the declared ones.

    Raises:
        UsageError: A name is unknown, or a value has a wrong type, lies outside its limits or has
            no effect given the others.
    """
    for settings_class in PARTS_OF_PLAN.values():
        values = current_names(settings_class, values)
    defaults = defaults or SessionRules()
    known = {
        setting.name: getattr(getattr(defaults, part), setting.name)
        for part, settings_class in PARTS_OF_PLAN.items()
        for setting in describe(settings_class)
    }
    for name in values:
        if name not in known:
            raise unknown_setting(name, known)
    values = known | dict(values)
    for settings_class in PARTS_OF_PLAN.values():
        require_effect(settings_class, _of(settings_class, values))
    return SessionRules(
        parse(SessionSettings, _of(SessionSettings, values)),
        parse(ScriptSettings, _of(ScriptSettings, values)),
        parse(PaymentSettings, _of(PaymentSettings, values)),
    )


def _of(settings_class: type[object], values: Mapping[str, object]) -> dict[str, object]:
    names = {setting.name for setting in describe(settings_class)}
    return {name: value for name, value in values.items() if name in names}
