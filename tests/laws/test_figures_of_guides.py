"""A number that a guide tells is the one that the program uses, in both languages."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hcmd_lab.cli.gate import _CLOSED
from hcmd_lab.cli.room import room
from hcmd_lab.game.game_limits import MAX_TAILS, MIN_TAILS
from hcmd_lab.game.presence import RETURN_MS
from hcmd_lab.hosting.preflight import _SOON
from hcmd_lab.hosting.session_clock import LATE_MS, LOGGED_MS
from hcmd_lab.inference.vote_power import design_power
from hcmd_lab.jobs.record import SEEN_OFTEN
from hcmd_lab.network.certificate import _BACKDATED, _LIFE
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.study.settings import StudySettings
from ui.control.session.draft import MAX_STATIONS
from ui.kiosk.options import SMALLEST_SIZE
from ui.kiosk.widgets.lost_banner import NOTICED_MS

DOCS = Path(__file__).parents[2] / "docs"
EXPERIMENTER, MANAGER = "experimenter-guide", "lab-manager-guide"
USUAL = StudySettings()


def waiting_s() -> float:
    return float(inspect.signature(room).parameters["seconds"].default)


def tenths_found() -> int:
    """In how many of ten studies the default number of groups finds the paper's share."""
    return round(10 * design_power(USUAL.evaluation_groups, 4).paper)


FIGURES: list[tuple[str, str, str, Callable[[], float]]] = [
    (EXPERIMENTER, r"size of groups \((\d) to", r"Gruppen \((\d) bis", lambda: 1 + MIN_TAILS),
    (EXPERIMENTER, r"groups \(3 to (\d)\)", r"\(3 bis (\d)\)", lambda: 1 + MAX_TAILS),
    (EXPERIMENTER, r"default of (\d+) groups", r"voreingestellten (\d+) Gruppen",
     lambda: USUAL.evaluation_groups),
    (EXPERIMENTER, r"in (\d) of 10 studies", r"in (\d) von 10 Studien", tenths_found),
    (EXPERIMENTER, r"cuts shorter than (\d) s", r"Unterbrechungen unter (\d) s",
     lambda: NOTICED_MS / 1000),
    (EXPERIMENTER, r"more than (a quarter) of a second counts",
     r"mehr als (einer Viertel)sekunde", lambda: LATE_MS / 1000),
    (EXPERIMENTER, r"tells of (a second) and more", r"von (einer Sekunde) an",
     lambda: LOGGED_MS / 1000),
    (EXPERIMENTER, r"for (a minute) and what", r"(eine Minute) lang und dazu",
     lambda: RETURN_MS / 60_000),
    (EXPERIMENTER, r"`gate_gain` \(([\d.]+) nats\)", r"`gate_gain` \(([\d.]+) Nats\)",
     lambda: USUAL.gate_gain),
    (EXPERIMENTER, r"`gate_known` \((\d+)%\)", r"`gate_known` \((\d+) %\)",
     lambda: 100 * USUAL.gate_known),
    (EXPERIMENTER, r"`gate_lost` \((\d+)%\)", r"`gate_lost` \((\d+) %\)",
     lambda: 100 * USUAL.gate_lost),
    (EXPERIMENTER, r"seen at least (\w+) times", r"mindestens (\w+)mal beobachtet",
     lambda: SEEN_OFTEN),
    (EXPERIMENTER, r"`hcmd-lab gate` exits with (\d)", r"`hcmd-lab gate` endet mit (\d)",
     lambda: _CLOSED),
    (MANAGER, r"(\d+) to \d+ stations", r"(\d+) bis \d+ Plätze", lambda: 1 + MIN_TAILS),
    (MANAGER, r"to (\d+) stations", r"bis (\d+) Plätze", lambda: MAX_STATIONS),
    (MANAGER, r"open TCP port \((\d+)\)", r"offener TCP-Port \((\d+)\)", lambda: DEFAULT_PORT),
    (MANAGER, r"(\d+) x 540", r"(\d+) x 540", lambda: SMALLEST_SIZE[0]),
    (MANAGER, r"960 x (\d+)", r"960 x (\d+)", lambda: SMALLEST_SIZE[1]),
    (MANAGER, r"waits up to (\d+) s", r"wartet bis zu (\d+) s", waiting_s),
    (MANAGER, r"lasts (\d+) days", r"gilt (\d+) Tage", lambda: (_LIFE - _BACKDATED).days),
    (MANAGER, r"in the last (\d+)\)", r"in den letzten (\d+)\)", lambda: _SOON.days),
]  # fmt: skip
WORDS = {
    "a quarter": 0.25, "einer Viertel": 0.25, "a second": 1, "einer Sekunde": 1, "a minute": 1,
    "eine Minute": 1, "five": 5, "fünf": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("page", "english", "german", "meant"), FIGURES, ids=[each[1] for each in FIGURES]
)
def test_a_number_of_a_guide_is_the_program_s(
    page: str, english: str, german: str, meant: Callable[[], float]
) -> None:
    for name, pattern in ((page, english), (f"{page}.de", german)):
        text = " ".join((DOCS / f"{name}.md").read_text("utf-8").split())
        told = re.findall(pattern, text)
        assert told, f"{name}: {pattern}"
        assert {WORDS[each] if each in WORDS else float(each) for each in told} == {meant()}
