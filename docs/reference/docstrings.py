"""Docstrings in Google's style as Markdown: prose, indented formulas, sections of fields."""

import re
from collections.abc import Iterator
from textwrap import dedent

_SECTION = re.compile(r"^(Args|Attributes|Raises|Returns|Yields|Signals):$")
_FIELD = re.compile(r"^(\*{0,2}[\w.]+(?:\([^)]*\))?): (.*)$")


def as_markdown(docstring: str) -> str:
    """A docstring, cleaned as by `inspect.cleandoc`, as a part of a page."""
    return "\n".join(_lines(docstring.split("\n"))).strip()


def _lines(lines: list[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        line = lines[at]
        section = _SECTION.match(line)
        if section is None and not line.startswith("    "):
            yield line
            at += 1
            continue
        begin = at + (section is not None)
        end = begin
        while end < len(lines) and (not lines[end] or lines[end].startswith("    ")):
            end += 1
        inside = dedent("\n".join(lines[begin:end])).strip("\n")
        if section is None:
            yield from ("", "```text", inside, "```", "")
        else:
            yield from ("", f"**{section[1]}**", "", *_section(inside), "")
        at = end


def _section(inside: str) -> Iterator[str]:
    """Its fields as a list; a paragraph where it has none."""
    for line in inside.split("\n"):
        field = _FIELD.match(line)
        if field is not None:
            yield f"- `{field[1]}`: {field[2]}"
        else:
            yield f"    {line.strip()}" if line.startswith(" ") else line
