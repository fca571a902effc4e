"""Settings: each declared once with type, default, limits, unit and a sentence.

A settings class is a frozen dataclass whose fields are made by `setting`. From that declaration
come the checks (`parse` of `setting_values.py`), the forms, the TOML files and the documentation
(`describe`). A setting that is one of a few words has a `Choice` as its default; the words' own
texts stand with them.
"""

import dataclasses
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self, TypeAlias, assert_never, cast

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.typed_text import quoted, tidied_line

_KEY = "setting"


class Choice(StrEnum):
    """An allowed word of a setting; a member is declared with the word and two texts.

    Attributes:
        label: Its displayed name.
        sentence: What follows from it.
    """

    label: str
    sentence: str

    def __new__(cls, word: str, label: str = "", sentence: str = "") -> Self:
        """Create the member for a word; calling the class with the word alone finds it."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label, member.sentence = label, sentence
        return member

    @property
    def declaration(self) -> tuple[str, str, str]:
        """The word and its texts, for an enum that has it too."""
        return self.value, self.label, self.sentence


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A dependency on another setting: this one counts only while that one has a value.

    Attributes:
        setting: Name of the other one.
        value: Its value; true for one that is on or off.
    """

    setting: str
    value: Choice | bool = True

    def counts_with(self, value: object) -> bool:
        """Whether this setting counts while the other has a value."""
        return value == self.value


@dataclass(frozen=True, slots=True)
class Unless:
    """A dependency on another setting: this one counts while that one has any other value.

    Attributes:
        setting: Name of the other one.
        value: The value with which this one does not count.
    """

    setting: str
    value: Choice

    def counts_with(self, value: object) -> bool:
        """Whether this setting counts while the other has a value."""
        return value != self.value


Condition: TypeAlias = OnlyIf | Unless
"""When a setting counts."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Declaration of one setting.

    Attributes:
        name: Its name in the settings class, the TOML file and on the command line.
        default: Used where nothing is given; its type is the setting's type. A tuple stands for a
            list of values like its first.
        sentence: Its effect, for a reader who has never seen it.
        title: Its label in a form.
        unit: Unit of a number, `(s)` where one is said otherwise; empty for a pure number.
        minimum: Smallest allowed number.
        above: What numbers have to be larger than, in place of a smallest one.
        longest: Most characters of a text; every text has such a bound.
        maximum: Largest allowed number.
        zero: What 0 means, where it is more than a number.
        only_if: The setting it depends on, if any.
        formerly: Names that it had, from the first; files and logs with them can still be read, and
            logs are written with the first one.
        before: For one that was added later, the value of sessions from before it; logs leave it
            out, so that one from before is the same bytes as ever. It must not change.
        condition: What `only_if` says, in words.
    """

    name: str
    default: Any
    sentence: str
    title: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    zero: str = ""
    only_if: Condition | None = None
    formerly: tuple[str, ...] = ()
    before: object = None
    above: float | None = None
    longest: int = 0
    condition: Sentence | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The allowed words, if they are limited."""
        return tuple(type(self.default)) if isinstance(self.default, Choice) else ()

    def counts(self, values: Mapping[str, object]) -> bool:
        """Whether the setting has an effect, given the values of the others."""
        return self.only_if is None or self.only_if.counts_with(values[self.only_if.setting])

    def check(self, value: object) -> object:
        """The value, validated and converted to the setting's type.

        Raises:
            UsageError: It has another type or lies outside the limits.
        """
        if isinstance(self.default, tuple):
            # Whoever wants one iteration writes one number.
            values = (value,) if isinstance(value, int | float) else value
            if not isinstance(values, list | tuple) or not values:
                raise self._no_list(value)
            return tuple(self._check_one(item, type(self.default[0])) for item in values)
        if self.choices:
            return self._check_choice(value)
        return self._check_one(value, type(self.default))

    def _check_choice(self, value: object) -> Choice:
        for choice in self.choices:
            # An unquoted word of digits in TOML is read as a number.
            if value == choice or (type(value) in (int, float) and _same_number(choice, value)):
                return choice
        raise self._wrong(value)

    def _check_one(self, value: object, expected: type) -> object:
        if expected is float and type(value) is int:
            value = float(value)
        if type(value) is not expected:
            raise self._wrong(value)
        if isinstance(value, str):
            # Of an earlier version, too: it is shown in a window, on paper and in a terminal.
            line = tidied_line(value)
            if len(line) > self.longest:
                raise UsageError(
                    "The setting {name} must be {expected}, and this text has {n} characters; "
                    "shorten it.",
                    name=self.name,
                    expected=self.expected,
                    n=len(line),
                )
            return line
        if isinstance(value, int | float):
            low = -math.inf if self.minimum is None else self.minimum
            high = math.inf if self.maximum is None else self.maximum
            if not low <= value <= high or (self.above is not None and value <= self.above):
                raise self._wrong(value)
        return value

    def _no_list(self, value: object) -> UsageError:
        return UsageError(
            "The setting {name} must be {expected}, not {value}; write it with brackets, as in "
            "{example}.",
            name=self.name,
            expected=self.expected,
            value=quoted(value),
            example=repr([*self.default[:2]]),
        )

    def _wrong(self, value: object) -> UsageError:
        return UsageError(
            "The setting {name} must be {expected}, not {value}.",
            name=self.name,
            expected=self.expected,
            value=quoted(value),
        )

    @property
    def expected(self) -> Sentence:
        """Description of valid values, in words."""
        if self.choices:
            return Sentence("one of {values}", values=", ".join(self.choices))
        kind = _KINDS[type(self.default[0] if isinstance(self.default, tuple) else self.default)]
        words = kind[isinstance(self.default, tuple)]
        if self.longest:
            words = Sentence("{kind} of at most {n} character(s)", kind=words, n=self.longest)
        low, high = _limit(self.minimum or 0), _limit(self.maximum or 0)
        if self.above is not None and self.maximum is not None:
            words = Sentence(
                "{kind} above {low} and up to {high}", kind=words, low=_limit(self.above), high=high
            )
        elif self.minimum is not None and self.maximum is not None:
            words = Sentence("{kind} between {low} and {high}", kind=words, low=low, high=high)
        elif self.minimum is not None:
            words = Sentence("{kind} of at least {low}", kind=words, low=low)
        if not self.unit:
            return words
        return Sentence("{value} ({unit})", value=words, unit=self.unit_of())

    def unit_of(self, value: object = None) -> Sentence:
        """The unit as it is said behind a value, or of many."""
        template = self.unit  # collected with the settings
        return Sentence(template, n=1 if value in (1, (1,)) else 2)

    @property
    def zero_remark(self) -> Sentence | None:
        """The meaning of 0 in words."""
        template = self.zero  # collected with the settings
        return Sentence("0: {meaning}.", meaning=Sentence(template)) if template else None

    @property
    def remarks(self) -> tuple[Sentence, ...]:
        """Additional remarks: the meaning of 0, and when the setting has an effect."""
        return tuple(each for each in (self.zero_remark, self.condition) if each is not None)

    @property
    def explanation(self) -> str:
        """Full description of the setting and its choices, in English."""
        choices = (f"{each}: {each.label}. {each.sentence}" for each in self.choices)
        return " ".join([self.sentence, *choices, *map(str, self.remarks)])


def _same_number(word: str, value: object) -> bool:
    try:
        return float(word) == value
    except ValueError:
        return False


def plain(number: float) -> str:
    """A number as people write it and as it can be typed again, without an exponent."""
    return str(int(number)) if number == int(number) else f"{Decimal(repr(number)):f}"


def _limit(number: float) -> float | str:
    """A limit inside a sentence; a fraction is written as its reader does."""
    return number if number % 1 and number > _SMALLEST_SPOKEN else plain(number)


_SMALLEST_SPOKEN = 1e-4
"""Smaller ones would be told with an exponent."""

_KINDS = {
    bool: (Sentence("true or false"), Sentence("a list of switches")),
    int: (Sentence("a whole number"), Sentence("a list of whole numbers")),
    float: (Sentence("a number"), Sentence("a list of numbers")),
    str: (Sentence("a text"), Sentence("a list of texts")),
}
"""What one value and a list of values of a type are called."""


def setting(
    default: Any,  # noqa: ANN401 - a setting may have any simple type
    sentence: str,
    *,
    title: str,
    unit: str = "",
    minimum: float | None = None,
    maximum: float | None = None,
    zero: str = "",
    only_if: Condition | None = None,
    formerly: tuple[str, ...] = (),
    before: object = None,
    above: float | None = None,
    longest: int = 0,
) -> Any:  # noqa: ANN401 - stands where a field of any type is declared
    """Declare a field of a settings class; the arguments are those of `Setting`."""
    declared = Setting(
        "", default, sentence, title, unit, minimum, maximum, zero, only_if, formerly,
        before, above, longest,
    )  # fmt: skip
    return dataclasses.field(default=default, metadata={_KEY: declared})


def describe(settings_class: type[Any]) -> tuple[Setting, ...]:
    """The declarations of a settings class, in order."""
    if settings_class not in _DESCRIBED:
        _DESCRIBED[settings_class] = tuple(_declared(settings_class))
    return _DESCRIBED[settings_class]


_DESCRIBED: dict[type[Any], tuple[Setting, ...]] = {}
"""A form asks for them at each of its fields, and so does whoever reads settings."""


def _declared(settings_class: type[Any]) -> Iterator[Setting]:
    declared = {
        field.name: cast("Setting", field.metadata[_KEY])
        for field in dataclasses.fields(settings_class)
    }
    for name, each in declared.items():
        needs = each.only_if
        condition = None if needs is None else _condition(needs, declared[needs.setting])
        yield dataclasses.replace(each, name=name, condition=condition)


def _condition(needs: Condition, other: Setting) -> Sentence:
    template = other.title  # collected with the settings
    title = Sentence(template)
    if not isinstance(needs.value, Choice):
        return Sentence("Only with “{setting}”.", setting=title)
    template = needs.value.label
    choice = Sentence(template)
    match needs:
        case OnlyIf():
            return Sentence("Only if “{setting}” is “{choice}”.", setting=title, choice=choice)
        case Unless():
            return Sentence("Only if “{setting}” is not “{choice}”.", setting=title, choice=choice)
        case _:  # pragma: no cover
            assert_never(needs)
