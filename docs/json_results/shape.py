"""What a result as JSON may look like, and whether one does.

A shape is a record class, whose docstring says what each field means; an object with named keys; a
list or a map of shapes; or None for a plain value, a list of such or a list of lists of such.
"""

import dataclasses
import inspect
import re
from collections.abc import Iterator
from typing import TypeAlias, get_args, get_type_hints

import msgspec

_FIELD = re.compile(r"^(    )(\w+(?:, \w+)*): ((?:.*\n?)(?:(?: {8}.*)?\n?)*)", re.MULTILINE)


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """A key of an object.

    Attributes:
        means: Its meaning, with the unit.
        of: The shape of its value.
        may_lack: Whether it is there only sometimes.
    """

    means: str
    of: "Shape" = None
    may_lack: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Each:
    """A list.

    Attributes:
        of: The shape of each.
    """

    of: "Shape"


@dataclasses.dataclass(frozen=True, slots=True)
class By:
    """An object whose keys are no fixed names.

    Attributes:
        of: The shape of its values.
    """

    of: "Shape" = None


@dataclasses.dataclass(frozen=True, slots=True)
class Within:
    """A value of a record's field, in which other records may be nested somehow.

    Attributes:
        records: Those that its type names; without any, nothing is known of it.
    """

    records: tuple[type, ...] = ()


Shape: TypeAlias = dict[str, Key] | Each | By | Within | type | None


def fields_of(record: type) -> dict[str, str]:
    """The fields of a record as its docstring tells them."""
    told: dict[str, str] = {}
    for _, names, meaning in _FIELD.findall((inspect.getdoc(record) or "") + "\n"):
        for name in names.split(", "):
            told[name] = " ".join(meaning.split())
    return {name: told.get(name, "") for name in names_of(record)}


def names_of(record: type) -> list[str]:
    """The names of a record's fields."""
    if issubclass(record, msgspec.Struct):
        return list(record.__struct_fields__)
    return [field.name for field in dataclasses.fields(record)]


def records_in(hint: object) -> Iterator[type]:
    """The records that a type hint names."""
    if inspect.isclass(hint) and (
        dataclasses.is_dataclass(hint) or issubclass(hint, msgspec.Struct)
    ):
        yield hint
    for part in get_args(hint):
        yield from records_in(part)


def untold(value: object, shape: Shape, at: str = "") -> Iterator[str]:
    """What of a value its shape does not tell, or tells and is not there."""
    match shape:
        case _ if value is None:
            return
        case None:
            if _has_object(value):
                yield f"{at}: an object of which nothing is told"
        case Each(of):
            if not isinstance(value, list):
                yield f"{at}: no list"
                return
            for each in value:
                yield from untold(each, of, f"{at}[]")
        case By(of):
            if not isinstance(value, dict):
                yield f"{at}: no object"
                return
            for name, each in value.items():
                yield from untold(each, of, f"{at}.{name}")
        case Within(records):
            yield from _untold_within(value, records, at)
        case dict():
            if not isinstance(value, dict):
                yield f"{at}: no object"
                return
            yield from (f"{at}.{name}: not told" for name in value.keys() - shape.keys())
            needed = {name for name, key in shape.items() if not key.may_lack}
            yield from (f"{at}.{name}: not there" for name in needed - value.keys())
            for name in value.keys() & shape.keys():
                yield from _untold_null(value[name], shape[name].means, f"{at}.{name}")
                yield from untold(value[name], shape[name].of, f"{at}.{name}")
        case _:
            yield from _untold_of(value, shape, at)


def _untold_of(value: object, record: type, at: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{at}: no object"
        return
    names = set(names_of(record))
    yield from (f"{at}.{name}: not told" for name in value.keys() - names - {"type"})
    hints, told = get_type_hints(record), fields_of(record)
    for name in value.keys() & names:
        yield from _untold_null(value[name], told[name], f"{at}.{name}")
        yield from _untold_within(value[name], tuple(records_in(hints[name])), f"{at}.{name}")


def _untold_within(value: object, records: tuple[type, ...], at: str) -> Iterator[str]:
    """What a field's value has that none of the records in its hint tells, however it is nested."""
    match value:
        case list():
            for each in value:
                yield from _untold_within(each, records, f"{at}[]")
        case dict():
            named = set(value) - {"type"}
            fitting = [each for each in records if named and named <= set(names_of(each))]
            if fitting:
                yield from _untold_of(value, fitting[0], at)
            else:
                for name, each in value.items():
                    yield from _untold_within(each, records, f"{at}.{name}")


def _untold_null(value: object, meaning: str, at: str) -> Iterator[str]:
    if value is None and not re.search(r"\b(null|None)\b", meaning):
        yield f"{at}: null, of which nothing is told"


def _has_object(value: object) -> bool:
    if isinstance(value, list):
        return any(map(_has_object, value))
    return isinstance(value, dict)
