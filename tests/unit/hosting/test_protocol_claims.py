"""Claims of the page of the protocol that a client of its own tries over a real socket."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from any_session import PACE, Variant, screens, walk_of
from attacker import TEXT, Attacker, beside
from hosted_session import HostedSession
from network_lab import PIN
from pytestqt.qtbot import QtBot

from hcmd_lab.game import events as ev
from hcmd_lab.game.bounds import MAX_LINES
from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.records import replace
from hcmd_lab.game.regroup import ending_now
from hcmd_lab.game.rules import Game
from hcmd_lab.game.script_settings import NO_SCRIPT, ScriptSettings
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.state import TalkLine
from hcmd_lab.game.view import SeatView
from hcmd_lab.network.codec import encode
from hcmd_lab.network.host_messages import Snapshot

PAGE = " ".join((Path(__file__).parents[3] / "docs" / "protocol.md").read_text("utf-8").split())
Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def stations(session: HostedSession, qtbot: QtBot) -> Iterator[list[Attacker]]:
    """Four stations at which somebody has checked in, without telling a language."""
    come = [beside(qtbot, lambda: Attacker(session.port)) for _ in range(4)]
    for number, each in enumerate(come, start=1):
        beside(qtbot, partial(each.enter, f"s{number}", PIN))
        each.say("check_in", nonce=f"c{number}", label="", is_bot=True)
    qtbot.waitUntil(lambda: session.state.groups[1].phase == "stage_intro", timeout=10_000)
    yield come
    for each in come:
        each.close()


@pytest.fixture
def ask(stations: list[Attacker], qtbot: QtBot) -> Ask:
    """A way to send a command from the first station and hear its answer."""

    def send(kind: str, nonce: str, **fields: object) -> dict[str, Any]:
        def hear() -> dict[str, Any]:
            text = json.dumps({"type": kind, "nonce": nonce} | fields)
            stations[0].frame(TEXT, text.encode())
            while (heard := stations[0].hear()) is not None:
                if heard.get("nonce") == nonce:
                    return heard
            raise ConnectionError("the connection was closed")

        return beside(qtbot, hear)

    return send


def go_on(session: HostedSession, stations: list[Attacker], qtbot: QtBot) -> None:
    """Everybody has read the page."""
    group = session.state.groups[1]
    page = {"page": group.phase, "stage": group.stage, "round": group.round}
    for number, each in enumerate(stations, start=1):
        each.say("continue", nonce=f"k{number}-{group.stage}-{group.round}-{group.phase}", **page)
    qtbot.waitUntil(lambda: session.state.groups[1].phase != group.phase, timeout=10_000)


def decide(session: HostedSession, stations: list[Attacker], qtbot: QtBot, ask: Ask) -> None:
    """Everybody gives one coin, and the outcome is shown."""
    group = session.state.groups[1]
    place = {"stage": group.stage, "round": group.round, "contribution": 1}
    assert ask("decide", f"d{group.round}", **place)["type"] == "accepted"
    for number, each in enumerate(stations[1:], start=2):
        each.say("decide", nonce=f"d{number}-{group.round}", **place)
    qtbot.waitUntil(lambda: session.state.groups[1].phase == "outcome", timeout=10_000)


def lines(session: HostedSession) -> list[str]:
    person = next(p for p in session.state.participants.values() if p.station == "s1")
    return [line.text for line in person.talk]


def test_what_was_granted_last_is_confirmed_again_and_no_more(
    session: HostedSession, stations: list[Attacker], qtbot: QtBot, ask: Ask
) -> None:
    """A page that promised it of every command would promise what nobody keeps."""
    first = partial(ask, "decide", "d1", stage=1, round=1, contribution=1)
    go_on(session, stations, qtbot)
    decide(session, stations, qtbot, ask)
    assert first()["type"] == "accepted"
    go_on(session, stations, qtbot)
    assert first()["type"] == "accepted", "no other contribution was granted since"
    decide(session, stations, qtbot, ask)
    assert first()["code"] == "too_late"
    assert [ask("call_help", "h1", text="one")["type"] for _ in range(2)] == ["accepted"] * 2
    assert lines(session) == ["one"]
    assert "The command that was granted a participant last" in PAGE


def test_after_the_close_messages_are_read_and_lines_refused(
    session: HostedSession, stations: list[Attacker], ask: Ask
) -> None:
    session.do(ev.GroupEnded, 1, ending_now(session.state.groups[1]), "a test")
    assert session.state.closed
    person = next(code for code, p in session.state.participants.items() if p.station == "s1")
    session.do(ev.MessageSent, person, "Please come to the desk.")
    assert ask("read", "r1")["type"] == "accepted"
    assert session.state.participants[person].messages == ()
    assert ask("read", "r2")["type"] == "accepted", "there is nothing to read"
    assert ask("call_help", "h1", text="Hello?")["code"] == "not_now"
    assert "a participant's own line is refused after it (`not_now`)" in PAGE


def test_a_label_that_can_be_none_is_a_command_refused_and_no_garbage(
    session: HostedSession, qtbot: QtBot
) -> None:
    station = beside(qtbot, lambda: Attacker(session.port))
    beside(qtbot, lambda: station.enter("s1", PIN))

    def check_in(label: str, nonce: str) -> dict[str, Any] | None:
        station.say("check_in", nonce=nonce, label=label, is_bot=False, language="")
        while (heard := station.hear()) is not None and heard.get("nonce") != nonce:
            pass
        return heard

    refused = beside(qtbot, lambda: check_in("\ue000", "c1"))
    assert refused is not None
    assert (refused["code"], refused["final"]) == ("not_understood", False)
    accepted = beside(qtbot, lambda: check_in("A1", "c2"))
    assert accepted is not None
    assert accepted["type"] == "accepted"
    assert session.host.alarms.all == ()
    station.close()


# --- lengths ---------------------------------------------------------------------------------


def last_screen(script: ScriptSettings) -> SeatView:
    """What a person sees in the last round of the paper's game."""
    walk = walk_of(Variant(Game(), SessionSettings(**PACE), script, same_twice=False))
    plan = walk.state.plan
    for number in range(1, plan.game.seats + 1):
        walk.do(ev.CheckedIn(walk.now_ms, f"person-{number}", f"s{number}", "", False))
    for code in list(walk.state.participants):
        if plan.script.consent:
            walk.do(ev.ConsentAnswered(0, code, True, plan.materials.consent_version))
        while (part := walk.state.participants[code].progress.part) is not Part.GAME:
            walk.do(ev.PartSkipped(walk.now_ms, code, part, "a test"))
    return [v for v in screens(walk, "s1") if (v.page, v.stage, v.round) == ("outcome", 3, 10)][-1]


def bytes_of(view: SeatView) -> int:
    return len(encode(Snapshot(view)).rstrip(" ").encode())


def told(pattern: str) -> int:
    found = re.search(pattern, PAGE)
    assert found, pattern
    return int(found[1].replace(",", ""))


def test_a_snapshot_is_as_long_as_the_page_says() -> None:
    bare = told(r"of the paper's game has about ([\d,]+) bytes")
    read = told(r"with the shipped English instructions about ([\d,]+);")
    assert bytes_of(last_screen(NO_SCRIPT)) == pytest.approx(bare, rel=0.05)
    view = last_screen(ScriptSettings())
    assert bytes_of(view) == pytest.approx(read, rel=0.05)
    longest = "\U0001f600" * MAX_MESSAGE_CHARACTERS
    talk = (TalkLine(10**9, False, longest),) * MAX_LINES.count
    added = bytes_of(replace(view, message=longest, talk=talk)) - bytes_of(view)
    most = told(r"a message and lines add their own, at most ([\d,]+)")
    assert 0.9 * most < added <= most
