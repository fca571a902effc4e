"""What is wrong with a TOML text, by its line and in words, with what to write instead."""

import re
import tomllib

from hcmd_lab.sentence import Sentence

_PLACE = re.compile(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_PAIR = re.compile(r"\s*(?P<name>[^=\s#\[\]][^=]*?)\s*=\s*(?P<value>.*?)\s*$")
_CURLY = "“”„‟«»‹›‘’‚‛"
_COMMA = re.compile(r"(?P<whole>[+-]?\d+),(?P<decimals>\d+)(?=\s*(?:#|$))")
_WITH_UNIT = re.compile(r"(?P<number>[+-]?\d+(?:[.,]\d+)?)\s*(?P<unit>[^\s\d.,#\]_eE+-][^#]*?)\s*$")
_WINDOWS_PATH = re.compile(r'\s{0,9}[\w.]{1,99}\s{0,9}=\s{0,9}"(?P<path>[A-Za-z]:\\(?!\\)[^"]*)"')
_MAX_JUDGED = 1_000
_MAX_SHOWN = 40
"""Characters of a line that are shown; longer ones are of no use to anybody."""

_TRUTH = {"yes": "true", "on": "true", "ja": "true", "no": "false", "off": "false", "nein": "false"}
_NUMBER = re.compile(r"[+-]?[\d.]+")


def toml_fault(text: str, error: tomllib.TOMLDecodeError) -> Sentence:
    """A sentence's part on what is wrong, as in `line 3: 5,50 is no number; write 5.50`.

    Args:
        text: The text that was parsed.
        error: Why it could not be.
    """
    place = _PLACE.search(str(error))
    if place is None:
        return Sentence("it cannot be read ({reason})", reason=str(error))
    lines = text.splitlines() or [""]
    number = min(int(place["line"]), len(lines)) if place["line"] else len(lines)
    problem = _problem(lines[number - 1][:_MAX_JUDGED], str(error))
    return Sentence("line {line}: {problem}", line=number, problem=problem)


def backslash_fault(text: str) -> Sentence | None:
    r"""A sentence's part on a path of Windows whose backslashes TOML reads as something else.

    It takes `"C:\temp\new"` for a text with a tab and a line end, and finds nothing wrong.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _WINDOWS_PATH.match(line):
            problem = _backslash(found["path"])
            return Sentence("line {line}: {problem}", line=number, problem=problem)
    return None


def _backslash(text: str) -> Sentence:
    return Sentence(
        "a backslash between double quotation marks is no sign of its own; write {text} between "
        "single ones",
        text=f"'{_cut(text)}'",
    )


def _cut(text: str) -> str:
    """A part of a line, as it is shown; what is wrong is asked of all of it."""
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"


def _problem(line: str, error: str) -> Sentence:
    pair = _PAIR.match(line)
    if "overwrite" in error or "already" in error or "twice" in error:
        name = line.strip() if pair is None else pair["name"]
        return Sentence("{name} is set a second time; keep one of the lines", name=_cut(name))
    if pair is None:
        return Sentence(
            "{found} is no setting; write name = value",
            found=_cut(line.strip()) or Sentence("nothing"),
        )
    value = pair["value"]
    bare = value.strip(_CURLY + "\"' ")
    if value and (value[0] in _CURLY or value[-1] in _CURLY):
        return Sentence(
            'the quotation marks of {found} are curly; write "{text}" with straight ones',
            found=_cut(value),
            text=_cut(bare),
        )
    if comma := _COMMA.match(value):
        wanted = f"{comma['whole']}.{comma['decimals']}"
        return Sentence("{found}: write {wanted}", found=_cut(comma[0]), wanted=_cut(wanted))
    return _other_value(pair["name"], value, bare)


def _other_value(name: str, value: str, bare: str) -> Sentence:
    """The fault of a value that has no comma and no curly quotation marks."""
    if not value or value.startswith("#"):
        return Sentence("{name} has no value; write it behind the equals sign", name=_cut(name))
    if value[0] in "\"'" and value.count(value[0]) % 2:
        return Sentence("the quotation mark of {found} has no partner; add it", found=_cut(value))
    if value[0] == "[" and "]" not in value:
        return Sentence("the bracket of {found} has no partner; add ]", found=_cut(value))
    if value[0] == '"' and "\\" in value:
        return _backslash(bare)
    if value[0] in "\"'[{":
        return Sentence(
            '{found} is no value; write texts as "x" and lists as [1, 2]',
            found=_cut(value),
        )
    truth = _TRUTH.get(value.casefold(), value.casefold())
    if truth in ("true", "false"):
        return Sentence("{found}: write {wanted}", found=_cut(value), wanted=truth)
    if unit := _WITH_UNIT.fullmatch(value):
        number = unit["number"].replace(",", ".")
        return Sentence("{found}: write {wanted}, without a unit", found=_cut(value), wanted=number)
    if _NUMBER.fullmatch(value):
        number = value.lstrip("0") or "0"
        wanted = f"0{number}" if number.startswith(".") else number.rstrip(".")
        return Sentence("{found}: write {wanted}", found=_cut(value), wanted=_cut(wanted))
    return Sentence('{found} is a text; write "{text}"', found=_cut(value), text=_cut(bare))
