"""The page of threats: each has a test that attacks it, each attack that is kept is on the page."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
HEADING = ["Threat", "What protects", "Test that attacks it", "What remains"]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("|") and not line.startswith("|---")
]
THREATS = [row for row in ROWS if row != HEADING]
PYTHON = re.compile(r"`((?:[\w-]+/)*\w+\.py)`")


def named_by(row: int) -> list[Path]:
    """Files with tests that a row names; "the same" is what the row before names."""
    cell = THREATS[row][2]
    named = [ROOT / each if "/" in each else ROOT / "tests" / "security" / each
             for each in PYTHON.findall(cell)]  # fmt: skip
    return named + (named_by(row - 1) if cell.startswith("the same") else [])


def test_there_are_threats() -> None:
    assert ROWS.count(HEADING) == 5
    assert len(THREATS) > 35


@pytest.mark.parametrize("row", range(len(THREATS)), ids=lambda row: THREATS[row][0][:40])
def test_each_threat_has_a_test_that_is_there(row: int) -> None:
    assert len(THREATS[row]) == len(HEADING)
    assert all(THREATS[row][:3])
    named = named_by(row)
    assert named
    for each in named:
        found = ast.walk(ast.parse(each.read_text("utf-8")))
        functions = [node.name for node in found if isinstance(node, ast.FunctionDef)]
        assert [name for name in functions if name.startswith("test_")], each


def test_what_protects_is_there() -> None:
    sources = {path.name for path in (ROOT / "hcmd_lab").rglob("*.py")}
    for row in THREATS:
        for name in PYTHON.findall(row[1]):
            assert (ROOT / name).exists() if "/" in name else name in sources, name


def test_each_kept_attack_is_on_the_page() -> None:
    kept = set((ROOT / "tests" / "security").glob("test_*.py"))
    named = {path for row in range(len(THREATS)) for path in named_by(row)}
    about_the_page = {Path(__file__), Path(__file__).with_name("test_numbers_of_the_page.py")}
    assert kept - named == about_the_page
