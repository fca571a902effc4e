"""A command that the program tells to type can be typed: with its options, and what it needs."""

import ast
import itertools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from studies import playable_study
from typer.main import get_command
from typer.testing import CliRunner

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


NAMED = re.compile(r"`[^`]*`|\bhcmd-lab [\w -]+ (?:has written|tells)\b")
"""Where a text only names a command: in a sentence on what it does, or on what it has made."""

GIVEN = re.compile(r"[A-Z]+|\{\w+\}")
"""What stands for something that the command needs."""


def test_a_command_that_is_told_names_what_it_needs() -> None:
    found = 0
    for top in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            for told in (
                each for text in texts(path) for each in TOLD.findall(NAMED.sub("", text))
            ):
                words, command = told.split(), WHOLE
                while words and words[0] in getattr(command, "commands", {}):
                    command = command.commands[words.pop(0)]
                if hasattr(command, "commands"):
                    continue
                found += 1
                options = {each.partition("=")[0] for each in words if each.startswith("--")}
                known = {name for each in command.params for name in each.opts}
                assert options <= known, f"{path.name}: hcmd-lab {told}"
                needed = [each for each in command.params if each.required]
                places = [each for each in needed if not each.opts[0].startswith("-")]
                given = list(itertools.takewhile(GIVEN.fullmatch, words))
                is_open = told.endswith(" ")  # what follows is put in: `as_typed` holds it
                assert len(given) >= len(places) or is_open, f"{path.name}: hcmd-lab {told}"
                for each in needed:
                    assert each in places or options.intersection(each.opts), f"{path.name}: {told}"
    assert found > 20


def test_no_full_stop_is_typed_with_what_is_filled_in() -> None:
    stop = re.compile(r"hcmd-lab (?:[\w{}=\[\]-]+ )+(?:--[\w-]+[ =])?\{\w+\}[.,;](?=\s|$)")
    for top in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            assert [text for text in texts(path) if stop.search(text)] == [], path.name


def told_with_values() -> Iterator[tuple[str, str]]:
    """What is put into commands by f-strings, as code, with its file."""
    for path in sorted((ROOT / "hcmd_lab").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            parts = node.values if isinstance(node, ast.JoinedStr) else []
            for before, value in itertools.pairwise(parts):
                said = before.value if isinstance(before, ast.Constant) else ""
                if isinstance(value, ast.FormattedValue) and COMMAND.search(str(said)):
                    yield path.name, ast.unparse(value.value)


COMMAND = re.compile(r"hcmd-(?:lab|kiosk) (?:[\w-]+ )+$")


def test_a_path_in_a_command_is_one_word() -> None:
    found = list(told_with_values())
    assert len(found) >= 3
    for file, value in found:
        assert value.startswith("as_typed("), f"{file}: {value}"


@pytest.mark.skipif(sys.platform == "win32", reason="what a shell of Unix takes is typed")
def test_what_is_told_of_a_folder_with_blanks_is_typed_as_it_stands(tmp_path: Path) -> None:
    study = playable_study(tmp_path / "Ann's study (1)", 4)
    made = CliRunner().invoke(lab_program(), ["script", "new", str(study), "--language", "en"])
    (told,) = re.findall(r"hcmd-lab (script check .*)$", made.stdout, re.MULTILINE)
    command = ["sh", "-c", f"{sys.executable} -m hcmd_lab {told}"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
