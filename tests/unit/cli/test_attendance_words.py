"""What is told of who came adds up, and tells of no list where there was none."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lab_commands import Lab
from scripted import come_to_the_game, play_to_the_end, scripted
from walks import TABLES, Walk

from hcmd_lab.game import events as ev
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


def hall(*, to_the_end: bool) -> Walk:
    """Four play; one finds no group, one declines, one is turned away."""
    walk = scripted()
    come_to_the_game(walk, 4)
    for code, agrees in (("p5", True), ("p6", False)):
        walk.do(ev.CheckedIn(walk.now_ms, code, code, "", False))
        walk.do(ev.ConsentAnswered(walk.now_ms, code, agrees, "v1"))
    walk.do(ev.TurnedAway(walk.now_ms, "p7", "", "late"))
    if to_the_end:
        play_to_the_end(walk)
    else:
        walk.play_stage(1)
    walk.events = [people(event) for event in walk.events]
    return walk


def people(event: ev.SessionEvent) -> ev.SessionEvent:
    return replace(event, is_bot=False) if isinstance(event, ev.CheckedIn) else event


@pytest.mark.parametrize("to_the_end", [True, False])
def test_who_came_is_counted_once(lab: Lab, tmp_path: Path, to_the_end: bool) -> None:
    with Store.create(tmp_path / "study", {"settings": {"name": "A study"}}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        store.log.append("aaaaaaaa", hall(to_the_end=to_the_end).events, UTC)
    told = lab("attendance", tmp_path / "study", "aaaaaaaa")[1]
    came, *parts = map(int, re.findall(r"\d+", told))
    assert came == sum(parts) == 7, told
    assert "participant list" not in told
    assert ("4 finished" in told) is to_the_end
    assert ("4 still playing" in told) is not to_the_end
    assert "1 turned away, 1 left early" in told
    assert "1 in no group that began" in told
