"""The documentation names what there is."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/*.md"), *ROOT.glob("*.md")])
NAMED = re.compile(r"`((?:hcmd_lab|ui|resources|tests|installer|benchmarks|docs)/[\w./-]+)`")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINKED = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    missing = [
        name for name in NAMED.findall(text) if "xx" not in name and not (ROOT / name).exists()
    ]
    missing += [
        link for link in LINKED.findall(CODE.sub("", text)) if not (page.parent / link).exists()
    ]
    assert missing == []


def test_the_page_on_tests_tells_of_every_folder() -> None:
    page = (ROOT / "docs" / "testing.md").read_text("utf-8")
    there = {file.parent.name for file in (ROOT / "tests").glob("*/*") if file.suffix != ".pyc"}
    assert set(re.findall(r"(?m)^\| `tests/(\w+)` \|", page)) == there - {"__pycache__"}
