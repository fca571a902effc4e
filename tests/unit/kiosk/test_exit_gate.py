from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from hcmd_lab.network.exit_pin import hash_pin
from ui.kiosk.exit_gate import ExitGate
from ui.kiosk.exit_tries import FREE_TRIES, ExitTries
from ui.kiosk.kept_pin import KeptPin

HASH = hash_pin("2718")


@pytest.fixture
def gate(qtbot: QtBot, tmp_path: Path) -> ExitGate:
    return ExitGate(ExitTries(tmp_path), KeptPin(tmp_path))


def try_pin(gate: ExitGate, qtbot: QtBot, pin: str) -> bool:
    with qtbot.waitSignal(gate.tried) as tried:
        assert gate.try_pin(pin)
    return bool(tried.args[0])


def test_without_a_pin_leaving_is_free(gate: ExitGate) -> None:
    assert gate.is_free
    assert not gate.try_pin("2718")
    gate.tell(HASH, b"host")
    assert not gate.is_free
    gate.tell("", b"host")
    assert not gate.is_free


def test_pins_are_compared(gate: ExitGate, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    gate.tell(HASH, b"host")
    assert not try_pin(gate, qtbot, "2719")
    assert gate.tries_left == FREE_TRIES - 1
    assert try_pin(gate, qtbot, "2718")
    assert gate.tries_left == FREE_TRIES
    assert "2719" not in caplog.text
    assert "wrong" in caplog.text


def test_one_pin_at_a_time(gate: ExitGate, qtbot: QtBot) -> None:
    gate.tell(HASH, b"host")
    with qtbot.waitSignal(gate.tried):
        assert gate.try_pin("1")
        assert not gate.try_pin("2718")


def test_nothing_is_compared_while_one_has_to_wait(gate: ExitGate, qtbot: QtBot) -> None:
    gate.tell(HASH, b"host")
    for _ in range(FREE_TRIES):
        assert not try_pin(gate, qtbot, "0000")
    assert gate.wait_s() > 0
    assert not gate.try_pin("2718")


def test_a_gate_that_goes_while_it_compares_harms_nobody(tmp_path: Path, qtbot: QtBot) -> None:
    gate = ExitGate(ExitTries(tmp_path), KeptPin(tmp_path))
    gate.tell(HASH, b"host")
    gate.try_pin("2718")
    del gate
    assert QThreadPool.globalInstance().waitForDone(10_000)
