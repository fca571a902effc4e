import dataclasses
import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from message_shapes import TO_HOST, TO_STATION, drawn, text_of

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network import codec
from hcmd_lab.network import host_messages as h
from hcmd_lab.network import station_messages as s

FROM_STATION = drawn(TO_HOST)
FROM_HOST = drawn(TO_STATION)


def depths(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the parts of a decoded message are, from the whole to its numbers and texts."""
    yield path
    if isinstance(tree, dict | list):
        for key in tree if isinstance(tree, dict) else range(len(tree)):
            yield from depths(tree[key], (*path, key))


def changed(tree: Any, path: tuple[Any, ...], value: object) -> Any:
    """The message with another value in one place."""
    if not path:
        return value
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[path[0]] = changed(tree[path[0]], path[1:], value)
    return copy


def at(tree: Any, path: tuple[Any, ...]) -> Any:
    """What stands there."""
    for key in path:
        tree = tree[key]
    return tree


def is_refused(decode: Callable[[str], object], tree: object) -> bool:
    """Whether it is; any other error than `MessageError` fails the test."""
    try:
        decode(json.dumps(tree))
    except codec.MessageError:
        return True
    return False


SIDES = pytest.mark.parametrize(
    ("messages", "decode"),
    [(FROM_STATION, codec.decode_from_station), (FROM_HOST, codec.decode_from_host)],
)


@SIDES
@settings(max_examples=15)  # each is tried at every depth
@given(data=st.data())
def test_an_unknown_field_is_refused_at_every_depth(
    messages: st.SearchStrategy[msgspec.Struct],
    decode: Callable[[str], object],
    data: st.DataObject,
) -> None:
    tree = json.loads(text_of(data.draw(messages)))
    for path in depths(tree):
        part = at(tree, path)
        if isinstance(part, dict) and path != ("answers",):  # which has the items' own names
            assert is_refused(decode, changed(tree, path, {**part, "more": 1}))
            for field in part:
                fewer = {name: value for name, value in part.items() if name != field}
                assert is_refused(decode, changed(tree, path, fewer)) or field == "language"


@SIDES
@settings(max_examples=15)  # each is tried at every depth
@given(data=st.data())
def test_a_wrong_type_or_a_number_out_of_bounds_is_refused_at_every_depth(
    messages: st.SearchStrategy[msgspec.Struct],
    decode: Callable[[str], object],
    data: st.DataObject,
) -> None:
    tree = json.loads(text_of(data.draw(messages)))
    for path in depths(tree):
        part = at(tree, path)
        wrong = [10**30, -(10**30), 1e300, {"no item": [1]}, [[]], "\ud800"]
        if not isinstance(part, str):
            wrong.append("x" * 40_000)
        if isinstance(part, bool | dict | list):
            wrong += [0, 1, 2.5, "true"]
        for value in wrong:
            assert is_refused(decode, changed(tree, path, value)), (path, value)


@given(FROM_STATION)
def test_a_station_message_survives_the_way(message: s.ToHost) -> None:
    assert codec.decode_from_station(codec.encode(message)) == message


@given(FROM_HOST)
def test_a_host_message_survives_the_way(message: msgspec.Struct) -> None:
    decoded = codec.decode_from_host(text_of(message))
    assert codec.encode(decoded).rstrip(" ") == text_of(message)
    assert codec.decode_from_host(codec.encode(decoded)) == decoded


@given(FROM_HOST)
def test_each_side_refuses_the_other_sides_messages(message: msgspec.Struct) -> None:
    with pytest.raises(codec.MessageError):
        codec.decode_from_station(text_of(message))


@given(st.text())
def test_garbage_is_a_message_error(text: str) -> None:
    for decode in (codec.decode_from_station, codec.decode_from_host):
        with pytest.raises(codec.MessageError):
            decode(text)
    assert codec.opening_of(text) is None


@given(FROM_STATION, st.data())
def test_a_damaged_message_is_a_message_error_or_another_message(
    message: s.ToHost, data: st.DataObject
) -> None:
    text = codec.encode(message)
    at = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:at] + data.draw(st.characters()) + text[at + 1 :]
    try:
        codec.encode(codec.decode_from_station(damaged))
    except codec.MessageError:
        assert damaged != text


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"type":"snapshot","view":{"page":"wait","more":' + "[" * 100_000,
        '{"type":"vote","nonce":"n","choice":NaN}',
        '{"type":"vote","nonce":"n","choice":' + "9" * 5000 + "}",
        "",
    ],
)
def test_hostile_text_is_a_message_error(text: str) -> None:
    for decode in (codec.decode_from_station, codec.decode_from_host):
        with pytest.raises(codec.MessageError):
            decode(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"type":"vote","nonce":"n","choice":3}',
        '{"type":"vote","nonce":"n","choice":0}',
        '{"type":"vote","nonce":"n","choice":1.5}',
        '{"type":"vote","nonce":"n","choice":true}',
        '{"type":"vote","nonce":"n","choice":1,"more":1}',
        '{"type":"vote","nonce":"n"}',
        '{"type":"vote","nonce":"n\\n","choice":1}',
        '{"type":"vote","nonce":"","choice":1}',
        '{"type":"vote","nonce":"' + "n" * 65 + '","choice":1}',
        '{"nonce":"n","choice":1}',
        '{"type":"elect","nonce":"n","choice":1}',
        '{"type":"decide","nonce":"n","stage":1,"round":1,"contribution":-1}',
        '{"type":"decide","nonce":"n","stage":4,"round":1,"contribution":1}',
        '{"type":"check_in","nonce":"n","label":"a\\u0000b","is_bot":false}',
        '{"type":"check_in","nonce":"n","label":"' + "a" * 65 + '","is_bot":false}',
        '{"type":"continue","nonce":"n","page":"elsewhere","stage":1,"round":1}',
        '{"type":"pair","protocol":1,"version":"1","station":"../x","pin":"7Q4M"}',
        '{"type":"pair","protocol":1,"version":"1","station":"x","pin":"7Q4U"}',
        '{"type":"hello","protocol":1,"version":"1","station":"x","token":"abc"}',
        '{"type":"read"}',
        '{"type":"exit_report","nonce":"n","succeeded":1}',
    ],
)
def test_values_out_of_bounds_are_refused(text: str) -> None:
    with pytest.raises(codec.MessageError):
        codec.decode_from_station(text)


@pytest.mark.parametrize(
    "message",
    [
        s.CheckIn("n", "a" * 65, False),
        s.CheckIn("n", "\ud800", False),
        s.Vote("n", 3),
        h.Rejected("", "no code", "", True),  # type: ignore[arg-type]  # on purpose
        h.Welcome("session", "1", "no hash"),
        h.Snapshot(SeatView(Page.WAIT, stage=object())),  # type: ignore[arg-type]  # on purpose
    ],
)
def test_what_the_other_side_would_refuse_is_not_sent(
    message: s.ToHost | h.ToStation,
) -> None:
    with pytest.raises(codec.MessageError):
        codec.encode(message)


def test_messages_are_told_apart_by_their_type_alone() -> None:
    encoded = codec.encode(s.Vote("abc", 2)).rstrip(" ")
    assert encoded == '{"type":"vote","nonce":"abc","choice":2}'


def test_a_snapshot_carries_every_field_of_a_view() -> None:
    text = codec.encode(h.Snapshot(SeatView(Page.DECIDE, endowments=(10, 4, 4, 4))))
    assert all(f'"{field.name}":' in text for field in dataclasses.fields(SeatView))


def test_the_protocol_is_understood_where_nothing_else_is() -> None:
    opening = codec.opening_of('{"type":"greet","protocol":7,"colour":"red","station":"s1"}')
    assert opening == codec.Opening(7, "s1")
    assert codec.opening_of('{"type":"greet","protocol":7}') == codec.Opening(7)
    assert codec.opening_of('{"type":"greet"}') is None
    assert codec.opening_of('{"protocol":7,"station":"<b>"}') is None


def test_a_command_that_has_no_nonce_yet_cannot_be_sent() -> None:
    with pytest.raises(codec.MessageError):
        codec.encode(s.Vote(s.UNSENT, 1))
