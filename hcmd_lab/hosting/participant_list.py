"""Participant lists: the labels expected at a session, drawn as codes, written to a file."""

import csv
import io
import secrets
from collections.abc import Collection
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.files import atomic_write
from hcmd_lab.formula_guard import guarded
from hcmd_lab.game.labels import normal
from hcmd_lab.system_faults import reason_of, remedy_of

MAX_LABELS = 1000

CODE_CHARACTERS = "BCDFGHJKLMNPQRSTVWXZ2346789"
"""No vowels, so that no code is a word, and nothing that looks like something else."""

_CODE_LENGTH = 5


def draw_codes(number: int, taken: Collection[str] = ()) -> tuple[str, ...]:
    """Unguessable codes without duplicates.

    Args:
        number: Number of codes.
        taken: Codes that are not to be drawn.
    """
    drawn: dict[str, None] = {}
    known = {normal(code) for code in taken}
    while len(drawn) < number:
        code = "".join(secrets.choice(CODE_CHARACTERS) for _ in range(_CODE_LENGTH))
        if normal(code) not in known:
            drawn[code] = None
    return tuple(drawn)


def write_labels(path: Path, participant_list: Collection[str]) -> None:
    """Write a participant list in the form that `read_table` reads.

    Raises:
        OperatorError: The file cannot be written.
    """
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(
        [guarded(label)] for label in ("label", *participant_list)
    )
    try:
        atomic_write(path, text.getvalue().encode())
    except OSError as error:
        raise OperatorError(
            "The participant list {path} cannot be written ({reason}); {remedy}, or choose another "
            "folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
