"""Ctrl+C while the programs are loading PySide6, which bears no exception then."""

import subprocess
import sys
from pathlib import Path

import pytest

INTERRUPTED = """
import signal, sys

class Ctrl:
    pressed = False

    def find_spec(self, name, *_):
        if name == "PySide6.support" and not self.pressed:
            self.pressed = True
            print("pressed", flush=True)
            signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.{handler})
sys.meta_path.insert(0, Ctrl())
sys.argv = {words}
from hcmd_lab.{program} import run
sys.exit(run())
"""

BOT = ["hcmd-kiosk", "--bot", "--child", "first", "--server", "127.0.0.1:1", "--station", "1"]


@pytest.mark.parametrize(
    ("program", "words", "handler", "code"),
    [
        ("program", ["hcmd-lab", "--help"], "default_int_handler", 130),
        ("kiosk", BOT, "default_int_handler", 130),
        ("program", ["hcmd-lab", "--help"], "SIG_IGN", 0),
    ],
)
def test_an_interrupt_ends_a_program_that_is_being_loaded(
    program: str, words: list[str], handler: str, code: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(program=program, words=words, handler=handler)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("pressed")
    assert "Error" not in done.stderr
