"""A command that the program tells to type can be typed: with its options, and what it needs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command

from hcmd_lab.cli.commands import lab_program

WHOLE = get_command(lab_program())

ROOT = Path(__file__).parents[2]
TOLD = re.compile(r"hcmd-lab ((?:(?:--?)?[\w{}=\[\]-]+ ?)+)")


def texts(path: Path) -> Iterator[str]:
    """What a file of the program says: its strings but those that explain the code."""
    tree = ast.parse(path.read_text("utf-8"))
    explaining = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in explaining:
            yield from [node.value] if isinstance(node.value, str) else []


def test_a_command_that_is_told_with_options_names_what_it_needs() -> None:
    found = 0
    for top in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            for told in (each for text in texts(path) for each in TOLD.findall(text)):
                words, command = told.split(), WHOLE
                while words and words[0] in getattr(command, "commands", {}):
                    command = command.commands[words.pop(0)]
                options = [each.partition("=")[0] for each in words if each.startswith("--")]
                if hasattr(command, "commands") or not options:
                    continue
                found += 1
                known = {name for each in command.params for name in each.opts}
                assert set(options) <= known, f"{path.name}: hcmd-lab {told}"
                needed = [
                    each for each in command.params
                    if each.required and not each.opts[0].startswith("-")
                ]  # fmt: skip
                before = next(n for n, word in enumerate(words) if word.startswith("--"))
                assert before >= len(needed), f"{path.name}: hcmd-lab {told}: {needed[0].name}"
    assert found > 5
