"""`hcmd-lab updates`: keys, signed folders, and an offer that ends with what became of it."""

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from network_lab import HOME
from typer.testing import CliRunner
from update_folders import SYSTEM, UpdateMaker, package

from hcmd_lab.cli.commands import lab_program
from hcmd_lab.errors import UsageError
from hcmd_lab.network.lab_identity import LabIdentity

app = lab_program()


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["updates", *map(str, words)])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


def test_from_keys_to_a_folder(tmp_path: Path) -> None:
    assert run("new-keys", tmp_path / "keys")[0] == 0
    made = package(tmp_path, "9.8.7")
    code, said = run("sign", made, "--keys", tmp_path / "keys", "--into", tmp_path / "stick")
    assert (code, "9.8.7" in said, "hold until" in said) == (0, True, True)
    assert run("show", tmp_path / "stick") == (0, said)
    told = json.loads(run("show", tmp_path / "stick", "--json")[1])
    assert told["versions"] == {SYSTEM: "9.8.7"}
    assert run("new-keys", tmp_path / "later", "--after", tmp_path / "keys")[0] == 0
    with pytest.raises(UsageError, match="is not empty"):
        run("new-keys", tmp_path / "later")


@pytest.mark.usefixtures("qapp")
def test_an_offer_that_nobody_takes_ends_with_1(tmp_path: Path) -> None:
    maker, identity = UpdateMaker(tmp_path / "maker"), tmp_path / "identity"
    maker.sign("9.8.7")
    given = ("offer", maker.into, "--port", 0, "--address", HOME, "--identity", identity)
    assert run(*given) == (1, "No kiosk is paired with this computer.\n")
    LabIdentity(identity).claim("7", "0" * 64)
    assert run(*given, "--minutes", 0.1) == (1, "7: It has not come yet.\n")
    (told,) = json.loads(run(*given, "--minutes", 0.1, "--json")[1])
    assert (told["station"], told["stage"]) == ("7", "away")


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_no_update_is_not_offered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no update"):
        run("offer", tmp_path, "--port", 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for a child")
def test_whoever_ends_an_offer_is_told_where_each_station_is(tmp_path: Path) -> None:
    maker, identity = UpdateMaker(tmp_path / "maker"), tmp_path / "identity"
    maker.sign("9.8.7")
    kept = LabIdentity(identity)
    kept.certificate()
    kept.claim("7", "0" * 64)
    port = free_port()
    offer = subprocess.Popen(
        [
            sys.executable, "-m", "hcmd_lab", "updates", "offer", str(maker.into), "--port",
            str(port), "--address", HOME, "--identity", str(identity), "--minutes", "10",
        ],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    until_listening(port, offer)
    offer.send_signal(signal.SIGINT)
    said, beside = offer.communicate(timeout=20)
    assert (offer.returncode, said) == (1, "7: It has not come yet.\n"), beside


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOME, 0))
        return int(taken.getsockname()[1])


def until_listening(port: int, program: "subprocess.Popen[str]") -> None:
    for _ in range(300):
        assert program.poll() is None
        with socket.socket() as tried:
            if tried.connect_ex((HOME, port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("it does not listen")
