"""A figure that README tells stands on the page that it names for it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| [^|]+ \| (?P<found>[^|]+) \| \[[^]]+\]\((?P<page>[^)]+)\) \|$", re.M)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def rows() -> list[tuple[str, str]]:
    """Each figure of the table with the page that tells it."""
    return [
        (number, row["page"])
        for row in ROW.finditer((ROOT / "README.md").read_text(encoding="utf-8"))
        for number in NUMBER.findall(row["found"])
    ]


@pytest.mark.parametrize(("number", "page"), rows())
def test_the_page_tells_the_figure(number: str, page: str) -> None:
    told = NUMBER.findall((ROOT / page).read_text(encoding="utf-8"))
    assert number in told


def test_there_are_figures() -> None:
    assert len(rows()) > 10
