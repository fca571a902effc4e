"""An option that was copied from a document, which had made a dash of its hyphens.

Where a command takes a folder, what was to be `--anonymous` would be the folder's name, and the
option would not hold.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import typer
from typer.main import get_command

from hcmd_lab.cli.empty_arguments import options_of
from hcmd_lab.errors import UsageError

_DASHED = re.compile(
    "-?[\u2010-\u2015\u2212\ufe58\ufe63\uff0d][-\u2010-\u2015\u2212]*([a-z][\\w-]*)"
)
"""A word behind a dash or several, as typed text gets them: hyphens, dashes, the minus sign."""


def require_hyphens(program: typer.Typer, arguments: Sequence[str]) -> None:
    """Check that no option begins with another dash than hyphens.

    Args:
        program: Its commands say which options take a text, which may begin with anything.
        arguments: What follows the program's name.

    Raises:
        UsageError: One does.
    """
    dashed = [_DASHED.match(each) for each in arguments]
    if not any(dashed):
        return
    options = dict(options_of(get_command(program)))
    for (before, argument), found in zip(pairwise(("", *arguments)), dashed, strict=True):
        if found and options.get(before, bool) is bool:
            name = found[1]
            raise UsageError(
                "{argument} begins with a dash, as documents write it, and not with a hyphen; type "
                "{option}, or ./{argument} where a file has that name.",
                argument=argument,
                option="-" * min(len(name), 2) + name,  # a letter has one
            )
