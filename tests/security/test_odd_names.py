"""Attacks by names, currencies, folders and reasons that are more than a line of text."""

import json
from pathlib import Path

import pytest
import studies
from typer.testing import CliRunner

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.cli.irrevocable import require_reason
from hcmd_lab.errors import UsageError
from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.setting_values import parse
from hcmd_lab.game.settings import describe
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import duplicate_study
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.typed_text import control_character

app = lab_program()

ODD = {
    "a terminal's command": "A\x1b[2J\x9b31m\x07B",
    "lines": "A\nB\r\nC\u2028D",
    "an override": "A\u202egnp.exe",
    "isolates and embeddings": "A\u2067\u202bB",
    "nothing": "\x00\x7f",
    "half a character": "A\ud800B",
}
TEXTS = [
    (settings, each.name)
    for settings in (StudySettings, SessionSettings, ScriptSettings, PaymentSettings)
    for each in describe(settings)
    if type(each.default) is str
]


def is_one_line(text: str) -> bool:
    turning = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    return "\n" not in text and control_character(text) is None and not turning & set(text)


@pytest.mark.parametrize(("settings", "name"), TEXTS, ids=str)
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_every_text_of_the_settings_is_one_line(settings: type, name: str, odd: str) -> None:
    assert not is_one_line(odd)
    assert is_one_line(getattr(parse(settings, {name: odd}), name))


def test_a_stored_name_is_one_line_too(tmp_path: Path) -> None:
    """Whoever could write into an earlier version's study, or duplicates one under such a name."""
    folder, odd = studies.playable_study(tmp_path / "study", 4), "".join(ODD.values())
    with Store.open(folder) as store:
        store.facts.set("settings", store.facts.get("settings") | {"name": odd})
    with Store.read(folder) as store:
        assert is_one_line(ReadOnlyStudy(store).settings.name)
    told = CliRunner().invoke(app, ["study", "status", str(folder), "--json"])
    assert told.exit_code == 0
    assert json.loads(told.stdout)
    copy = tmp_path / "copy"
    duplicate_study(folder, copy, odd)
    with Store.read(copy) as store:
        assert is_one_line(store.facts.get("settings")["name"])


@pytest.mark.parametrize("odd", ["\x00", "\x1b", "\ud800", " \t "], ids=ascii)
def test_a_reason_of_nothing_is_none(odd: str) -> None:
    with pytest.raises(UsageError):
        require_reason(odd)


def test_a_reason_is_kept_as_one_line_of_text() -> None:
    assert require_reason("asked\x1b[2J by\r\nmail\ud800 ") == "asked[2J by mail"
