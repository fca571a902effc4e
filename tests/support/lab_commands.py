"""Commands of `hcmd-lab` as the tests of them have them."""

from collections.abc import Callable

from typer import Typer

from hcmd_lab.cli.commands import commands_named, lab_program

Lab = Callable[..., tuple[int, str, str]]
"""Runs a command line; gives its exit code, stdout, and stderr in one line."""


def program(words: list[str]) -> Typer:
    """As much of `hcmd-lab` as a command line needs."""
    return lab_program(commands_named(words))
