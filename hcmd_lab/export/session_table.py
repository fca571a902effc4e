"""Tables of sessions with their settings, and of consent wordings."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from hcmd_lab.export import shared_columns as shared
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import SESSION, TO_SESSION, Column, Kind, Row, Table
from hcmd_lab.game.events import AlarmRaised
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.session_rules import describe_rules
from hcmd_lab.game.settings import Setting
from hcmd_lab.sentence import english
from hcmd_lab.storage.tablefile import Number, Value

_KINDS: dict[type, Kind] = {bool: "boolean", int: "integer", float: "number", str: "string"}

_OTREE = (
    Column("session.config.name", "string", "The game: the Public Investment Game.", allowed="pig"),
    Column(
        "session.config.participation_fee", "number", "As session.config.show_up_fee.", "currency"
    ),
    Column(
        "session.config.real_world_currency_per_point",
        "number",
        "As session.config.coin_value.",
        "currency",
    ),
)
"""What oTree calls these settings."""

_GAME = (
    Column("session.config.rounds", "integer", "Rounds of a stage.", "rounds"),
    Column("session.config.multiplier_percent", "integer", "What the fund becomes.", "%"),
    Column("session.config.head_endowment", "integer", "Of the head in each round.", "coins"),
    Column("session.config.tails", "integer", "Participants of a group beside the head.", "tails"),
)


def _config_column(setting: Setting) -> Column:
    return Column(
        f"session.config.{setting.name}",
        "string" if setting.choices else _KINDS[type(setting.default)],
        setting.explanation,
        english(setting.unit, 2),
        ", ".join(setting.choices),
    )


CONFIG = (*_OTREE, *_GAME, *(_config_column(setting) for setting in describe_rules()))
"""A column for every setting of a session; empty for an imported one."""

COLUMNS = (
    shared.SESSION_CODE,
    Column("session.label", "string", "Name of the study."),
    shared.IS_DEMO,
    shared.PURPOSE,
    shared.ITERATION,
    shared.SET_ASIDE,
    Column("session.is_imported", "boolean", "Its groups were played elsewhere."),
    Column("session.lab", "string", "Lab in which it was played; empty for the study's own."),
    Column("session.status", "string", "Whether it is over.", allowed="open, closed"),
    Column("session.seed", "integer", "From which it was planned."),
    Column("session.groups", "integer", "Groups that it has.", "groups"),
    Column(
        "session.contrasts",
        "string",
        "Numbers of the contrasts that its groups compare, with a comma between them.",
    ),
    Column("session.software", "string", "Version of HCMD Lab that opened it."),
    Column("session.consent_version", "string", "Names the wording of the consent."),
    Column("session.alarms", "integer", "How often something looked like an attack."),
    shared.OPENED,
    Column(
        "session.time_closed_utc",
        "datetime",
        "When it was closed, or imported; empty while it is open. Payments may be noted later.",
        "UTC",
    ),
    *CONFIG,
)


def config(plan: SessionPlan | None) -> dict[str, Value]:
    """A session's settings, by column."""
    if plan is None:
        return dict.fromkeys((column.name for column in CONFIG), None)
    values: dict[str, Value] = {
        "session.config.name": "pig",
        "session.config.participation_fee": _value(plan.payment.show_up_fee),
        "session.config.real_world_currency_per_point": _value(plan.payment.coin_value),
        "session.config.rounds": plan.game.rounds,
        "session.config.multiplier_percent": plan.game.multiplier_percent,
        "session.config.head_endowment": plan.game.head_endowment,
        "session.config.tails": plan.game.tails,
    }
    for part in (plan.settings, plan.script, plan.payment):
        for column in CONFIG:
            name = column.name.removeprefix("session.config.")
            if hasattr(part, name):
                values[column.name] = _value(getattr(part, name))
    return values


def _value(value: bool | float | str) -> Value:
    match value:
        case bool() | int() | str():
            return value
        case float():
            return Number(repr(value))
        case _:
            assert_never(value)


def _rows(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        plan = None if data.state is None else data.state.plan
        yield {
            "session.label": data.study,
            "session.is_imported": data.row.imported,
            "session.lab": data.lab or None,
            "session.status": data.row.status,
            "session.seed": data.row.seed,
            "session.groups": data.row.groups,
            "session.contrasts": _contrasts(data),
            "session.software": data.row.versions.get("hcmd-lab"),
            "session.consent_version": plan.materials.consent_version if plan else None,
            "session.alarms": _alarms(data),
            "session.time_closed_utc": data.row.closed_utc,
            **shared.session_block(data),
            **config(plan),
        }


def _alarms(data: SessionData) -> int | None:
    if data.row.imported:
        return None
    events = (each.event for each in data.log)
    return sum(event.times for event in events if isinstance(event, AlarmRaised))


def _contrasts(data: SessionData) -> str | None:
    numbers = {data.contrast(group) for group in data.groups} - {None}
    return ",".join(map(str, sorted(number for number in numbers if number is not None))) or None


SESSIONS = Table("sessions", "A session and its settings.", COLUMNS, SESSION, _rows)


def _consents(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        materials = None if data.state is None else data.state.plan.materials
        if materials is None or not materials.consent_version:
            continue
        for language, sheet in materials.sheets.items():
            yield {
                "session.code": data.row.code,
                "consent.version": materials.consent_version,
                "consent.language": language,
                "consent.text": sheet.consent,
            }


CONSENTS = Table(
    "consents",
    "A wording of the consent that a session asked for.",
    (
        shared.SESSION_CODE,
        Column("consent.version", "string", "Names the wording in all languages."),
        Column("consent.language", "string", "Code of the language."),
        Column("consent.text", "string", "The text, in Markdown."),
    ),
    ("session.code", "consent.language"),
    _consents,
    (TO_SESSION,),
)
