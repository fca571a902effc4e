"""A host that stands still over a deadline makes no decision a time-out that was sent before it.

Over real sockets: what the stations say lies in the host's sockets while it stands, and both its
timers and its sockets are ready when it goes on.
"""

import time
from pathlib import Path

import pytest
from hosted_session import HostedSession
from network_lab import HOME
from pytestqt.qtbot import QtBot
from walks import small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn, Continue, Decide

STATIONS = ("s1", "s2", "s3", "s4")
DECIDE_S = 2


@pytest.mark.parametrize("stall_s", [0.3, 0.7, 2.0])
def test_what_was_sent_in_time_counts(qtbot: QtBot, tmp_path: Path, stall_s: float) -> None:
    settings = SessionSettings(intro_s=0, decide_s=DECIDE_S, outcome_s=0)
    hosted = HostedSession(tmp_path / "study", plan=small_plan(settings=settings))
    views: dict[str, SeatView] = {}
    links = {}
    for station in STATIONS:
        link = StationLink(
            HOME, hosted.port, station, tmp_path / station, code=parse_code(hosted.code),
            parent=hosted,
        )  # fmt: skip
        link.snapshot_received.connect(lambda view, s=station: views.update({s: view}))
        link.start()
        links[station] = link

    def all_see(page: Page) -> bool:
        return len(views) == 4 and {view.page for view in views.values()} == {page}

    qtbot.waitUntil(lambda: all_see(Page.CHECK_IN), timeout=30_000)
    for link in links.values():
        link.send(CheckIn(UNSENT, "", True))
    qtbot.waitUntil(lambda: all_see(Page.STAGE_INTRO), timeout=30_000)
    for link in links.values():
        link.send(Continue(UNSENT, Page.STAGE_INTRO, 1, 0))
    qtbot.waitUntil(lambda: all_see(Page.DECIDE), timeout=30_000)
    deadline_ms = hosted.state.groups[1].deadline_ms
    assert deadline_ms is not None
    qtbot.waitUntil(lambda: hosted.runner.now_ms >= deadline_ms - 120, timeout=30_000)
    for link in links.values():
        link.send(Decide(UNSENT, 1, 1, 1))
    time.sleep(stall_s)  # the host, which shares this thread, stands still
    qtbot.waitUntil(lambda: all_see(Page.OUTCOME), timeout=30_000)
    for link in links.values():
        link.stop()
    made = [each for each in hosted.store.log.events("session") if isinstance(each, ev.Contributed)]
    hosted.end()
    assert [each.by for each in made] == ["participant"] * 4
