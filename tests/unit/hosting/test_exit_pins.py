from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.hosting.exit_pins import ExitPins
from hcmd_lab.network.exit_pin import pin_matches
from hcmd_lab.storage.store import Store


def every_byte(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_only_the_hash_of_a_pin_is_kept(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {}) as store:
        pins = ExitPins(store)
        pins.set("31415926535")
        assert pin_matches("31415926535", pins.hash)
        assert pins.known == "31415926535"
    assert b"31415926535" not in every_byte(tmp_path / "study")
    with Store.open(tmp_path / "study") as store:
        again = ExitPins(store)
        assert pin_matches("31415926535", again.require())
        assert again.known == "", "a hash gives no PIN back"


def test_one_is_drawn_once_and_an_empty_one_clears_nothing(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {}) as store:
        pins = ExitPins(store)
        assert pins.hash == ""
        first = pins.require()
        assert len(pins.known) == 6
        assert pin_matches(pins.known, first)
        pins.set("")
        pins.set(pins.known)
        assert pins.require() == first


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "১২৩৪"])
def test_what_no_kiosk_takes_is_refused(tmp_path: Path, pin: str) -> None:
    with Store.create(tmp_path / "study", {}) as store, pytest.raises(UsageError):
        ExitPins(store).set(pin)


def test_a_pin_of_an_earlier_version_is_overwritten(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {}) as store:
        store.facts.set("exit_pin", "27182818284")
    assert b"27182818284" in every_byte(tmp_path / "study")
    with Store.open(tmp_path / "study") as store:
        pins = ExitPins(store)
        assert pin_matches("27182818284", pins.hash)
        assert pins.known == "27182818284", "this once it can still be shown"
    assert b"27182818284" not in every_byte(tmp_path / "study")


def test_an_earlier_study_without_a_pin_gets_one(tmp_path: Path) -> None:
    with Store.create(tmp_path / "study", {}) as store:
        store.facts.set("exit_pin", "")
        pins = ExitPins(store)
        assert pins.require()
        assert pins.known
