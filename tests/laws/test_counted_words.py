"""A verb agrees with the number of its own noun: no “1 of 4 groups have played”."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PART = re.compile(r"\{\w+\} of (?:the )?\{n\}|[Oo]f \{n\} .*, \{\w+\}")
"""Two numbers, of which the first is the one that something is said of."""

VERB = re.compile(r"\((?:has|is|was|does|goes|\w+s)\|\w+\)")
"""A verb in both forms: it follows `n`, the second number."""


def templates() -> Iterator[tuple[str, str]]:
    """The texts of the program that decide between singular and plural, with their files."""
    for top in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                text = node.value if isinstance(node, ast.Constant) else None
                if isinstance(text, str) and "{n}" in text and "(s)" in text:
                    yield path.name, text


def test_no_verb_follows_the_number_of_another_noun() -> None:
    found = list(templates())
    assert len(found) > 100
    for name, text in found:
        for part in PART.finditer(text):
            clause = re.split(r"[;.:]", text[part.end() :])[0]
            assert not VERB.search(clause), f"{name}: {text}"
