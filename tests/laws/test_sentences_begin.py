"""A sentence begins with a capital letter, also where a mechanism's name begins it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
INSIDE = {"spoken_name", "in_sentence"}
"""They name a mechanism as it stands inside of a sentence: “the rule of θ₁”."""

BEGINS = re.compile(r"(?:^|[.!?] )\{(\w+)\}")


def named(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Whole sentences with the place of a name that is spelled as inside of one."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(args=[ast.Constant(value=str(text)), *_], keywords=keywords):
                for each in keywords:
                    if (
                        isinstance(each.value, ast.Call)
                        and getattr(each.value.func, "id", "") in INSIDE
                        and text.endswith(".")
                    ):
                        yield text, str(each.arg)


def test_no_sentence_begins_with_a_name_as_it_stands_inside_of_one() -> None:
    found = [
        each
        for top in ("hcmd_lab", "ui")
        for path in sorted((ROOT / top).rglob("*.py"))
        for each in named(ast.parse(path.read_text("utf-8")))
    ]
    assert len(found) > 20
    assert [text for text, place in found if place in BEGINS.findall(text)] == []
