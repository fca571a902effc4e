"""Participant lists: the labels expected at a session, read from a file or drawn as codes."""

import csv
import io
import secrets
from collections.abc import Collection
from pathlib import Path

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write, read_text
from hcmd_lab.game.labels import normal
from hcmd_lab.sentence import Sentence

MAX_CHARACTERS = 64
"""Of a label; the protocol allows no more."""

MAX_LABELS = 1000

CODE_CHARACTERS = "BCDFGHJKLMNPQRSTVWXZ2346789"
"""No vowels, so that no code is a word, and nothing that looks like something else."""

_CODE_LENGTH = 5
_HEADERS = frozenset({"label", "labels", "code", "codes", "participant.label"})


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


def read_labels(path: Path) -> tuple[str, ...]:
    """Read a participant list: a text or CSV file, one label per line, in the first column.

    Empty lines and a heading `label` are left out.

    Raises:
        UsageError: The file cannot be read, a label is too long or there twice, or there is none.
    """
    shown = Sentence("The participant list {path}", path=path)
    return parse_labels(read_text(path, shown), path.name)


def parse_labels(text: str, name: str) -> tuple[str, ...]:
    """The labels of a participant list.

    Args:
        text: Content of the file.
        name: Name of the file, for error messages.

    Raises:
        UsageError: A label is too long or there twice, or there is none.
    """
    lines: dict[str, int] = {}
    participant_list: list[str] = []
    separator = ";" if text.partition("\n")[0].count(";") else ","
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), start=1):
        label = " ".join(row[0].split()) if row else ""
        if not label or (number == 1 and normal(label) in _HEADERS):
            continue
        if len(label) > MAX_CHARACTERS or not label.isprintable():
            raise UsageError(
                "{name}, line {line}: a label has at most {most} characters, all of them "
                "printable.",
                name=name,
                line=number,
                most=MAX_CHARACTERS,
            )
        earlier = lines.setdefault(normal(label), number)
        if earlier != number:
            raise UsageError(
                "{name}, line {line}: the label {label} is already in line {earlier}.",
                name=name,
                line=number,
                label=label,
                earlier=earlier,
            )
        participant_list.append(label)
    if not participant_list:
        raise UsageError(
            "{name} has no labels; write one per line, in the first column.", name=name
        )
    if len(participant_list) > MAX_LABELS:
        raise UsageError(
            "{name} has {number} labels; a participant list has at most {most}.",
            name=name,
            number=len(participant_list),
            most=MAX_LABELS,
        )
    return tuple(participant_list)


def write_labels(path: Path, participant_list: Collection[str]) -> None:
    """Write a participant list in the form that `read_labels` reads.

    Raises:
        OperatorError: The file cannot be written.
    """
    try:
        atomic_write(path, "".join(f"{line}\n" for line in ("label", *participant_list)).encode())
    except OSError as error:
        raise OperatorError(
            "The participant list {path} cannot be written ({reason}); free some space or choose "
            "another folder.",
            path=path,
            reason=error.strerror,
        ) from error
