"""Sentences for people that can still be translated.

The core builds them in English and never looks up a translation: a `Sentence` keeps its template
and its values apart, so that a window can fill the same values into a translated template.
`python -m resources.translate` collects every template from the sources.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self, TypeAlias, assert_never

Value: TypeAlias = "str | int | float | Sentence"

MAX_TEXT = 1000
"""Characters of a text that a sentence can quote: lists of names are told whole, files are not."""

COUNT = "n"
"""Name of the value that decides between one and many."""

AMOUNTS = frozenset(
    {
        "all", "characters", "count", "decisions", "done", "earning", "fewest", "fitting", "found",
        "free", "groups", "high", "items", "least", "limit", "low", "more", "most",
        "needed", "participants", "people", "planned", "played", "rounds", "sessions", "stations",
        "target", "texts", "times", "votes", COUNT,
    }
)  # fmt: skip
"""Names of values that are amounts, whose thousands are told apart; other numbers may be names, as
those of ports, lines and groups are."""

_FORMS = re.compile(r"\(s\)|\(([^()|]*)\|([^()|]*)\)")


@dataclass(frozen=True, slots=True, init=False)
class Sentence:
    """A text with named values in it; `str` gives it in English.

    Two are equal if they say the same by the same template. A text without values stays exactly as
    it is, braces included.

    Attributes:
        template: English, with a `{name}` for each value. With the value `n`, `(s)` and `(is|are)`
            stand for the singular and the plural.
        values: By name.
    """

    template: str
    values: dict[str, Value]

    def __init__(self, template: str, /, **values: object) -> None:
        """Join a template with its values.

        Args:
            template: A literal, so that translators find it.
            values: Numbers and Sentences are kept; anything else becomes text, long text shortened
                in the middle; a SentenceError contributes its sentence.
        """
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", {name: _kept(value) for name, value in values.items()})

    def __str__(self) -> str:
        return self.filled(english(self.template, self.count), str)

    @property
    def count(self) -> int | None:
        """The number that decides between singular and plural; None where both are the same.

        A translation is looked up by it only where it has more than one form.
        """
        count = self.values.get(COUNT)
        return count if isinstance(count, int) and has_forms(self.template) else None

    def __hash__(self) -> int:
        return hash((self.template, frozenset(self.values.items())))

    def with_text(self, old: str, new: str) -> "Sentence":
        """The same, where every value says `new` for `old`."""
        told: dict[str, Value] = {}
        for name, value in self.values.items():
            match value:
                case Sentence():
                    told[name] = value.with_text(old, new)
                case str():
                    told[name] = value.replace(old, new)
                case int() | float():
                    told[name] = value
                case _:
                    assert_never(value)
        return Sentence(self.template, **told)

    def filled(
        self,
        template: str,
        translate: "Callable[[Sentence], str]",
        written: "Callable[[int | float], str] | None" = None,
        placed: Callable[[str], str] = str,
    ) -> str:
        """A template filled with these values.

        Args:
            template: This one's own or a translation of it.
            translate: Translates a sentence that is a value.
            written: Formats amounts and numbers with decimals; in English by default.
            placed: Fits each formatted value into the text; as it is by default.

        Raises:
            LookupError: It names another value.
            ValueError: Its braces are wrong.
        """
        if not self.values:
            return template
        written = written or _written_in_english
        filled: dict[str, str] = {}
        for name, value in self.values.items():
            match value:
                case Sentence():
                    filled[name] = translate(value)
                case float():
                    filled[name] = written(value)
                case int() if name in AMOUNTS:
                    filled[name] = written(value)
                case _:
                    filled[name] = str(value)
        return template.format_map({name: placed(value) for name, value in filled.items()})


def in_a_row(first: Sentence, *others: Sentence) -> Sentence:
    """One sentence after the other, as one value."""
    if not others:
        return first
    return Sentence("{sentence} {next}", sentence=first, next=in_a_row(*others))


class SentenceError(Exception):
    """An error that carries a `Sentence`.

    Attributes:
        sentence: The sentence that `str(error)` gives in English.
    """

    sentence: Sentence

    def __init__(self, template: str, /, **values: object) -> None:
        """See `Sentence`."""
        self.sentence = Sentence(template, **values)
        super().__init__(str(self.sentence))

    @classmethod
    def of(cls, sentence: Sentence) -> Self:
        """The error for an existing sentence."""
        error = cls(str(sentence))
        error.sentence = sentence
        return error


def has_forms(template: str) -> bool:
    """Whether a template says something else of one than of many."""
    return _FORMS.search(template) is not None


def english(template: str, count: int | None) -> str:
    """An English template in its singular or plural.

    Args:
        template: With `(s)` or `(one|many)` where the forms differ.
        count: None if it does not count.
    """
    if count is None:
        return template
    return _FORMS.sub(
        lambda form: (
            ("" if count == 1 else "s") if form[1] is None else form[1 if count == 1 else 2]
        ),
        template,
    )


def _written_in_english(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def _kept(value: object) -> Value:
    # Plain types alone: sentences cross the borders of processes as JSON.
    match value:
        case Sentence():
            return value
        case SentenceError():
            return value.sentence
        case int():
            return int(value)
        case float():
            return float(value)
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    """A text shortened in the middle if it is too long, as in a damaged file."""
    if len(text) <= MAX_TEXT:
        return text
    half = (MAX_TEXT - 1) // 2
    return f"{text[:half]}…{text[-half:]}"
