import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.errors import UsageError
from hcmd_lab.network.pairing import (
    ALPHABET,
    PairingCode,
    certificate_fingerprint,
    new_pin,
    new_token,
    pairing_code,
    parse_code,
    token_sha256,
)

CODES = st.text(ALPHABET, min_size=16, max_size=16)


@given(CODES)
def test_a_code_is_read_as_it_is_shown(characters: str) -> None:
    code = PairingCode(characters[:12], characters[12:])
    shown = pairing_code(characters[:12], characters[12:])
    assert shown == str(code)
    assert [len(part) for part in shown.split("-")] == [4, 4, 4, 4]
    assert parse_code(shown) == code


@given(CODES, st.data())
def test_a_code_is_read_as_people_type_it(characters: str, data: st.DataObject) -> None:
    looks = {"0": "0Oo", "1": "1IiLl"}
    typed = "".join(
        data.draw(st.sampled_from(looks.get(c, c + c.lower())))
        + data.draw(st.sampled_from(["", "-", " "]))
        for c in characters
    )
    assert parse_code(typed) == PairingCode(characters[:12], characters[12:])


@pytest.mark.parametrize(
    "pasted",
    [
        "{}\n", "{}\r\n", "\t{}", "\u200b{}", "\u202a{}\u202c", "{}\u200f", "\ufeff{}", "\xa0{}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("dash", ["-", " ", "\u2010", "\u2011", "\u2013", "\u2212", "\xad"])
def test_a_code_is_read_as_people_paste_it(pasted: str, dash: str) -> None:
    shown = "7Q4M-X2KD-90AB-C3FT"
    assert str(parse_code(pasted.format(shown.replace("-", dash)))) == shown


@pytest.mark.parametrize(
    ("typed", "what"),
    [("", "not 0"), ("7Q4M-X2KD-90AB", "not 12"), ("U" * 16, "not 'U'"), ("7Q4M\u00e9", "not '")],
)
def test_what_cannot_be_a_code_is_explained(typed: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        parse_code(typed)


def test_the_fingerprint_is_the_beginning_of_the_sha256() -> None:
    # SHA-256 of nothing is e3b0c44298fc1c14...: 11100 01110 11000 01100 ...
    assert certificate_fingerprint(b"").startswith("WERC")
    value = 0
    for character in certificate_fingerprint(b""):
        value = 32 * value + ALPHABET.index(character)
    assert value == 0xE3B0C44298FC1C1


def test_a_code_is_for_one_certificate() -> None:
    code = PairingCode(certificate_fingerprint(b"host"), "0000")
    assert code.is_for(b"host")
    assert not code.is_for(b"impostor")


def test_secrets_have_their_length_and_differ() -> None:
    assert len({new_token() for _ in range(50)}) == 50
    assert len(new_token()) == 64
    assert all(len(pin) == 4 and set(pin) <= set(ALPHABET) for pin in (new_pin(), new_pin()))
    assert token_sha256("a") != token_sha256("b")
