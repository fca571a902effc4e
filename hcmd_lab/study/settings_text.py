"""Settings as text: a TOML file to edit, and the page of the documentation."""

import json
from collections.abc import Iterator

from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.settings import SessionSettings, Setting, describe
from hcmd_lab.study.settings import PRESETS, StudySettings


def as_toml(settings: object) -> str:
    """Settings with a comment on each, as a file that `--settings` reads."""
    lines: list[str] = []
    for each in describe(type(settings)):
        lines += [f"# {each.sentence} ({each.expected})"]
        lines += [f"{each.name} = {_value(getattr(settings, each.name))}", ""]
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
    changes = "; ".join(
        f"the preset `{preset}` changes " + ", ".join(f"`{name}`" for name in changed)
        for preset, changed in PRESETS.items()
    )
    yield (
        "Given to `hcmd-lab study new` by a preset, a TOML file (`--settings`) or one by one "
        f"(`--set name=value`). From the defaults {changes}."
    )
    yield ""
    yield from _table(describe(StudySettings))
    yield ""
    yield "## Of a session"
    yield ""
    yield "Given to `hcmd-lab serve` in the same ways, and stored with the session."
    yield ""
    yield from _table(describe(SessionSettings))
    yield ""
    yield "### Beside the game"
    yield ""
    yield "The texts are described in [Session script](session-script.md)."
    yield ""
    yield from _table(describe(ScriptSettings))
    yield ""
    yield "### Payment"
    yield ""
    yield from _table(describe(PaymentSettings))


def _table(settings: Iterator[Setting]) -> Iterator[str]:
    yield "| Setting | Default | Allowed | What it does |"
    yield "|---|---|---|---|"
    for each in settings:
        yield f"| `{each.name}` | `{_value(each.default)}` | {each.expected} | {each.sentence} |"


def _value(value: object) -> str:
    """A value in TOML syntax; for these types it equals JSON."""
    return json.dumps(value, ensure_ascii=False)
