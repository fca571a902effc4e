"""The page: a table for each command, and one for each record that results are made of."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

from docs.json_results.results import EVENTS, RESULTS
from docs.json_results.shape import By, Each, Key, Shape, Within, fields_of, records_in

PAGE = Path(__file__).parents[1] / "json.md"

_HEAD = """# Results as JSON

With `--json` a command prints its result as JSON on the standard output, and nothing else there.
This page is made from the code (`python -m docs.json_results`), and a test holds it to what the
commands print.

- A key that ends in `_utc` is a time in ISO 8601, UTC; one that ends in `_ms` is in milliseconds,
  in `_s` in seconds.
- Shares, chances and p-values are from 0 to 1; cross-entropies are in nats.
- `null` means that there is no such thing, or that it is not known; the key's line says which.
  A number that is infinite, or no number, is null, too.
- Keys of an object by something (an iteration, a tail endowment, a code) are texts, as JSON has it.
- `type` in a record names its kind.
- Sentences are English whatever language the windows have, and another version may word them
  otherwise. Scripts do better with the other keys.
"""


def page() -> str:
    """The page as Markdown."""
    lines = [_HEAD]
    for command, shape in RESULTS.items():
        lines += [f"## `{command}`", "", *_object(shape), ""]
    lines += [
        "## `serve`",
        "",
        "Prints an object a line while it runs. Its key `event` says what has happened:",
        "",
        "| Event | Key | Meaning |",
        "|---|---|---|",
        *(
            f"| `{event}` | `{name}` | {_cell(key.means)} |"
            for event, keys in EVENTS.items()
            for name, key in keys.items()
        ),
        "",
        "## Records",
        "",
        "What values of the tables above are made of.",
        "",
    ]
    for record in records():
        lines += [f"### {record.__name__}", "", "| Key | Meaning |", "|---|---|"]
        lines += [
            f"| `{name}` | {_cell(told)}{_links(records_in(get_type_hints(record)[name]))} |"
            for name, told in fields_of(record).items()
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _object(shape: Shape) -> Iterator[str]:
    """An object's table, with the objects in it below their keys."""
    match shape:
        case Each(of) if isinstance(of, dict):
            yield from ("A list of objects, each with these keys:", "", *_table(of))
        case Each(of) if isinstance(of, type):
            yield f"A list of [{of.__name__}](#{_anchor(of)})."
        case dict():
            yield from _table(shape)
        case type():
            yield f"[{shape.__name__}](#{_anchor(shape)})."
        case _:
            raise TypeError(shape)


def _table(keys: dict[str, Key]) -> Iterator[str]:
    yield from ("| Key | Meaning |", "|---|---|")
    yield from _rows(keys, "")


def _rows(keys: dict[str, Key], before: str) -> Iterator[str]:
    for name, key in keys.items():
        lacks = " (not always there)" if key.may_lack else ""
        yield f"| `{before}{name}` | {_cell(key.means)}{lacks}{_links(_named(key.of))} |"
        match key.of:
            case dict():
                yield from _rows(key.of, f"{before}{name}.")
            case Each(of) if isinstance(of, dict):
                yield from _rows(of, f"{before}{name}[].")
            case _:
                pass


def _named(shape: Shape) -> Iterator[type]:
    match shape:
        case Each(of) | By(of):
            yield from _named(of)
        case Within(records):
            yield from records
        case type():
            yield shape
        case _:
            pass


def _links(records: Iterator[type]) -> str:
    named = [f"[{each.__name__}](#{_anchor(each)})" for each in records]
    return f" {', '.join(named)}." if named else ""


def _anchor(record: type) -> str:
    return record.__name__.lower()


def _cell(text: str) -> str:
    return re.sub(r"\bNone\b", "null", text).replace("|", "\\|")


def records() -> list[type]:
    """Every record that the results lead to, by name."""
    found: dict[str, type] = {}
    waiting = [each for shape in RESULTS.values() for each in _all_of(shape)]
    while waiting:
        record = waiting.pop()
        if record.__name__ in found:
            continue
        found[record.__name__] = record
        for hint in get_type_hints(record).values():
            waiting += records_in(hint)
    return [found[name] for name in sorted(found)]


def _all_of(shape: Shape) -> Iterator[type]:
    match shape:
        case dict():
            for key in shape.values():
                yield from _all_of(key.of)
        case _:
            yield from _named(shape)
