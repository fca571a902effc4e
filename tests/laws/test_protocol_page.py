"""The page of the protocol names the messages, fields, bounds, codes and pages that there are."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from message_shapes import TO_HOST, TO_STATION, described

from hcmd_lab.game.view import Page
from hcmd_lab.network import update_messages
from hcmd_lab.network.rejection import RejectionCode
from hcmd_lab.network.station_messages import KioskReport

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "protocol.md").read_text("utf-8")
CODE = re.compile(r"`([^`]+)`")
FIELD = re.compile(r"`([a-z_]+)`")
NUMBER = re.compile(r"(?<!\w)-?\d[\d,]*")
ID = "A-Za-z0-9_-"
BOUND = re.compile(r"(?:ge|le|max_length) (-?\d+)|\{(?:\d+,)?(\d+)\}")
IN_PROSE = {"stage": {0, 3}, "round": {0, 1000}}
"""Fields whose bounds one sentence tells for all messages."""

NEVER_SENT = {RejectionCode.UNKNOWN_STATION}
"""Only a host that names its stations would send it, and the program's does not."""


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(text: str) -> Iterator[list[str]]:
    """The cells of each line of a section's tables whose first cell is in code."""
    for line in text.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def told_messages(title: str) -> dict[str, str]:
    """By message, the cell that tells its fields."""
    found = [(name, cells[1]) for cells in rows(section(title)) for name in CODE.findall(cells[0])]
    found = [each for each in found if each[0] != "type"]
    assert len(dict(found)) == len(found)
    return dict(found)


def messages(kind: Any) -> dict[str, dict[str, Any]]:
    """By message, its fields with what they may be."""
    return {each["message"]: each["fields"] for each in described(kind)["one of"]}


def bounds(shape: Any) -> set[int]:
    """The numbers that bound a field, or what is in it; pages and words have none."""
    if isinstance(shape, dict):
        parts = [value for key, value in shape.items() if key != "default"]
        return {each for part in parts for each in bounds(part)}
    if isinstance(shape, list):
        return {each for part in shape for each in bounds(part)}
    if isinstance(shape, int):
        return {shape}
    if ID in shape:
        return set()
    length = re.search(r"max_length \d+", shape)
    text = length[0] if length else shape
    return {int(low or high) for low, high in BOUND.findall(text)}


def told_bounds(cell: str) -> dict[str, set[int]]:
    """By field, the numbers that a cell tells behind its name."""
    places = [*FIELD.finditer(cell)]
    ends = [*(place.start() for place in places[1:]), len(cell)]
    said = {
        place[1]: CODE.sub("", cell[place.end() : end])
        for place, end in zip(places, ends, strict=True)
    }
    return {
        field: {int(number.replace(",", "")) for number in NUMBER.findall(text)}
        for field, text in said.items()
    }


SIDES = [("From a station", TO_HOST), ("From the host", TO_STATION)]


@pytest.mark.parametrize(("title", "kind"), SIDES, ids=[each[0] for each in SIDES])
def test_each_message_is_told_with_its_fields_and_their_bounds(title: str, kind: Any) -> None:
    told, there = told_messages(title), messages(kind)
    assert told.keys() == there.keys()
    for message, fields in there.items():
        cell = told[message]
        tells = told_bounds(cell)
        if message == "kiosk_report":
            assert f"fields of `{KioskReport.__name__}`" in cell
            assert tells.keys() == {"nonce"}
            continue
        assert tells.keys() == fields.keys(), message
        before = {"protocol", "version", "station"} if "as above" in cell else set()
        for field in fields.keys() - before - {"view", "mac"}:
            shape = fields[field]
            is_id = isinstance(shape, str) and ID in shape
            said = cell.partition(f"`{field}`")[2].partition("`")[0]
            assert is_id == bool(re.match(r" id\b", said)), (message, field)
            assert bounds(shape) == (IN_PROSE.get(field) or tells[field]), (message, field)


def test_the_bounds_of_stages_and_rounds_are_told_once() -> None:
    told = "`stage` is {} to {}, `round` {} to {:,} (0: before the first)"
    stage, round_number = IN_PROSE["stage"], IN_PROSE["round"]
    assert told.format(*sorted(stage), *sorted(round_number)) in section("From a station")


def test_only_the_fields_that_the_page_names_may_be_missing() -> None:
    optional = {
        (message, field)
        for kind in (TO_HOST, TO_STATION)
        for message, fields in messages(kind).items()
        for field, shape in fields.items()
        if isinstance(shape, dict) and "default" in shape
    }
    assert optional == {("check_in", "language")}
    assert "only `language` of `check_in` may be missing" in section("From a station")


def test_the_pages_of_a_view_are_those_that_there_are() -> None:
    listed = (
        section("From the host").partition("Its `page` is one of")[2].partition("What those")[0]
    )
    assert set(FIELD.findall(listed)) == {str(each) for each in Page}


def test_each_message_about_updates_is_told_with_its_fields() -> None:
    told = {cells[0].strip("`"): set(FIELD.findall(cells[2])) for cells in rows(section("Updates"))}
    told.pop("type")
    there = {
        kind.__struct_config__.tag: set(kind.__struct_fields__)
        for kind in vars(update_messages).values()
        if isinstance(kind, type) and issubclass(kind, update_messages._Update)
    }
    there.pop("_Update", None)
    words = {"empty", "taken", "not_taken"}
    assert {name: fields - words for name, fields in told.items()} == {
        name: fields for name, fields in there.items() if isinstance(name, str)
    }


def sent_codes() -> tuple[dict[str, set[bool]], dict[str, set[bool]]]:
    """Codes by which connections, and commands, are refused, and whether finally."""
    connections: dict[str, set[bool]] = defaultdict(set)
    commands: dict[str, set[bool]] = defaultdict(set)
    for path in sorted((ROOT / "hcmd_lab").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id=called) | ast.Attribute(attr=called),
                    args=[first, *_],
                    keywords=keywords,
                ) if called in ("RejectedError", "reject", "Rejection"):
                    code, kind = code_of(first), commands if called == "Rejection" else connections
                    finals = [each.value for each in keywords if each.arg == "final"]
                    final = finals[0].value if finals else called != "Rejection"  # type: ignore[attr-defined]
                case ast.Tuple(elts=[first, _]) if path.name == "commands.py":
                    code, kind, final = code_of(first), commands, False
                case ast.arguments(defaults=[*_, first]):
                    code, kind, final = code_of(first), connections, True
                case _:
                    continue
            if code:
                kind[str(code)].add(final)
    return connections, commands


def code_of(node: ast.expr) -> RejectionCode | None:
    match node:
        case ast.Attribute(value=ast.Name(id="RejectionCode"), attr=name):
            return RejectionCode[name]
        case _:
            return None


def test_each_code_is_told_and_whether_it_is_final() -> None:
    of_connections, of_commands = sent_codes()
    text = section("Refusal codes")
    for part, sent in zip(text.split("Of a command"), (of_connections, of_commands), strict=True):
        told = {
            cells[0].strip("`"): {word == "yes" for word in re.findall(r"\b(yes|no)\b", cells[1])}
            for cells in rows(part)
        }
        assert told == sent


def test_what_stations_read_and_the_host_never_sends_is_told_as_such() -> None:
    also_read = section("Refusal codes").partition("Stations also read ")[2].partition("\n\n")[0]
    assert " ".join(also_read.split()).endswith("the program's own host never sends.")
    assert set(CODE.findall(also_read)) == NEVER_SENT
    of_connections, of_commands = sent_codes()
    assert not NEVER_SENT & (of_connections.keys() | of_commands.keys())
