import dataclasses
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.game.view import Page, RoundView, SeatView
from hcmd_lab.network import messages as m

IDS = st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=64)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=64)
NUMBERS = st.integers(0, 1000)
COINS = st.lists(NUMBERS, max_size=5).map(tuple)
ROUNDS = st.builds(RoundView, NUMBERS, NUMBERS, COINS, COINS, NUMBERS)
VIEWS = st.builds(
    SeatView,
    page=st.sampled_from(Page),
    participant=TEXTS,
    stage=NUMBERS,
    endowments=COINS,
    contribution=st.none() | NUMBERS,
    history=st.lists(ROUNDS, max_size=4).map(tuple),
    vote=st.none() | NUMBERS,
    votes=st.none() | st.tuples(NUMBERS, NUMBERS),
    by_coin=st.booleans(),
    time_left_ms=st.none() | NUMBERS,
    paused=st.booleans(),
    pause_reason=TEXTS,
    pause_is_automatic=st.booleans(),
    message=TEXTS,
)
TOKENS = st.text("0123456789abcdef", min_size=64, max_size=64)
PROTOCOLS, STAGES, ROUND_NUMBERS = st.integers(0, 9999), st.integers(0, 3), st.integers(0, 1000)
FROM_STATION = st.one_of(
    st.builds(m.Pair, PROTOCOLS, TEXTS, IDS, st.text(string.digits, min_size=4, max_size=4)),
    st.builds(m.Hello, PROTOCOLS, TEXTS, IDS, TOKENS),
    st.builds(m.CheckIn, IDS, TEXTS, st.booleans()),
    st.builds(m.Decide, IDS, STAGES, ROUND_NUMBERS, NUMBERS),
    st.builds(m.Vote, IDS, st.sampled_from([1, 2])),
    st.builds(m.Continue, IDS, st.sampled_from(Page), STAGES, ROUND_NUMBERS),
    st.builds(m.Read, IDS),
    st.builds(m.ExitReport, st.booleans()),
    st.builds(m.FetchPicture, TOKENS, st.integers(0, 1000)),
)
FROM_HOST = st.one_of(
    st.builds(m.Paired, TOKENS),
    st.builds(
        m.PicturePart, TOKENS, st.integers(0, 1000), st.integers(0, 1000), st.binary(max_size=999)
    ),
    st.builds(m.Welcome, IDS, TEXTS, st.text(string.ascii_lowercase + "0123456789$", max_size=200)),
    st.builds(m.Snapshot, VIEWS),
    st.builds(m.Accepted, IDS),
    st.builds(
        m.Rejected,
        IDS | st.just(""),
        st.sampled_from(m.RejectionCode).map(str),
        TEXTS,
        st.booleans(),
    ),
)


@given(FROM_STATION)
def test_a_station_message_survives_the_way(message: m.ToHost) -> None:
    assert m.decode_from_station(m.encode(message)) == message


@given(FROM_HOST)
def test_a_host_message_survives_the_way(message: m.ToStation) -> None:
    assert m.decode_from_host(m.encode(message)) == message


@given(FROM_HOST)
def test_each_side_refuses_the_other_sides_messages(message: m.ToStation) -> None:
    with pytest.raises(m.MessageError):
        m.decode_from_station(m.encode(message))


@given(st.text())
def test_garbage_is_a_message_error(text: str) -> None:
    for decode in (m.decode_from_station, m.decode_from_host):
        with pytest.raises(m.MessageError):
            decode(text)
    assert m.spoken_protocol(text) is None


@given(FROM_STATION, st.data())
def test_a_damaged_message_is_a_message_error_or_another_message(
    message: m.ToHost, data: st.DataObject
) -> None:
    text = m.encode(message)
    at = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:at] + data.draw(st.characters()) + text[at + 1 :]
    try:
        m.encode(m.decode_from_station(damaged))
    except m.MessageError:
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
    for decode in (m.decode_from_station, m.decode_from_host):
        with pytest.raises(m.MessageError):
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
        '{"type":"exit_report","succeeded":1}',
    ],
)
def test_values_out_of_bounds_are_refused(text: str) -> None:
    with pytest.raises(m.MessageError):
        m.decode_from_station(text)


@pytest.mark.parametrize(
    "message",
    [
        m.CheckIn("n", "a" * 65, False),
        m.CheckIn("n", "\ud800", False),
        m.Vote("n", 3),
        m.Rejected("", "no code", "", True),
        m.Welcome("session", "1", "no hash"),
        m.Snapshot(SeatView(Page.WAIT, stage=object())),  # type: ignore[arg-type]  # on purpose
    ],
)
def test_what_the_other_side_would_refuse_is_not_sent(message: m.ToHost | m.ToStation) -> None:
    with pytest.raises(m.MessageError):
        m.encode(message)


def test_messages_are_told_apart_by_their_type_alone() -> None:
    assert m.encode(m.Vote("abc", 2)) == '{"type":"vote","nonce":"abc","choice":2}'


def test_a_snapshot_carries_every_field_of_a_view() -> None:
    text = m.encode(m.Snapshot(SeatView(Page.DECIDE, endowments=(10, 4, 4, 4))))
    assert all(f'"{field.name}":' in text for field in dataclasses.fields(SeatView))


def test_the_protocol_is_understood_where_nothing_else_is() -> None:
    assert m.spoken_protocol('{"type":"greet","protocol":7,"colour":"red"}') == 7
    assert m.spoken_protocol('{"type":"greet"}') is None


def test_a_command_that_has_no_nonce_yet_cannot_be_sent() -> None:
    with pytest.raises(m.MessageError):
        m.encode(m.Vote(m.UNSENT, 1))
