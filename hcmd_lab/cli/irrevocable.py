"""Acts that nothing takes back, or that are recorded: said first, then why, then whether."""

from typing import Annotated

import typer

from hcmd_lab.cli.output import people
from hcmd_lab.errors import UsageError
from hcmd_lab.typed_text import tidied_line

YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
]


ReasonOption = Annotated[
    str | None,
    typer.Option(help="Why; it is recorded. Asked for if not given.", show_default=False),
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
    _confirm(question)


def require_reasoned_agreement(act: str, question: str, reason: str | None, *, yes: bool) -> str:
    """Say what is about to be done, ask why if that is not given, and ask whether it shall be.

    Why comes before whether: who has agreed is asked nothing more.

    Args:
        act: What would be done, as a sentence.
        question: Answered with yes or no.
        reason: What `--reason` says; None if it was not given.
        yes: It was agreed to already.

    Returns:
        The reason.

    Raises:
        UsageError: There is no reason, it was not agreed to, or nobody can be asked.
    """
    if not yes:
        people.print(act, soft_wrap=True)
    why = require_reason(reason)
    if not yes:
        _confirm(question)
    return why


def require_reason(given: str | None) -> str:
    """Why something is done: as given, or asked for.

    Raises:
        UsageError: There is none, or nobody can be asked.
    """
    if given is None:
        given = _ask("Why? It is recorded:")
    if given is None:
        raise UsageError("Nothing was done; give the reason with --reason.")
    why = tidied_line(given).strip()
    if not why:
        raise UsageError("Nothing was done: the reason is empty; give one with --reason.")
    return why


def _confirm(question: str) -> None:
    answer = _ask(f"{question} [y/N]:")
    if answer is None:
        raise UsageError("Nothing was done; add --yes to do it without being asked.")
    if answer.strip().lower() not in ("y", "yes"):
        raise UsageError("Nothing was done.")


def _ask(question: str) -> str | None:
    """A line that somebody types; None if nobody answers, or nobody could.

    typer's own questions leave a space on stdout, where the result alone belongs.
    """
    people.print(question, end=" ", soft_wrap=True)
    try:
        return input()
    except (EOFError, OSError, RuntimeError):
        people.print()
        return None
