"""What is wrong with a TOML text, by its line and in words, with what to write instead."""

import re
import tomllib

from hcmd_lab.sentence import Sentence

_PLACE = re.compile(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_PAIR = re.compile(r"\s*(?P<name>[^=\s#\[\]][^=]*?)\s*=\s*(?P<value>.*?)\s*$")
_CURLY = "“”„‟«»‹›‘’‚‛"
_COMMA = re.compile(r"(?P<whole>[+-]?\d+),(?P<decimals>\d+)(?=\s*(?:#|$))")
_WITH_UNIT = re.compile(r"(?P<number>[+-]?\d+(?:[.,]\d+)?)\s*(?P<unit>[^\s\d.,#\]_eE+-][^#]*?)\s*$")
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
    line = lines[number - 1]
    shown = line if len(line) <= _MAX_SHOWN else f"{line[:_MAX_SHOWN]}…"
    return Sentence("line {line}: {problem}", line=number, problem=_problem(shown, str(error)))


def _problem(line: str, error: str) -> Sentence:
    pair = _PAIR.match(line)
    if "overwrite" in error or "already" in error or "twice" in error:
        name = line.strip() if pair is None else pair["name"]
        return Sentence("{name} is set a second time; keep one of the lines", name=name)
    if pair is None:
        return Sentence(
            "{found} is no setting; write name = value", found=line.strip() or Sentence("nothing")
        )
    value = pair["value"]
    bare = value.strip(_CURLY + "\"' ")
    if value and (value[0] in _CURLY or value[-1] in _CURLY):
        return Sentence(
            'the quotation marks of {found} are curly; write "{text}" with straight ones',
            found=value,
            text=bare,
        )
    if comma := _COMMA.match(value):
        wanted = f"{comma['whole']}.{comma['decimals']}"
        return Sentence("{found}: write {wanted}", found=comma[0], wanted=wanted)
    return _other_value(pair["name"], value, bare)


def _other_value(name: str, value: str, bare: str) -> Sentence:
    """The fault of a value that has no comma and no curly quotation marks."""
    if not value or value.startswith("#"):
        return Sentence("{name} has no value; write it behind the equals sign", name=name)
    if value[0] in "\"'" and value.count(value[0]) % 2:
        return Sentence("the quotation mark of {found} has no partner; add it", found=value)
    if value[0] == "[" and "]" not in value:
        return Sentence("the bracket of {found} has no partner; add ]", found=value)
    if value[0] in "\"'[{":
        return Sentence(
            '{found} is no value; write texts as "x" and lists as [1, 2]',
            found=value,
        )
    truth = _TRUTH.get(value.casefold(), value.casefold())
    if truth in ("true", "false"):
        return Sentence("{found}: write {wanted}", found=value, wanted=truth)
    if unit := _WITH_UNIT.fullmatch(value):
        number = unit["number"].replace(",", ".")
        return Sentence("{found}: write {wanted}, without a unit", found=value, wanted=number)
    if _NUMBER.fullmatch(value):
        number = value.lstrip("0") or "0"
        wanted = f"0{number}" if number.startswith(".") else number.rstrip(".")
        return Sentence("{found}: write {wanted}", found=value, wanted=wanted)
    return Sentence('{found} is a text; write "{text}"', found=value, text=bare)
