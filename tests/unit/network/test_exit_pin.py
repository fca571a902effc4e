import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.network.codec import decode_from_host, encode
from hcmd_lab.network.exit_pin import hash_pin, pin_matches
from hcmd_lab.network.host_messages import Welcome

HASHED = hash_pin("2468")


def test_the_right_pin_matches_and_no_other() -> None:
    assert pin_matches("2468", HASHED)
    for wrong in ("2469", "", "24680", " 2468", "\ud800"):
        assert not pin_matches(wrong, HASHED)


def test_two_hashes_of_a_pin_differ_and_tell_nothing_of_it() -> None:
    again = hash_pin("2468")
    assert again != HASHED
    assert pin_matches("2468", again)
    assert "2468" not in again.split("$")


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "12 34", "１２３４", "1234\n"])
def test_what_is_no_pin_is_explained(pin: str) -> None:
    with pytest.raises(UsageError, match="4 to 12 digits"):
        hash_pin(pin)


@pytest.mark.parametrize("pin", ["0000", "123456789012"])
def test_the_shortest_and_the_longest_pin(pin: str) -> None:
    assert pin_matches(pin, hash_pin(pin))


@pytest.mark.parametrize(
    "hashed",
    [
        "",
        "2468",
        HASHED[:-1],
        HASHED + "\n",
        HASHED.replace("scrypt", "md5"),
        HASHED.replace("$16384$", "$0$"),
        HASHED.replace("$16384$", "$16385$"),
        HASHED.replace("$16384$", "$67108864$"),
        HASHED.replace("$8$", "$0$"),
    ],
)
def test_a_malformed_hash_matches_nothing(hashed: str) -> None:
    assert hashed != HASHED
    assert not pin_matches("2468", hashed)


def test_a_hash_crosses_the_network() -> None:
    welcome = Welcome("session", "1", HASHED)
    assert decode_from_host(encode(welcome)) == welcome
