"""A host that stands still over a deadline makes no decision a time-out that was sent before it.

Over real sockets: what the stations say lies in the host's sockets while it stands, and both its
timers and its sockets are ready when it goes on.
"""

import time
from pathlib import Path

import pytest
from four_deciding import FourDeciding
from hosted_session import HostedSession
from pytestqt.qtbot import QtBot
from walks import small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.view import Page
from hcmd_lab.network.station_messages import UNSENT, Decide

STATIONS = ("s1", "s2", "s3", "s4")
DECIDE_S = 2


@pytest.mark.parametrize("stall_s", [0.3, 0.7, 2.0])
def test_what_was_sent_in_time_counts(qtbot: QtBot, tmp_path: Path, stall_s: float) -> None:
    settings = SessionSettings(intro_s=0, decide_s=DECIDE_S, outcome_s=0)
    hosted = HostedSession(tmp_path / "study", plan=small_plan(settings=settings))
    four = FourDeciding(qtbot, STATIONS, hosted.port, hosted.code, tmp_path, hosted)
    deadline_ms = hosted.state.groups[1].deadline_ms
    assert deadline_ms is not None
    qtbot.waitUntil(lambda: hosted.runner.now_ms >= deadline_ms - 120, timeout=30_000)
    for link in four.links.values():
        link.send(Decide(UNSENT, 1, 1, 1))
    time.sleep(stall_s)  # the host, which shares this thread, stands still
    four.until_all_see(Page.OUTCOME)
    four.stop()
    made = [each for each in hosted.store.log.events("session") if isinstance(each, ev.Contributed)]
    hosted.end()
    assert [each.by for each in made] == ["participant"] * 4
