"""What is said about a table's columns, as people write it and as a file that can be used again."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.files import atomic_write, read_toml
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.column_map import (
    JOINED,
    ColumnMap,
    HeadSeat,
    Payouts,
    Role,
)
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.typed_text import quoted

SUFFIX = ".toml"
_PAYOUTS = "payouts"
_HEAD = "head"


def read_map(said: Iterable[str]) -> ColumnMap:
    """A map from what was said, later words before earlier ones.

    Args:
        said: Pairs such as `group=Group,round=Period`, or the path of a file with them.

    Raises:
        UsageError: Something in it is no pair, or names nothing that a column can be taken for.
    """
    pairs: dict[str, str] = {}
    for text in said:
        is_file = text.endswith(SUFFIX) and "=" not in Path(text).name
        pairs |= _pairs_of_file(Path(text)) if is_file else _pairs(text)
    return map_from(pairs)


def map_from(pairs: Mapping[str, str]) -> ColumnMap:
    """A map from names of roles and headings.

    Raises:
        UsageError: A name is none, or what the payouts are is said in other words.
    """
    headings: dict[Role, str] = {}
    payouts, head = Payouts.FOUND_OUT, HeadSeat.AS_GIVEN
    for name, heading in pairs.items():
        if name == _PAYOUTS:
            if heading not in set(Payouts):
                raise UsageError(
                    "payouts={found} says nothing about the payouts; write payouts=fund (coins "
                    "from the fund), payouts=earnings (those and the coins that were kept), "
                    "payouts=equal (not read: everyone had the same share of the fund, which is "
                    "computed) or payouts=found_out.",
                    found=heading,
                )
            payouts = Payouts(heading)
        elif name == _HEAD:
            if heading not in set(HeadSeat):
                raise UsageError(
                    "head={found} says nothing about the head's seat; write head=moved (the head "
                    "is given the first seat) or head=as_given.",
                    found=heading,
                )
            head = HeadSeat(heading)
        elif name in set(Role):
            headings[Role(name)] = heading
        else:
            raise UsageError(
                "No column can be taken as {name}; the names are {names}, and payouts and head.",
                name=name,
                names=", ".join(Role),
            )
    return ColumnMap(headings, payouts, head)


def write_map(path: Path, asked: ColumnMap) -> None:
    """Write a map as TOML that `read_map` reads.

    Raises:
        UsageError: The file cannot be written.
    """
    lines = ["# Which columns are which, for: hcmd-lab import STUDY FILE --map THIS_FILE"]
    lines += [f"{role} = {_quoted(heading)}" for role, heading in asked.headings.items()]
    lines.append(f"{_PAYOUTS} = {_quoted(asked.payouts)}")
    lines.append(f"{_HEAD} = {_quoted(asked.head)}")
    try:
        atomic_write(path, ("\n".join(lines) + "\n").encode())
    except OSError as error:
        raise UsageError(
            "The columns cannot be written to {path} ({reason}); {remedy}, or choose another "
            "folder.",
            path=path,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error


def _pairs(text: str) -> dict[str, str]:
    """Pairs separated by commas; a comma within a heading belongs to it."""
    pairs: dict[str, str] = {}
    last = ""
    for part in text.split(","):
        name, equals, heading = part.partition("=")
        if equals and name.strip().casefold() in {*Role, _PAYOUTS, _HEAD}:
            last = name.strip().casefold()
            pairs[last] = heading.strip()
        elif last and not equals:
            pairs[last] += f",{part}"
        else:
            raise UsageError(
                "{part} does not say which column is which; write {example}, or the name of a "
                "file that ends in .toml. The names are {names}, and payouts and head.",
                part=quoted(part),
                example="group=Group,round=Period",
                names=", ".join(Role),
            )
    return pairs


def _pairs_of_file(path: Path) -> dict[str, str]:
    shown = Sentence("The file {path}", path=path)
    pairs: dict[str, str] = {}
    for name, value in read_toml(path, shown).items():
        if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            pairs[name] = JOINED.join(value)
        elif isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            pairs[name] = str(value)
        else:
            raise UsageError(
                "{file}: {name} has to be a heading in quotation marks, a list of headings or a "
                "whole number.",
                file=shown,
                name=name,
            )
    return pairs


def _quoted(text: str) -> str:
    """A text as a string of TOML, which shares its escapes with JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
