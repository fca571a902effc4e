"""The way of one contribution, from the participant's click to the answer on the screen.

Each stop names the function that really runs; `tests/gui/test_contribution_way.py` plays a round
and fails if one of them is not called, or not in this order.
"""

import textwrap
from dataclasses import dataclass

from docs.maps import svg

FILE = "architecture-contribution.svg"


@dataclass(frozen=True, slots=True)
class Stop:
    """One function on the way.

    Attributes:
        function: Its full name.
        does: What it does with the contribution.
    """

    function: str
    does: str

    @property
    def on_station(self) -> bool:
        """Whether it runs on the participant's station rather than on the lab computer."""
        return self.function.startswith(("ui.kiosk.", "hcmd_lab.network.station."))


WAY = (
    Stop(
        "ui.kiosk.pages.decide.DecidePage._decide",
        "The page emits the command: decide, so many coins.",
    ),
    Stop("ui.kiosk.station.Station.send", "The screen waits; the command goes to the link."),
    Stop(
        "hcmd_lab.network.station.StationLink.send",
        "It gets a nonce and is sent again until it is answered.",
    ),
    Stop(
        "hcmd_lab.network.host.LabHost._on_message",
        "Decoded, bounds checked, from a station that is paired.",
    ),
    Stop(
        "hcmd_lab.hosting.session_runner.SessionRunner._command_received",
        "Queued for this turn of the event loop.",
    ),
    Stop(
        "hcmd_lab.hosting.commands.answer",
        "Judged: an event, a confirmation repeated, or a rejection.",
    ),
    Stop("hcmd_lab.game.session.apply", "The pure state machine makes the next state."),
    Stop(
        "hcmd_lab.game.director.Director.settle",
        "What follows without anybody: the fund is divided, time-outs.",
    ),
    Stop(
        "hcmd_lab.storage.session_log.SessionLog.append",
        "Events and derived rows in one transaction, on the disk.",
    ),
    Stop(
        "hcmd_lab.hosting.session_runner.SessionRunner._send_views",
        "Every screen that has changed is sent as a whole.",
    ),
    Stop("hcmd_lab.hosting.session_runner.SessionRunner._answer", "Only now: accepted."),
    Stop("ui.kiosk.station.Station._on_snapshot", "The station draws the view it was sent."),
    Stop("ui.kiosk.station.Station._on_accepted", "The screen no longer waits."),
)

_WIDTH, _TOP, _STEP = 1120.0, 72.0, 58.0
_COLUMNS = {True: 20.0, False: 580.0}
_BOX_WIDTH, _BOX_HEIGHT = 520.0, 44.0


def short_name(function: str) -> str:
    """Class and method, or module and function."""
    return ".".join(function.split(".")[-2:])


def draw() -> str:
    """The map: stations at the left, the lab computer at the right, time from top to bottom."""
    parts = [
        svg.text(_COLUMNS[True], 34, "A participant’s station", size=15, weight=600),
        svg.text(_COLUMNS[False], 34, "The lab computer", size=15, weight=600),
        svg.line(560, 16, 560, _TOP + _STEP * len(WAY) - 10, colour="#cbd2d9"),
    ]
    before: tuple[float, float] | None = None
    for number, stop in enumerate(WAY):
        x, y = _COLUMNS[stop.on_station], _TOP + _STEP * number - 20
        fill, edge = ("#eff6ff", svg.BLUE) if stop.on_station else ("#fff7ed", svg.AMBER)
        middle = (x + _BOX_WIDTH / 2, y)
        if before is not None:
            parts.append(svg.line(*before, *middle, colour=svg.MUTED, arrow=True))
        parts.append(svg.box(x, y, _BOX_WIDTH, _BOX_HEIGHT, fill=fill, edge=edge))
        parts.append(
            svg.text(x + 12, y + 18, f"{number + 1}  {short_name(stop.function)}", weight=600)
        )
        (words,) = textwrap.wrap(stop.does, 84)
        parts.append(svg.text(x + 12, y + 35, words, size=12, colour=svg.MUTED))
        before = (middle[0], y + _BOX_HEIGHT)
    height = _TOP + _STEP * len(WAY)
    return svg.picture(_WIDTH, height, "The way of one contribution", parts)
