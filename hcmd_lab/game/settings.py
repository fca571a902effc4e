"""Settings, each declared once with its type, default, limits, unit and a sentence.

A settings class is a frozen dataclass whose fields are made by `setting`. From that declaration
come the checks (`parse`), the forms, the TOML files and the documentation (`describe`).
"""

import dataclasses
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence

S = TypeVar("S")

_KEY = "setting"


@dataclass(frozen=True, slots=True)
class Setting:
    """Declaration of one setting.

    Attributes:
        name: As in the settings class, the TOML file and on the command line.
        default: Used where nothing is given; its type is the setting's type. A tuple stands for a
            list of values like its first.
        sentence: What it does, for a reader who has never seen it.
        unit: Of a number; empty for a pure number.
        minimum: Smallest allowed number.
        maximum: Largest allowed number.
        choices: The allowed words, if only some are.
        title: What it is called in a form; by default its name as words.
    """

    name: str
    default: Any
    sentence: str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    title: str = ""

    def check(self, value: object) -> object:
        """The value, validated and converted to the setting's type.

        Raises:
            UsageError: It has another type or lies outside the limits.
        """
        if isinstance(self.default, tuple):
            if not isinstance(value, list | tuple) or not value:
                raise self._wrong(value)
            return tuple(self._check_one(item, type(self.default[0])) for item in value)
        return self._check_one(value, type(self.default))

    def _check_one(self, value: object, expected: type) -> object:
        if expected is float and type(value) is int:
            value = float(value)
        if expected is str and type(value) in (int, float):
            # A word made of digits, which TOML without quotes reads as a number.
            value = next((word for word in self.choices if _same_number(word, value)), value)
        if type(value) is not expected or (self.choices and value not in self.choices):
            raise self._wrong(value)
        if isinstance(value, int | float):
            low = -math.inf if self.minimum is None else self.minimum
            high = math.inf if self.maximum is None else self.maximum
            if not low <= value <= high:
                raise self._wrong(value)
        return value

    def _wrong(self, value: object) -> UsageError:
        return UsageError(
            "The setting {name} must be {expected}, not {value}.",
            name=self.name,
            expected=self.expected,
            value=repr(value),
        )

    @property
    def expected(self) -> Sentence:
        """Description of valid values, in words."""
        if self.choices:
            return Sentence("one of {values}", values=", ".join(self.choices))
        kind = _KINDS[type(self.default[0] if isinstance(self.default, tuple) else self.default)]
        words = kind[isinstance(self.default, tuple)]
        low, high = _plain(self.minimum or 0), _plain(self.maximum or 0)
        if self.minimum is not None and self.maximum is not None:
            words = Sentence("{kind} between {low} and {high}", kind=words, low=low, high=high)
        elif self.minimum is not None:
            words = Sentence("{kind} of at least {low}", kind=words, low=low)
        template = self.unit  # collected with the settings
        if not template:
            return words
        return Sentence("{value} ({unit})", value=words, unit=Sentence(template))


def _same_number(word: str, value: object) -> bool:
    try:
        return float(word) == value
    except ValueError:
        return False


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


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
    unit: str = "",
    minimum: float | None = None,
    maximum: float | None = None,
    choices: tuple[str, ...] = (),
    title: str = "",
) -> Any:  # noqa: ANN401 - stands where a field of any type is declared
    """Declare a field of a settings class; the arguments are those of `Setting`."""
    declared = Setting("", default, sentence, unit, minimum, maximum, choices, title)
    return dataclasses.field(default=default, metadata={_KEY: declared})


def describe(settings_class: type[Any]) -> Iterator[Setting]:
    """The declarations of a settings class, in order."""
    for field in dataclasses.fields(settings_class):
        declared = cast("Setting", field.metadata[_KEY])
        title = declared.title or words_of(field.name)
        yield dataclasses.replace(declared, name=field.name, title=title)


def words_of(name: str) -> str:
    """A name spelled as words: the default label of a setting or choice."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def parse(settings_class: type[S], values: Mapping[str, object]) -> S:
    """Validated settings from names and values; missing ones keep their defaults.

    Raises:
        UsageError: A name is unknown, or a value has a wrong type or lies outside its limits.
    """
    declared = {setting.name: setting for setting in describe(settings_class)}
    for name in values:
        if name not in declared:
            raise UsageError(
                "There is no setting {name}; the settings are {names}.",
                name=name,
                names=", ".join(declared),
            )
    return settings_class(**{name: declared[name].check(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """Settings of a session's procedure. A time of 0 means no limit."""

    intro_s: int = setting(
        120, "Time to read that a stage begins.", unit="s", minimum=0, maximum=3600
    )
    decide_s: int = setting(
        60, "Time for a contribution; then the declared default is made.",
        unit="s", minimum=0, maximum=3600,
    )  # fmt: skip
    outcome_s: int = setting(
        30, "Time to look at a round's outcome.", unit="s", minimum=0, maximum=3600
    )
    vote_s: int = setting(
        120, "Time for the vote; then no vote is counted for the seat.",
        unit="s", minimum=0, maximum=3600,
    )  # fmt: skip
    timeout_contribution: str = setting(
        "previous",
        "The contribution made for a seat that has run out of time or has no one at it: its "
        "previous one (half of the endowment in the first round of a stage), nothing, half or all.",
        choices=("previous", "nothing", "half", "all"),
    )
    auto_start: bool = setting(
        True, "Whether a group starts by itself as soon as its four seats are taken."
    )
    in_step: str = setting(
        "no",
        "Whether the groups of the session go on together: each at its own pace (no), or one that "
        "is ahead waits before every stage and the vote (stages), or before every round too "
        "(rounds), until the others have come as far; a paused group is waited for, one that has "
        "ended is not.",
        choices=("no", "stages", "rounds"),
    )
    dropout: str = setting(
        "hold",
        "What happens by itself when a participant's station is lost for longer than dropout_s: "
        "nothing (hold); the group is paused until all of its stations are back (pause); the seat "
        "is dropped and the declared default plays on for it (stand_in); the group ends with pay "
        "to that point (finish_short), or its data are declared unusable (void).",
        choices=("hold", "pause", "stand_in", "finish_short", "void"),
    )
    dropout_s: int = setting(
        60, "How long a station may be lost before dropout says what happens.",
        unit="s", minimum=5, maximum=3600,
    )  # fmt: skip
