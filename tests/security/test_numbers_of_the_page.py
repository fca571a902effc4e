"""The numbers that the page of threats names are those of the program."""

from pathlib import Path

import pytest

from hcmd_lab.bounded_reader import MAX_BYTES, FileKind
from hcmd_lab.bundles import bundle_file
from hcmd_lab.hosting import alarm_log, commands, exit_pins, session_host, session_runner
from hcmd_lab.network import alarm, host
from hcmd_lab.network.host_line import LinkTiming
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.pairing import PIN_CHARACTERS
from hcmd_lab.storage import database_file
from ui.kiosk import exit_tries, setup_guard

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "security.md").read_text("utf-8").split())
LIMITS, TIMING = HostLimits(), LinkTiming()
WORDS = {3: "three", 4: "four", 5: "five", 6: "six", 10: "ten", 30: "thirty"}
_MINUTE_S, _MB, _MIB = 60, 10**6, 2**20


def said() -> dict[str, bool]:
    """What the page says, and whether what it counts is counted so."""
    tries = 10**4 / 2  # of a PIN of four digits, on average
    return {
        f"fill the {LIMITS.unfinished} places": True,
        f"{WORDS[LIMITS.all_wrong_tries]} wrong ones of all addresses, {WORDS[LIMITS.wrong_tries]} "
        "of one, then nobody is paired for a minute": LIMITS.lockout_s == _MINUTE_S,
        f"The code's last {WORDS[PIN_CHARACTERS]} characters": True,
        "at most 1 MB waits for it": LIMITS.unsent_bytes == _MB,
        f"who comes in {LIMITS.arrivals} times in {LIMITS.arrivals_s:.0f} seconds waits": True,
        f"interruptions {session_runner._MOST_NEWS} of each are logged": True,
        f"pages are turned back {commands._MOST_TURNED_BACK} times": True,
        f"repetitions of {WORDS[alarm_log.TOGETHER_MS // 1000]} seconds are one event": True,
        f"more than {alarm._MOST_OF_A_KIND} different ones of a kind are counted together": True,
        f"{WORDS[session_host._MISTAKES]} labels that are not admitted": True,
        "a host killed within half a second of a confirmation": host._KEEP_MS == 500,
        "when nobody touches it for two minutes": setup_guard.IDLE_MS == 1000 * 2 * _MINUTE_S,
        "waiting grows to two minutes at most": exit_tries.MAX_DELAY_S == 2 * _MINUTE_S,
        f"those without a connection the last {exit_tries._KEPT_UNTOLD}": True,
        "a PIN of four digits takes a week of tries on average": (
            6 <= tries * exit_tries.MAX_DELAY_S / 86_400 <= 8
        ),
        f"one of {WORDS[exit_pins._DIGITS]} is drawn by default": True,
        "tried again every second": TIMING.max_retry_ms == 1000,
        "a commit waits a quarter of a second": database_file._WAIT_WRITING_MS == 250,
        "at most 1 GiB, and 64 MiB plus a hundred times the archive": (
            bundle_file.MAX_UNPACKED,
            bundle_file._ALWAYS,
            bundle_file._AT_MOST_TIMES,
        )
        == (2**30, 64 * _MIB, 100),
        "in a database of more than 64 MB": database_file._CHECKED_BYTES == 64 * _MIB,
    }


@pytest.mark.parametrize("words", said())
def test_the_page_says_what_the_program_counts(words: str) -> None:
    assert words in PAGE
    assert said()[words]


def test_what_a_bundle_unpacks_to_fits_what_is_read_of_a_file() -> None:
    assert MAX_BYTES[FileKind.BUNDLE] < bundle_file.MAX_UNPACKED
