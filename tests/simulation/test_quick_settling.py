"""What is looked at in one group alone comes to what is found in all of them."""

from collections.abc import Collection, Mapping

import pytest
from lab_simulation.session import simulate

from hcmd_lab.game import events as ev
from hcmd_lab.game.director import NOBODY_SILENT, Director, next_deadline_ms
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.journal import Journal

SEEDS = range(1, 13)


def test_one_group_stands_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    settle = Director.settle
    quick = 0

    def settle_both(
        director: Director,
        state: SessionState,
        now_ms: int,
        heard_ms: Mapping[str, int] = NOBODY_SILENT,
        groups: Collection[int] | None = None,
    ) -> tuple[SessionState, list[ev.SessionEvent]]:
        nonlocal quick
        found = settle(director, state, now_ms, heard_ms, groups)
        if groups is not None and not any(found[0].groups[number].ended for number in groups):
            quick += len(state.groups) > 1
            assert found == settle(director, state, now_ms, heard_ms)
        return found

    monkeypatch.setattr(Director, "settle", settle_both)
    for seed in SEEDS:
        assert not simulate(seed).wrong
    assert quick > 50


def test_no_deadline_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Journal.next_deadline_ms

    def ask(journal: Journal) -> float | None:
        told_ms, exact_ms = asked(journal), next_deadline_ms(journal.state)
        assert exact_ms is None or (told_ms is not None and told_ms <= exact_ms)
        return told_ms

    monkeypatch.setattr(Journal, "next_deadline_ms", ask)
    for seed in SEEDS:
        assert not simulate(seed).wrong
