"""The documentation names what there is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/*.md"), *ROOT.glob("*.md")])
NAMED = re.compile(r"`((?:hcmd_lab|ui|resources|tests|installer|benchmarks|docs)/[\w./-]+)`")
MODULES = [
    {path.name, *(Path(*path.parts[-depth:]).as_posix() for depth in range(2, 7))}
    for room in ("hcmd_lab", "ui", "resources", "tests", "installer", "benchmarks", "docs")
    for path in [*ROOT.glob("*.py"), *(ROOT / room).rglob("*.py")]
]
"""The ways in which each can be named: from its end."""

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


@pytest.mark.parametrize(
    "page", [each for each in PAGES if each.name != "CHANGELOG.md"], ids=lambda page: page.name
)
def test_every_module_that_a_page_names_in_short_is_there(page: Path) -> None:
    """As `storage/mark.py` or `gate.py`, which a page's words lead to."""
    told = set(re.findall(r"`([\w/]+\.py)`", page.read_text("utf-8")))
    assert sorted(name for name in told if not any(name in ends for ends in MODULES)) == []


def test_the_page_on_tests_tells_of_every_folder() -> None:
    page = (ROOT / "docs" / "testing.md").read_text("utf-8")
    there = {file.parent.name for file in (ROOT / "tests").glob("*/*") if file.suffix != ".pyc"}
    assert set(re.findall(r"(?m)^\| `tests/(\w+)` \|", page)) == there - {"__pycache__"}


def release_places() -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Where tests are marked `release`; with the numbers of the usual run and of a release."""
    number = re.compile(r"(\d+),\s*pytest\.param\((\d+),\s*marks=pytest\.mark\.release")
    for path in sorted((ROOT / "tests").rglob("*.py")):
        text = path.read_text("utf-8")
        if "pytest.mark.release" not in text or path == Path(__file__):
            continue
        for node in ast.parse(text).body:
            first = node.lineno
            if isinstance(node, ast.FunctionDef):
                first = min([first, *(each.lineno for each in node.decorator_list)])
            said = "\n".join(text.splitlines()[first - 1 : node.end_lineno])
            if "pytest.mark.release" in said:
                found = number.search(said)
                yield f"{path.name}:{first}", (int(found[1]), int(found[2])) if found else None


def test_the_page_on_tests_tells_what_a_release_adds() -> None:
    words = {"three": 3, "five": 5, "ten": 10}
    page = (ROOT / "docs" / "testing.md").read_text("utf-8")
    rows = [
        [
            {int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", cell)}
            | {number for word, number in words.items() if re.search(rf"\b{word}\b", cell)}
            for cell in line.strip("|").split(" | ")[1:]
        ]
        for line in page.partition("| Law |")[2].partition("\n\n")[0].splitlines()[2:]
    ]
    places = list(release_places())
    assert len(rows) == len(places) + 1, "a row for each, and one for Hypothesis"
    for place, numbers in places:
        if numbers is not None:
            assert any(numbers[0] in row[0] and numbers[1] in row[1] for row in rows), place
