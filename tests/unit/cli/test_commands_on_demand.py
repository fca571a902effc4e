"""A command line loads the command that it names, and is answered as if all were loaded."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from hcmd_lab.cli.commands import COMMANDS, commands_named, lab_program

app = lab_program()


def test_a_command_does_not_wait_for_the_others() -> None:
    program = (
        "import sys; from hcmd_lab.cli.main import run; "
        "sys.argv = ['hcmd-lab', 'study', 'status', '-h']\n"
        "try: run()\n"
        "except SystemExit: print(*(name for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "hcmd_lab.cli.study" in loaded
    others = {"hcmd_lab.cli.serve", "hcmd_lab.network.host", "hcmd_lab.updates", "cryptography"}
    assert not others & loaded


@pytest.mark.parametrize(
    "words", [["study"], ["study", "status", "x"], ["--verbose", "study", "new"]]
)
def test_a_command_line_names_the_command_that_it_begins_with(words: list[str]) -> None:
    assert list(commands_named(words)) == ["study"]


@pytest.mark.parametrize("words", [[], ["-h"], ["--help", "study"], ["studdy", "study"], [""]])
def test_any_other_line_is_answered_with_all_commands(words: list[str]) -> None:
    assert commands_named(words) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_alone_is_what_it_is_among_all(name: str) -> None:
    alone = CliRunner().invoke(lab_program((name,)), [name, "-h"])
    assert alone.exit_code == 0, alone.output
    assert alone.stdout == CliRunner().invoke(app, [name, "-h"]).stdout
