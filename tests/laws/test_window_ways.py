"""Whoever sits at the window is not sent to a terminal for what the window does itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

WAYS = {
    "restore STUDY --checkpoints": "File, Backups, Bring back checkpoints",
    "restore": "File, Backups",
    "bundle start": "File, New study from a bundle",
    "bundle make": "Data, Export, A bundle for another lab",
    "study back": "Training",
    "study more-groups": "Mechanisms, More groups",
    "study begin": "Training",
    "check": "Data, Check the study",
    "import": "Data, Import",
}
"""What a command does, and where a window does it; the longest beginning counts."""

TERMINAL = ("in a terminal", "as in hcmd-lab", "that hcmd-lab")
"""How a text says that there is no such window, or only names who has written something."""

COMMAND = re.compile(
    r"hcmd-lab ((?:--?[\w-]+|[a-z][\w-]*|STUDY|FILE)(?: (?:--?[\w-]+|[a-z][\w-]*|STUDY))*)"
)

ELSEWHERE = ("cli", "replication_package", "replications", "export", "updates", "network")
"""Packages whose texts stand in terminals, in files or on the kiosk alone."""


def texts() -> Iterator[tuple[str, str]]:
    """What the program can say in a window: its file, and the text."""
    files = [
        *(each for each in (ROOT / "hcmd_lab").glob("*/**/*.py")
          if each.relative_to(ROOT / "hcmd_lab").parts[0] not in ELSEWHERE),
        *(ROOT / "ui" / "control").rglob("*.py"),
    ]  # fmt: skip
    for path in sorted(files):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SAYING:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield str(path.relative_to(ROOT)), argument.value


SAYING = {"Sentence", "translate", "OperatorError", "UsageError"}


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else ""


def wanted(command: str) -> str | None:
    known = [each for each in WAYS if command.startswith(each)]
    return WAYS[max(known, key=len)] if known else None


def test_a_text_that_names_a_command_names_the_window_s_way_or_says_that_there_is_none() -> None:
    found = 0
    for file, text in texts():
        for match in COMMAND.finditer(text):
            found += 1
            way = wanted(match[1])
            if way is not None:
                before = text[: match.start()]
                assert way in before, f"{file}: “{text}” does not name {way}"
            else:
                assert any(each in text for each in TERMINAL), f"{file}: “{text}”"
    assert found > 25


def test_the_ways_are_those_of_the_window() -> None:
    shown = {
        re.sub(r"&(?!&)|…", "", node.args[0].value)
        for path in (ROOT / "ui" / "control").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _name(node.func) == "translate" and node.args
        and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }  # fmt: skip
    for way in WAYS.values():
        for step in way.split(", "):
            assert step in shown, step
