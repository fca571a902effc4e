"""An argument without a character, as a shell makes it of a variable that is not set.

A path without a character would be the folder that the shell happens to be in.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer
from typer.main import get_command

from hcmd_lab.errors import UsageError


def require_arguments(program: typer.Typer, arguments: Sequence[str]) -> None:
    """Check that no argument is empty but the text of an option.

    Args:
        program: Its commands say which options take a text.
        arguments: What follows the program's name.

    Raises:
        UsageError: One is.
    """
    if "" not in arguments and not any(each.endswith("=") for each in arguments):
        return
    options = dict(options_of(get_command(program)))
    for before, argument in pairwise(("", *arguments)):
        option, _, value = argument.partition("=")
        takes, given = (
            (options[option], value)
            if "=" in argument and option in options
            else (options.get(before), argument)
        )
        if not given and takes is not str:
            raise UsageError(
                "An argument is empty, as where a variable is not set; name the file, folder or "
                "other thing that is meant."
            )


def options_of(command: Any) -> Iterator[tuple[str, type]]:  # noqa: ANN401 - typer exports no type of it
    """Each option of a command and those within it, and what it takes."""
    for parameter in command.params:
        described = getattr(parameter, "type_descriptor", None)
        if described is not None:
            takes = Path if described.annotation is Path else str
            is_flag = getattr(parameter, "is_flag", False)
            for name in (*parameter.opts, *parameter.secondary_opts):
                if name.startswith("-"):
                    yield name, bool if is_flag else takes
    for each in getattr(command, "commands", {}).values():
        yield from options_of(each)
