"""The types of the protocol's messages: how to draw messages, and a description to compare."""

import json
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect as kinds

from hcmd_lab.network import codec, station_messages

TO_HOST = kinds.type_info(station_messages.ToHost)
TO_STATION = kinds.type_info(codec.TO_STATION_STRICT)


def drawn(kind: kinds.Type) -> st.SearchStrategy[Any]:
    """Values of a type; a number or a text without bounds is an error."""
    match kind:
        case kinds.BoolType():
            return st.booleans()
        case kinds.NoneType():
            return st.none()
        case kinds.IntType(ge=int(low), le=int(high)):
            return st.integers(low, high)
        case kinds.FloatType(ge=low, le=high) if low is not None and high is not None:
            return st.floats(low, high)
        case kinds.StrType(pattern=str(pattern), max_length=most):
            texts = st.from_regex(pattern)
            return texts if most is None else texts.filter(lambda text: len(text) <= most)
        case kinds.StrType(max_length=int(most)):
            return st.text(st.characters(codec="utf-8"), max_size=min(most, 40))
        case kinds.BytesType(max_length=int(most)):
            return st.binary(max_size=min(most, 40))
        case kinds.EnumType(cls=cls):
            return st.sampled_from(list(cls))
        case kinds.LiteralType(values=values):
            return st.sampled_from(values)
        case kinds.UnionType(types=types):
            return st.one_of(*map(drawn, types))
        case kinds.VarTupleType(item_type=item, max_length=int(most)):
            return st.lists(drawn(item), max_size=min(most, 3)).map(tuple)
        case kinds.TupleType(item_types=items):
            return st.tuples(*map(drawn, items))
        case kinds.DictType(key_type=key, value_type=value, max_length=int()):
            return st.dictionaries(drawn(key), drawn(value), max_size=3)
        case kinds.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{field.name: drawn(field.type) for field in fields})
        case _:
            raise TypeError(f"{kind} has no bounds, or is no type for a message")


def text_of(drawn_message: msgspec.Struct) -> str:
    """A drawn message as it crosses the network."""
    return msgspec.json.encode(drawn_message).decode()


def described(kind: kinds.Type) -> Any:
    """A type as JSON that changes when the type does."""
    match kind:
        case kinds.StructType(cls=cls, fields=fields, tag=tag):
            shape = {
                field.encode_name: described(field.type)
                if field.required
                else {"type": described(field.type), "default": field.default}
                for field in fields
            }
            return {"message" if tag else "record": tag or cls.__name__, "fields": shape}
        case kinds.UnionType(types=types):
            every = [described(part) for part in types]
            return {"one of": sorted(every, key=json.dumps)}
        case kinds.EnumType(cls=cls):
            return {"one of": sorted(cls)}
        case kinds.LiteralType(values=values):
            return {"one of": sorted(values)}
        case kinds.VarTupleType(item_type=item, max_length=most):
            return {"list of": described(item), "at most": most}
        case kinds.TupleType(item_types=items):
            return {"tuple of": [described(item) for item in items]}
        case kinds.DictType(key_type=key, value_type=value, max_length=most):
            return {"object of": [described(key), described(value)], "at most": most}
        case _:
            bounds = [
                f"{name} {value}"
                for name in ("ge", "le", "gt", "lt", "pattern", "min_length", "max_length")
                if (value := getattr(kind, name, None)) is not None
            ]
            return ", ".join([type(kind).__name__.removesuffix("Type").lower(), *bounds])


def protocol() -> str:
    """All messages of this version, as they stand in the golden file."""
    shapes = {"to host": described(TO_HOST), "to station": described(TO_STATION)}
    return json.dumps(shapes, indent=1, sort_keys=True) + "\n"
