import numpy as np
import pytest

from benchmarks.drawn_votes import drawn_ballots
from hcmd_lab.inference.ballots import Ballots
from hcmd_lab.inference.labs import lab_effect
from hcmd_lab.inference.verdict import judge
from hcmd_lab.vote_plan import VotePlan

PLAN = VotePlan()


def in_labs(drawn: Ballots, *names: str) -> Ballots:
    """The groups, dealt to labs in turn."""
    labs = tuple(names[place % len(names)] for place in range(drawn.groups))
    return Ballots(drawn.won, drawn.cast, drawn.tails, drawn.second, labs)


def test_one_lab_has_no_effect_of_lab() -> None:
    assert lab_effect(in_labs(drawn_ballots(10, 0.6, 0.1, 1), ""), PLAN) is None


def test_each_lab_and_all_others() -> None:
    drawn = in_labs(drawn_ballots(30, 0.6, 0.1, 2), "", "Basel", "Haifa")
    found = lab_effect(drawn, PLAN)
    assert found is not None
    assert [(lab.lab, lab.groups) for lab in found.labs] == [("", 10), ("Basel", 10), ("Haifa", 10)]
    others = drawn.of([lab != "Basel" for lab in drawn.labs])
    assert found.labs[1].without == judge(others, PLAN).share
    assert (
        found.labs[1].share.low
        < judge(drawn.of([lab == "Basel" for lab in drawn.labs]), PLAN).share.low + 1e-9
    )


def test_labs_that_differ_are_seen() -> None:
    ours, theirs = drawn_ballots(20, 0.8, 0.1, 3), drawn_ballots(20, 0.3, 0.1, 4)
    both = Ballots(
        *(np.concatenate(pair) for pair in zip(_arrays(ours), _arrays(theirs), strict=True)),
        ("a",) * 20 + ("b",) * 20,
    )
    found = lab_effect(both, PLAN)
    assert found is not None
    assert found.p_value < 0.01


def test_labs_that_do_not_differ_seldom_seem_to() -> None:
    values = []
    for seed in range(60):
        found = lab_effect(in_labs(drawn_ballots(20, 0.6, 0.1, seed), "a", "b"), PLAN)
        assert found is not None
        values.append(found.p_value)
    # Four standard errors of 60 studies.
    assert np.mean(np.array(values) < 0.05) < 0.05 + 4 * (0.05 * 0.95 / 60) ** 0.5
    assert np.mean(values) == pytest.approx(0.5, abs=0.2)


def _arrays(drawn: Ballots) -> tuple[np.ndarray, ...]:
    return drawn.won, drawn.cast, drawn.tails, drawn.second
