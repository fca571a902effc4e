"""The script for Windows stations, read as far as that goes without Windows or PowerShell.

Nothing is run here: that the settings have their effect is seen on the spot, by the list in
`docs/windows.md`. Seen here is that each way past the kiosk has its setting with a reason, that the
script is whole, and that what it changes is kept before and put back.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = (ROOT / "docs" / "kiosk" / "shell-launcher.ps1").read_text(encoding="utf-8")
_TOKEN = re.compile(r'#[^\n]*|"(?:`.|[^"`])*"|[(){}\[\]]|[^\s"#(){}\[\]]+|\s+')
_PARTNERS = {")": "(", "}": "{", "]": "["}


class Setting(NamedTuple):
    """A line of the script's table."""

    hive: str
    key: str
    name: str
    kind: str
    value: str
    reason: str


def tokens() -> Iterator[str]:
    """The script's tokens without comments and spaces; every character belongs to one."""
    at = 0
    while at < len(SCRIPT):
        found = _TOKEN.match(SCRIPT, at)
        assert found, f"nothing fits {SCRIPT[at : at + 40]!r}"
        at = found.end()
        if not found[0].isspace() and not found[0].startswith("#"):
            yield found[0]


def settings() -> list[Setting]:
    begin = SCRIPT.index("$settings = @(")
    table = SCRIPT[begin : SCRIPT.index("\n)\n", begin)]
    text = r'"([^"]+)"'
    rows = re.findall(
        rf'^    , @\("(User|Machine)", {text}, "(\w+)", "(DWord|String)", ("?\d+"?), {text}\)$',
        table,
        re.MULTILINE,
    )
    assert len(rows) == table.count("@(") - 1, "a line of the table has another form"
    return [Setting(*row) for row in rows]


def test_every_bracket_has_its_partner() -> None:
    opened: list[str] = []
    for token in tokens():
        if token in _PARTNERS.values():
            opened.append(token)
        elif token in _PARTNERS:
            assert opened.pop() == _PARTNERS[token]
    assert opened == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DisableTaskMgr", "1"), ("DisableLockWorkstation", "1"), ("DisableChangePassword", "1"),
        ("NoLogoff", "1"), ("NoWinKeys", "1"), ("HideFastUserSwitching", "1"),
        ("PrintScreenKeyForSnippingEnabled", "0"), ("WinEnterLaunchEnabled", "0"),
        ("AllowEdgeSwipe", "0"), ("AllowGameDVR", "0"), ("DisableNotificationCenter", "1"),
    ],
)  # fmt: skip
def test_what_leads_past_the_kiosk_is_taken_away(name: str, value: str) -> None:
    (found,) = [each for each in settings() if each.name == name]
    assert (found.kind, found.value) == ("DWord", value)


@pytest.mark.parametrize(
    ("key", "usual"),
    [
        ("StickyKeys", 510), ("ToggleKeys", 62), ("Keyboard Response", 126), ("HighContrast", 126),
        ("MouseKeys", 62),
    ],
)  # fmt: skip
def test_no_key_opens_a_dialog_of_accessibility(key: str, usual: int) -> None:
    """In all of these flags 4 stands for the key; the rest stays as Windows has it."""
    (found,) = [each for each in settings() if each.key.endswith(f"Accessibility\\{key}")]
    assert (found.name, found.kind) == ("Flags", "String")
    assert int(found.value.strip('"')) == usual - 4


def test_each_setting_has_a_reason_and_stands_once() -> None:
    found = settings()
    assert len({(each.hive, each.key, each.name) for each in found}) == len(found)
    assert all(len(each.reason) > 15 for each in found)


def test_what_is_changed_is_kept_before_and_put_back() -> None:
    body = SCRIPT[SCRIPT.index("$isFirst =") :]
    kept, changed = body.index("Set-Content -Path $Before"), body.index("Set-ItemProperty")
    assert kept < changed, "nothing is changed before the earlier values are on the disk"
    assert body.index("if ($isFirst)") < kept, "a second run does not keep the first one's values"
    undo = SCRIPT[SCRIPT.index("if ($Remove) {") : SCRIPT.index("$isFirst =")]
    for needed in ("Remove-ItemProperty", "Set-ItemProperty", "Set-FilterKey", "RemoveCustomShell"):
        assert needed in undo
    assert "-Type $each.kind" in undo


def test_the_keyboard_filter_blocks_what_leads_to_the_desktop() -> None:
    blocked = re.search(r"\$blocked = @\(([^)]*)\)", SCRIPT)
    assert blocked
    keys = set(re.findall(r'"([^"]+)"', blocked[1]))
    assert {"Win+U", "Win+Tab", "Alt+Tab", "Ctrl+Esc", "Shift+Ctrl+Esc", "Win+L"} <= keys


def test_the_list_to_walk_through_names_every_setting() -> None:
    guide = (ROOT / "docs" / "windows.md").read_text(encoding="utf-8")
    for each in settings():
        assert f"`{each.name}`" in guide or each.key.rsplit("\\", 1)[-1] in guide, each.name
