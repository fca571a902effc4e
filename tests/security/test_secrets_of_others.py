"""Attacks by files that decide who is let in or out: another user's, open ones, links, zeros."""

import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from network_lab import lab_certificate

from hcmd_lab.errors import OperatorError
from hcmd_lab.network import credentials, lab_identity
from hcmd_lab.network.credentials import Credentials, load_credentials, save_credentials
from hcmd_lab.network.exit_pin import hash_pin, pin_matches
from hcmd_lab.network.lab_identity import LabIdentity
from ui.kiosk import kept_pin

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="Windows has no such owners and modes"),
    pytest.mark.usefixtures("qapp"),
]

TOKEN = "ab" * 32
NOBODY = 65534


@dataclass(frozen=True)
class Secret:
    """A file that is kept.

    Attributes:
        name: Its name.
        keep: Writes it into a folder.
        is_taken: Whether what it holds counts; it may also be refused with a sentence.
    """

    name: str
    keep: Callable[[Path], object]
    is_taken: Callable[[Path], bool]


def kept_pairing(folder: Path) -> None:
    save_credentials(folder, Credentials(lab_certificate().certificate_der, TOKEN))


def pairing_is_taken(folder: Path) -> bool:
    found = load_credentials(folder)
    return found is not None and found.token == TOKEN


def keep_pin(folder: Path) -> None:
    kept_pin.KeptPin(folder).tell(hash_pin("4711"), b"a host", proven=False)


def pin_is_taken(folder: Path) -> bool:
    kept = kept_pin.KeptPin(folder)
    assert kept.hash, "nobody is freed"
    return pin_matches("4711", kept.hash)


SECRETS = [
    Secret(credentials.FILE_NAME, kept_pairing, pairing_is_taken),
    Secret(kept_pin.FILE_NAME, keep_pin, pin_is_taken),
    Secret(
        lab_identity.FILE_NAME,
        lambda folder: LabIdentity(folder).certificate(),
        lambda folder: LabIdentity(folder).stations() == (),
    ),
]
each_secret = pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: secret.name)


def counts(secret: Secret, folder: Path) -> bool:
    try:
        return secret.is_taken(folder)
    except OperatorError:
        return False


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@each_secret
@pytest.mark.parametrize("open_to", [0o666, 0o660, 0o644, 0o604, 0o777], ids=oct)
def test_one_that_others_could_look_into_is_closed(
    secret: Secret, open_to: int, tmp_path: Path
) -> None:
    secret.keep(tmp_path)
    path = tmp_path / secret.name
    assert mode(path) == 0o600
    path.chmod(open_to)
    assert counts(secret, tmp_path)
    assert mode(path) == 0o600


@each_secret
@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_another_user_has_put_there_counts_nothing(secret: Secret, tmp_path: Path) -> None:
    """With a lab computer, a token and a PIN of theirs."""
    secret.keep(tmp_path)
    os.chown(tmp_path / secret.name, NOBODY, NOBODY)
    assert not counts(secret, tmp_path)


@each_secret
@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_nor_where_a_link_leads_to_it(secret: Secret, tmp_path: Path) -> None:
    theirs, mine = tmp_path / "theirs", tmp_path / "mine"
    for folder in (theirs, mine):
        folder.mkdir()
    secret.keep(theirs)
    os.chown(theirs / secret.name, NOBODY, NOBODY)
    (mine / secret.name).symlink_to(theirs / secret.name)
    assert not counts(secret, mine)


@each_secret
def test_what_is_written_takes_the_place_of_a_link_and_not_of_what_it_leads_to(
    secret: Secret, tmp_path: Path
) -> None:
    """Else whoever puts a link there has a file of this user's overwritten."""
    precious, folder = tmp_path / "precious", tmp_path / "state"
    folder.mkdir()
    precious.write_text("a thesis", "utf-8")
    (folder / secret.name).symlink_to(precious)
    (folder / secret.name).with_suffix(".draft").symlink_to(precious)
    if secret.name == lab_identity.FILE_NAME:
        with pytest.raises(OperatorError):
            secret.keep(folder)
    else:
        secret.keep(folder)
    assert precious.read_text("utf-8") == "a thesis"


def test_a_folder_in_the_place_of_a_pairing_is_said_and_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / credentials.FILE_NAME / "something").mkdir(parents=True)
    with pytest.raises(OperatorError, match=r"cannot be written \("):
        kept_pairing(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [credentials.FILE_NAME]


def test_a_folder_in_the_place_of_the_pin_frees_nobody_and_leaves_no_draft(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / kept_pin.FILE_NAME / "something").mkdir(parents=True)
    keep_pin(tmp_path)
    assert kept_pin.KeptPin(tmp_path).hash
    assert "no PIN is right until one is told" in caplog.text
    assert [path.name for path in tmp_path.iterdir()] == [kept_pin.FILE_NAME]


_BEGIN = re.compile(rb'": ?"')
"""Before a word."""


def zeros(data: bytes) -> bytes:
    return bytes(len(data))


def zero_in_a_word(data: bytes) -> bytes:
    return _BEGIN.sub(b"\\g<0>\0", data)


def written_zero(data: bytes) -> bytes:
    return _BEGIN.sub(rb"\g<0>\\u0000", data)


def zeros_after(data: bytes) -> bytes:
    return data + bytes(4096)  # as after a power cut


def grown(data: bytes) -> bytes:
    kept = {key: value * 4096 if isinstance(value, str) else value
            for key, value in msgspec.json.decode(data).items()}  # fmt: skip
    return msgspec.json.encode(kept)


@pytest.mark.parametrize("secret", SECRETS[:2], ids=lambda secret: secret.name)
@pytest.mark.parametrize("change", [zeros, zero_in_a_word, written_zero, zeros_after, grown])
def test_zeros_and_endless_words_count_nothing(
    secret: Secret, change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    secret.keep(tmp_path)
    path = tmp_path / secret.name
    changed = change(path.read_bytes())
    assert changed != path.read_bytes()
    path.write_bytes(changed)
    assert not counts(secret, tmp_path)
