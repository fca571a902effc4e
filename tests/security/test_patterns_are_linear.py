"""Attack: a text that makes a search take minutes. Found 2026: a page of `![a](` took 438 s.

Every regular expression of the program is tried with texts made of its own parts, at two lengths:
one that looks at each character a fixed number of times takes four times as long for four times
the text. What remains quadratic would be seen as sixteen times.
"""

import ast
import importlib
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from hcmd_lab.game.picture_names import ShownPicture, named_pictures, shown_pictures
from hcmd_lab.sentence import Sentence
from hcmd_lab.support.redaction import any_of
from hcmd_lab.texts.markdown import checked_markdown
from hcmd_lab.texts.text_pictures import PictureFiles
from hcmd_lab.texts.text_reader import MAX_CHARACTERS
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.text_images import Pictures

ROOT = Path(__file__).parents[2]
SHORT, LONG = 1500, 6000
NOTICED_S = 0.03
"""CPU time below which the clock says nothing about growth."""

MOST = 9.0
"""Growth that is still called linear, for four times the text; quadratic is 16."""

_CALLS = ("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer")
_USES_RE = re.compile(r"\bre\s*\.")
_LITERALS = re.compile(r"\\.|[^\\^$.|?*+()\[\]{}]")


class Used(NamedTuple):
    """A pattern of the program, where it stands, and whether it searches or fits a whole text."""

    where: str
    pattern: re.Pattern[str] | re.Pattern[bytes]
    searches: bool


MADE_LATER = {
    "hcmd_lab/support/redaction.py": lambda: any_of({"Ann", "Ann-Ann", "a.a a", "11"}),
}
"""Patterns that are made of what a study holds, each with a sample of that."""


def patterns() -> list[Used]:
    """Every pattern of the program."""
    found = []
    for folder in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            found += list(_patterns_of(path))
    return found


def _patterns_of(path: Path) -> Iterator[Used]:
    text = path.read_text(encoding="utf-8")
    if not _USES_RE.search(text):  # as in most: parsing takes time
        return
    place, tree = path.relative_to(ROOT), ast.parse(text)
    methods = defaultdict(set)  # of compiled patterns, by name
    for _, name, method in _calls(tree):
        methods[name].add(method)
    targets = {
        id(node.value): node.targets[0].id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for call, name, method in _calls(tree):
        if name != "re" or method not in _CALLS:
            continue
        used = methods[targets.get(id(call), "")] if method == "compile" else {method}
        searches = not used or not used <= {"match", "fullmatch"}
        if isinstance(call.args[0], ast.Constant):
            pattern = re.compile(call.args[0].value)
        else:  # made of parts when its module is imported
            module = importlib.import_module(".".join(place.with_suffix("").parts))
            later = MADE_LATER.get(place.as_posix())
            pattern = later() if later else getattr(module, targets[id(call)])
        yield Used(f"{place}:{call.lineno}", pattern, searches)


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str, str]]:
    """Calls like `name.method(...)`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if isinstance(node.func.value, ast.Name):
            yield node, node.func.value.id, node.func.attr


def attacks(pattern: str) -> Iterator[Callable[[int], str]]:
    """Texts of any length that nearly match, made of the pattern's own characters."""
    plain = [each.removeprefix("\\") for each in _LITERALS.findall(pattern)]
    own = list(dict.fromkeys([*plain, "a", "1", " ", "-", ".", ","]))[:9]
    whole = "".join(plain)
    for unit in [*own, *(first + second for first in own for second in own), whole, f"{whole}a"]:
        for before in ("", whole[:3]):
            yield (
                lambda length, unit=unit, before=before: (
                    before + unit * (length // len(unit)) + "\0"
                )
            )
    for cut in range(1, len(whole)):
        yield lambda length, cut=cut: f"{whole[:cut]}a" * (length // (cut + 1))


def cpu_s(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return time.process_time() - before


def grows(run: Callable[[str], object], attack: Callable[[int], str]) -> float:
    """Growth of the time for four times the text; 0 where it is too short to tell."""
    long_s = cpu_s(lambda: run(attack(LONG)))
    if long_s < NOTICED_S:
        return 0.0
    return long_s / max(1e-6, min(cpu_s(lambda: run(attack(SHORT))) for _ in range(3)))


def worst(used: Used) -> float:
    source = used.pattern.pattern
    is_bytes = isinstance(source, bytes)

    def run(text: str) -> None:
        pattern: re.Pattern[Any] = used.pattern
        tried = text.encode("latin-1") if is_bytes else text
        pattern.fullmatch(tried)
        pattern.match(tried)
        if used.searches:
            for _ in pattern.finditer(tried):
                pass

    literal = source.decode("latin-1") if is_bytes else source
    return max(grows(run, attack) for attack in attacks(literal))


@pytest.mark.parametrize("pattern", [r"!\[([^\]]*)\]", r"[ ,]*;"])
def test_the_test_finds_patterns_that_grow_faster(pattern: str) -> None:
    """Each begins anew at every character of a run and looks as far as its end."""
    assert worst(Used("here", re.compile(pattern), searches=True)) > MOST


@pytest.mark.parametrize("used", patterns(), ids=lambda used: used.where)
def test_every_pattern_is_linear(used: Used) -> None:
    assert worst(used) < MOST


# --- the pictures of a text ----------------------------------------------------------------------

_FORMER = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


@given(st.text("![]()a \n", max_size=40))
def test_pictures_are_found_as_the_pattern_found_them(text: str) -> None:
    found = [ShownPicture(m.start(), m.end(), m[1], m[2]) for m in _FORMER.finditer(text)]
    assert list(shown_pictures(text)) == found


UNITS = ["![", "![a](", "![a]", "![a](b", "![](", "]", "(", ")", "![a] (", "picture:"]


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_makes_pictures_slow(unit: str, tmp_path: Path) -> None:
    place, files = Sentence("a page"), PictureFiles([tmp_path], {}, tmp_path)

    def run(text: str) -> None:
        checked_markdown(text, place, files)
        named_pictures(text)

    assert cpu_s(lambda: run(unit * (400_000 // len(unit)))) < 2
    assert grows(run, lambda length: unit * (40 * length // len(unit))) < MOST


# --- the kiosk's reader --------------------------------------------------------------------------

PAGES = {
    "rows": "|a|\n|-|\n" + "|b|\n" * 2900,
    "columns": "|a" * 1400 + "|\n" + "|-" * 1400 + "|\n" + "|b" * 1400 + "|\n",
    "both": "|a" * 40 + "|\n" + "|-" * 40 + "|\n" + ("|b" * 40 + "|\n") * 140,
    "paragraphs": "a\n\n" * 4000,
    "list": "- a\n" * 3000,
    "headings": "# a\n" * 3000,
    "emphasis": "**a " * 3000,
    "pictures": "![a](picture:round)" * 600,
    "unfinished": "![" * 6000,
}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_that_fits_hangs_the_kiosk(qtbot: QtBot, page: str) -> None:
    """A table of 1,000 rows took 28 s: each line was laid out anew with all others."""
    text = PAGES[page]
    assert len(text) <= MAX_CHARACTERS
    reader = Reader(Pictures())
    qtbot.addWidget(reader)
    reader.resize(QSize(800, 600))
    reader.setStyleSheet("font-size: 16px")
    reader.show()
    assert cpu_s(lambda: reader.show_text(text)) < 8


def test_a_table_grows_with_its_rows(qtbot: QtBot) -> None:
    reader = Reader(Pictures())
    qtbot.addWidget(reader)
    reader.resize(QSize(800, 600))
    reader.show()

    def show(rows: int) -> float:
        return min(cpu_s(lambda: reader.show_text("|a|\n|-|\n" + "|b|\n" * rows)) for _ in range(2))

    assert show(2000) < MOST * show(500)
