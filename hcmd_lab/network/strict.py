"""Strict copies of the views, which are plain dataclasses, for decoding what the network brings.

`msgspec` ignores unknown fields of a dataclass and lets missing ones have their defaults. The copy
of a class refuses both, and values outside of the bounds that stand in the annotations
(`hcmd_lab.game.bounds`), at every depth.
"""

import dataclasses
import types
import typing
from functools import cache
from typing import Annotated, Any, Union

import msgspec
from msgspec import Meta

from hcmd_lab.game.bounds import AtMost, Between


@cache
def strict(kind: type) -> type[msgspec.Struct]:
    """Strict struct for decoding a dataclass from JSON; `msgspec.convert` makes the instance.

    Args:
        kind: A dataclass of numbers, texts, truth values, enumerations, Literals, None, tuples of
            these and further dataclasses.

    Raises:
        TypeError: It has a field of another type.
    """
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = [(field.name, _strict(hints[field.name])) for field in dataclasses.fields(kind)]
    return msgspec.defstruct(kind.__name__, fields, frozen=True, forbid_unknown_fields=True)


def _strict(hint: Any) -> Any:  # noqa: ANN401 - type annotations have no common type
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return strict(hint)
    if origin is Annotated:
        return Annotated[_strict(parts[0]), *map(_meta, hint.__metadata__)]
    if origin in (Union, types.UnionType):
        return Union[tuple(_strict(part) for part in parts)]  # noqa: UP007 - made at run time
    if origin is tuple:
        return types.GenericAlias(
            tuple, tuple(part if part is ... else _strict(part) for part in parts)
        )
    if origin is typing.Literal or isinstance(hint, type):
        return hint
    raise TypeError(f"views have no fields of the type {hint}")


def _meta(bounds: object) -> Meta:
    match bounds:
        case Between(low=low, high=high):
            return Meta(ge=low, le=high)
        case AtMost(count=count):
            return Meta(max_length=count)
        case _:
            raise TypeError(f"{bounds} is no bound")
