"""Numbers, percentages, money and counted nouns are worded in `hcmd_lab.telling` alone.

The law reads the sources. It sees format specifications for numbers, glued percent signs, Qt's
locale, and a singular that is chosen by hand; it does not see a number that is rounded and then
turned into text without a format.
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NARRATOR = ROOT / "hcmd_lab" / "telling"

TECHNICAL = {
    "hcmd_lab/sentence.py": "the English of logs and of the core, which knows no locale",
    "hcmd_lab/texts/text_numbers.py": "numbers inside the lab's own texts, in the language of "
    "the text",
    "hcmd_lab/export/answer_tables.py": "seconds in CSV files",
    "hcmd_lab/game/settings.py": "numbers as they are typed into a settings file",
    "hcmd_lab/money_format.py": "money in a given language, for texts and for hcmd_lab.telling",
    "hcmd_lab/replication_package/readme.py": "a text for journals, in English on every computer",
    "hcmd_lab/learning/vote_selection.py": "keys of the training metrics",
    "ui/control/demo/kiosks.py": "an environment variable of Qt",
}
"""Modules that may write numbers by themselves, and why."""

_NUMBER_SPEC = re.compile(r"^[^%]*[,_eEfFgGn%]$|^[^%]*,")
_GLUED = re.compile(r"\}\s?%")


def test_only_the_narrator_words_numbers() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {what}"
        for path in _sources()
        if path.relative_to(ROOT).as_posix() not in TECHNICAL
        for line, what in own_wordings(path.read_text(encoding="utf-8"))
    ]
    assert not found, "say it with hcmd_lab.telling:\n" + "\n".join(found)


def test_every_exception_is_still_needed() -> None:
    idle = [
        name
        for name in TECHNICAL
        if not list(own_wordings((ROOT / name).read_text(encoding="utf-8")))
    ]
    assert not idle


@pytest.mark.parametrize(
    "source",
    [
        'f"{share:.1%}"',
        'f"{count:,} groups"',
        'f"{value:.3f}"',
        'f"{value:+.2f}"',
        'f"{low:.{digits}f}"',
        'format(share, ".1%")',
        '"{:,}".format(count)',
        '"%.1f" % value',
        'f"{percent} %"',
        'text + " %"',
        'translate("{share}% of the fund", share=share)',
        "from PySide6.QtCore import QLocale",
        "QtCore.QLocale()",
        '"1 group" if count == 1 else many(count)',
        'translate("1 vote") if len(votes) == 1 else translate("votes")',
    ],
)
def test_the_law_sees(source: str) -> None:
    assert list(own_wordings(source))


@pytest.mark.parametrize(
    "source",
    [
        'f"{percent(share, 1)} of the fund"',
        'f"{number:02}"',
        'f"{pin:0{digits}d}"',
        'f"{name!r:<10}"',
        'f"{now:%Y-%m-%d}"',
        'log.info("%s has gone", name)',
        'translate("{share} (95% interval {low} to {high})", share=a, low=b, high=c)',
        "columns = 1 if len(conditions) == 1 else 2",
    ],
)
def test_the_law_lets_pass(source: str) -> None:
    assert not list(own_wordings(source))


def own_wordings(source: str) -> Iterator[tuple[int, str]]:
    """Lines in which a module writes a number for people by itself, and how it does so."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FormattedValue(format_spec=ast.JoinedStr(values=parts)) if _is_of_number(
                "".join(p.value if isinstance(p, ast.Constant) else "1" for p in parts)  # type: ignore[misc]
            ):
                yield node.lineno, "a number's format"
            case ast.JoinedStr(values=parts):
                for value, text in pairwise(parts):
                    if isinstance(value, ast.FormattedValue) and _begins_with_percent(text):
                        yield node.lineno, "a glued percent sign"
            case ast.BinOp(op=ast.Add(), right=right) if _begins_with_percent(right):
                yield node.lineno, "a glued percent sign"
            case ast.BinOp(op=ast.Mod(), left=ast.Constant(value=str())):
                yield node.lineno, "a number's format"
            case ast.Call(func=ast.Name(id="format"), args=[_, ast.Constant(value=str(spec))]) if (
                _is_of_number(spec)
            ):
                yield node.lineno, "a number's format"
            case ast.Attribute(value=ast.Constant(value=str(text)), attr="format") if any(
                _is_of_number(spec) for spec in re.findall(r":([^{}]+)\}", text)
            ):
                yield node.lineno, "a number's format"
            case ast.Call(args=[ast.Constant(value=str(text)), *_]) if _GLUED.search(text):
                yield node.lineno, "a glued percent sign"
            case ast.ImportFrom(names=names) if any(name.name == "QLocale" for name in names):
                yield node.lineno, "Qt's locale"
            case ast.Attribute(attr="QLocale"):
                yield node.lineno, "Qt's locale"
            case ast.IfExp(test=test, body=body, orelse=other) if _is_one(test) and (
                _is_text(body) or _is_text(other)
            ):
                yield node.lineno, "a singular chosen by hand"
            case _:
                pass


def _is_of_number(spec: str) -> bool:
    return _NUMBER_SPEC.search(spec) is not None


def _begins_with_percent(text: ast.expr) -> bool:
    return (
        isinstance(text, ast.Constant)
        and isinstance(text.value, str)
        and text.value.lstrip().startswith("%")
    )


def _is_one(test: ast.expr) -> bool:
    match test:
        case ast.Compare(ops=[ast.Eq()], comparators=[ast.Constant(value=1)]):
            return True
        case _:
            return False


def _is_text(found: ast.expr) -> bool:
    match found:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.Call(func=ast.Name(id="translate" | "Sentence")):
            return True
        case _:
            return False


def _sources() -> Iterator[Path]:
    for folder in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if NARRATOR not in path.parents:
                yield path
