"""Reads a TOML table entry by entry; an error names its place."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar, cast

from hcmd_lab.errors import OperatorError
from hcmd_lab.files import read_toml
from hcmd_lab.sentence import Sentence

T = TypeVar("T")

_KINDS = {
    str: Sentence("a text"),
    int: Sentence("a whole number"),
    bool: Sentence("true or false"),
    list: Sentence("a list of texts"),
}


class TomlTable:
    """One entry of a file.

    Args:
        place: Its location, for error messages.
        values: Its values as read.
    """

    def __init__(self, place: Sentence, values: Mapping[str, object]) -> None:
        self.place = place
        self._values = values

    def has(self, name: str) -> bool:
        """Whether the entry has a value of this name."""
        return name in self._values

    def get(self, name: str, default: T) -> T:
        """A value of the default's type, or the default.

        Raises:
            OperatorError: It has another type.
        """
        if name not in self._values:
            return default
        return cast("T", self._typed(name, type(default)))

    def need(self, name: str, kind: type[T]) -> T:
        """A required value.

        Raises:
            OperatorError: It is not, or has another type.
        """
        if name not in self._values:
            raise OperatorError("{place}: {name} is missing.", place=self.place, name=name)
        return cast("T", self._typed(name, kind))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty if not given.

        Raises:
            OperatorError: It is something else.
        """
        found = self.get(name, list[object]())
        if not all(isinstance(each, str) and each.strip() for each in found):
            raise self._wrong(name, list)
        return tuple(str(each) for each in found)

    def only(self, names: Iterable[str]) -> None:
        """Check that no other values are given, which would be typing errors.

        Raises:
            OperatorError: Something else is.
        """
        for name in self._values:
            if name not in names:
                raise OperatorError(
                    "{place}: {name} is unknown; known names are {names}.",
                    place=self.place,
                    name=name,
                    names=", ".join(names),
                )

    def _typed(self, name: str, kind: type) -> object:
        value = self._values[name]
        if type(value) is not kind or (kind is str and not str(value).strip()):
            raise self._wrong(name, kind)
        return value

    def _wrong(self, name: str, kind: type) -> OperatorError:
        return OperatorError(
            "{place}: {name} must be {kind}.", place=self.place, name=name, kind=_KINDS[kind]
        )


def read_tables(file: Path, shown: str, heading: str) -> list[TomlTable]:
    """All entries under one heading of a file.

    Args:
        file: A TOML file.
        shown: Its name in error messages.
        heading: `question` reads every `[[question]]`.

    Raises:
        OperatorError: It cannot be read, is no TOML, has no such entry or something else.
    """
    content = read_toml(file, shown)
    TomlTable(Sentence("{file}", file=shown), content).only((heading,))
    entries = content.get(heading)
    if not isinstance(entries, list) or not entries:
        raise OperatorError(
            "{file} has no entries; write one under [[{heading}]] or switch this part off.",
            file=shown,
            heading=heading,
        )
    return [
        TomlTable(
            Sentence("{file}, {heading} {number}", file=shown, heading=heading, number=number), e
        )
        for number, e in enumerate(entries, start=1)
    ]
