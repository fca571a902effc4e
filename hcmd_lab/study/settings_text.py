"""Settings as text: a TOML file to edit, and the page of the documentation."""

import json
from collections.abc import Iterable, Iterator

from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.settings import Setting, describe
from hcmd_lab.study.presets import PRESETS, Preset
from hcmd_lab.study.settings import StudySettings


def as_toml(settings: object) -> str:
    """Settings with comments on each, as a file that `--settings` reads."""
    lines: list[str] = []
    for each in describe(type(settings)):
        remarks = " ".join([each.sentence, *map(str, each.remarks)])
        lines += [f"# {each.title}: {remarks} ({each.expected})"]
        lines += [f"#   {choice}: {choice.label}. {choice.sentence}" for choice in each.choices]
        # Escapes, which TOML has too, come through every encoding.
        lines += [f"{each.name} = {json.dumps(getattr(settings, each.name))}", ""]
    return "\n".join(lines)


def as_markdown() -> str:
    """The documentation of all settings."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Settings"
    yield ""
    yield "Made from the declarations in the code by `hcmd-lab settings --markdown`."
    yield ""
    yield "## Of a study"
    yield ""
    yield (
        "Given to `hcmd-lab study new` by a preset, a TOML file (`--settings`) or one by one "
        "(`--set name=value`)."
    )
    yield ""
    yield "| Preset | What it is | What it changes of the defaults |"
    yield "|---|---|---|"
    for preset in Preset:
        changed = ", ".join(f"`{name}`" for name in PRESETS[preset])
        yield f"| `{preset}` | {preset.label}. {preset.sentence} | {changed} |"
    yield ""
    yield from _table(describe(StudySettings))
    yield ""
    yield "## Of a session"
    yield ""
    yield "Given to `hcmd-lab serve` in the same ways, and stored with the session."
    yield ""
    yield from _table(describe(SessionSettings))
    yield ""
    yield "### Instructions and surveys"
    yield ""
    yield "The texts are described in [Session script](session-script.md)."
    yield ""
    yield from _table(describe(ScriptSettings))
    yield ""
    yield "### Payment"
    yield ""
    yield from _table(describe(PaymentSettings))


def _table(settings: Iterable[Setting]) -> Iterator[str]:
    yield "| Setting | What it is called | Default | Allowed | What it does |"
    yield "|---|---|---|---|---|"
    for each in settings:
        choices = (f"`{choice}`: {choice.label}. {choice.sentence}" for choice in each.choices)
        what = " ".join([each.sentence, *map(str, each.remarks)])
        told = "<br>".join([what, *choices])
        names = "<br>".join(f"`{name}`" for name in (each.name, *each.formerly))
        place = f'<a id="{each.name}"></a>{names}'  # the "?" beside its field leads there
        yield f"| {place} | {each.title} | `{_value(each.default)}` | {each.expected} | {told} |"


def _value(value: object) -> str:
    """A value in TOML syntax; for these types it equals JSON."""
    return json.dumps(value, ensure_ascii=False)
