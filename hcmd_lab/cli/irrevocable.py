"""Acts that nothing takes back: what one would do is said first, and it is asked for."""

from typing import Annotated

import typer

from hcmd_lab.cli.output import people
from hcmd_lab.errors import UsageError

YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
]


def require_agreement(act: str, question: str, *, yes: bool) -> None:
    """Say what is about to be done, and ask whether it shall be.

    Args:
        act: What would be done, as a sentence.
        question: Answered with yes or no.
        yes: It was agreed to already.

    Raises:
        UsageError: It was not agreed to, or nobody can be asked.
    """
    if yes:
        return
    people.print(act, soft_wrap=True)
    try:
        agreed = typer.confirm(question, err=True)
    except (typer.Abort, OSError, RuntimeError) as aborted:  # nobody answers, or nobody could
        raise UsageError("Nothing was done; add --yes to do it without being asked.") from aborted
    if not agreed:
        raise UsageError("Nothing was done.")
