"""Attacks by the files that a kiosk and a host keep: truncated, binary, endless, links, not theirs.

Whoever can write into a state folder, or whose disk has written half, keeps no station from its
form, frees nobody, and ends no program with a fault.
"""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from network_lab import lab_certificate

from hcmd_lab.errors import OperatorError
from hcmd_lab.network import credentials, lab_identity
from hcmd_lab.network.credentials import Credentials, load_credentials, save_credentials
from hcmd_lab.network.exit_pin import hash_pin, pin_matches
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.storage import mark
from hcmd_lab.storage.mark import Mark, read_mark, write_mark
from ui.kiosk import exit_tries, kept_pin, remembered
from ui.kiosk.host_address import parse_address

GIB = 2**30


def empty(path: Path, whole: bytes) -> None:
    path.write_bytes(b"")


def half(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: len(whole) // 2])


def binary(path: Path, whole: bytes) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def no_text(path: Path, whole: bytes) -> None:
    path.write_bytes(whole.replace(b'"', b'"\xff\xfe', 1))


def other_types(path: Path, whole: bytes) -> None:
    kept = {key: [None] for key in msgspec.json.decode(whole)}
    path.write_bytes(msgspec.json.encode(kept))


def a_list(path: Path, whole: bytes) -> None:
    path.write_bytes(b"[" * 200_000)


def huge(path: Path, whole: bytes) -> None:
    with path.open("wb") as file:
        file.truncate(4 * GIB)


def folder(path: Path, whole: bytes) -> None:
    path.mkdir()


def pipe(path: Path, whole: bytes) -> None:
    os.mkfifo(path)


def door(path: Path, whole: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        os.chdir(path.parent)  # a socket's path is short
        listening.bind(path.name)


def endless(path: Path, whole: bytes) -> None:
    path.symlink_to("/dev/zero")


def circle(path: Path, whole: bytes) -> None:
    path.symlink_to(path)


def numbers(path: Path, whole: bytes) -> None:
    kept = dict.fromkeys(msgspec.json.decode(whole), 1e308)
    path.write_bytes(msgspec.json.encode(kept))


Spoil = Callable[[Path, bytes], None]
SPOILT: list[Spoil] = [
    empty, half, binary, no_text, other_types, a_list, huge, folder, pipe, door, endless, circle,
    numbers,
]  # fmt: skip


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(path: Path, how: Spoil) -> None:
    whole = path.read_bytes()
    path.unlink()
    how(path, whole)


@pytest.mark.parametrize("how", SPOILT, ids=lambda how: how.__name__)
def test_the_mark_of_a_study_proves_nothing(how: Spoil, place: Path) -> None:
    write_mark(place, Mark(1, "ab", "2030-01-02"))
    spoil(place / mark.FILE, how)
    assert read_mark(place) is None


@pytest.mark.parametrize("how", SPOILT, ids=lambda how: how.__name__)
def test_a_pairing_is_refused_with_a_sentence(how: Spoil, place: Path) -> None:
    save_credentials(place, Credentials(lab_certificate().certificate_der, "ab" * 32))
    spoil(place / credentials.FILE_NAME, how)
    with pytest.raises(OperatorError, match=r"pairing .* cannot be read; delete the file"):
        load_credentials(place)


@pytest.mark.parametrize("how", SPOILT, ids=lambda how: how.__name__)
def test_a_pin_frees_nobody(how: Spoil, place: Path) -> None:
    before = kept_pin.KeptPin(place)
    before.tell(hash_pin("4711"), b"a host", proven=False)
    spoil(place / kept_pin.FILE_NAME, how)
    after = kept_pin.KeptPin(place)
    assert after.hash
    for pin in ("", "4711", "None", "1e308", "unreadable"):
        assert not pin_matches(pin, after.hash)


@pytest.mark.parametrize("how", SPOILT, ids=lambda how: how.__name__)
def test_tries_are_counted_anew(how: Spoil, place: Path) -> None:
    exit_tries.ExitTries(place).count(right=False)
    spoil(place / exit_tries.FILE_NAME, how)
    tries = exit_tries.ExitTries(place)
    for _ in range(exit_tries.FREE_TRIES):
        tries.count(right=False)
    assert not tries.left
    assert 0 < tries.wait_s() <= exit_tries.MAX_DELAY_S


@pytest.mark.parametrize("how", SPOILT, ids=lambda how: how.__name__)
def test_a_place_is_asked_for_anew(how: Spoil, place: Path) -> None:
    remembered.save_place(place, remembered.Place(parse_address("10.0.0.1:8765"), "7"))
    spoil(place / remembered.FILE_NAME, how)
    assert remembered.load_place(place) is None


@pytest.mark.parametrize("how", SPOILT, ids=lambda how: how.__name__)
def test_an_identity_is_refused_with_a_sentence(how: Spoil, place: Path) -> None:
    identity = LabIdentity(place)
    identity.certificate()
    spoil(place / lab_identity.FILE_NAME, how)
    for asked in (identity.certificate, identity.stations, identity.token_key):
        if identity.exists:
            with pytest.raises(OperatorError):
                asked()
