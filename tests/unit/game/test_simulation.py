from collections import Counter

import numpy as np
from walks import TABLES, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.game.state import Phase

NO_LIMITS = SessionSettings(intro_s=0, decide_s=0, outcome_s=0, vote_s=0)


def played(seed: int = 1, groups: int = 3) -> SimulatedSession:
    session = SimulatedSession(small_plan(groups, seed, NO_LIMITS), TABLES)
    session.play()
    return session


def test_every_group_plays_the_whole_script() -> None:
    session = played()
    assert {group.phase for group in session.state.groups.values()} == {Phase.FINISHED}
    assert session.state.closed
    contributed = Counter(e.group for e in session.events if isinstance(e, ev.Contributed))
    assert contributed == {1: 24, 2: 24, 3: 24}  # 3 stages x 2 rounds x 4 seats
    assert all(e.by == "participant" for e in session.events if isinstance(e, ev.Contributed))


def test_the_events_replay_to_the_same_state() -> None:
    session = played()
    assert replay(session.events) == session.state


def test_the_seed_decides_everything() -> None:
    assert played(5).events == played(5).events
    assert played(5).code == played(5).code
    assert played(5).code != played(6).code


def test_people_see_their_own_seat_first() -> None:
    # A head and a tail who saw each other's endowments would contribute beyond their own.
    for seed in range(5):
        for event in played(seed).events:
            if isinstance(event, ev.Contributed):
                assert 0 <= event.contribution <= event.endowment


def test_people_differ_between_groups_and_seeds() -> None:
    first = [e.contribution for e in played(1, 8).events if isinstance(e, ev.Contributed)]
    second = [e.contribution for e in played(2, 8).events if isinstance(e, ev.Contributed)]
    assert first != second
    assert np.std(first) > 0
