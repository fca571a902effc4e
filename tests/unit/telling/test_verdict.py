"""The verdict on a simulated study says who won, how sure that is, and what it does not show."""

from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from step_results import COMPARED, EVALUATED, MODELLED, OPTIMIZED

from hcmd_lab.jobs.report import Result
from hcmd_lab.telling.verdict import simulated_verdict


def verdict(**changes: Any) -> str:
    share = changes.pop("estimate", 0.6)
    against_start = changes.pop("against_start", 0.6)
    error = changes.pop("error", 0.001)
    interval = msgspec.structs.replace(EVALUATED.share, estimate=share)
    evaluated = msgspec.structs.replace(
        EVALUATED, share=interval, baseline="strict_egalitarian", **changes
    )
    compared = msgspec.structs.replace(
        COMPARED,
        shares=[[0.5, 0.4], [against_start, 0.5]],
        standard_errors=[[0, error], [error, 0]],
    )
    return told([MODELLED, OPTIMIZED, compared, evaluated])


def told(results: list[Result], tables: tuple[str, ...] = ("first", "last")) -> str:
    def runs() -> list[SimpleNamespace]:
        return [SimpleNamespace(result=r, iteration=n) for n, r in enumerate(results)]

    store = SimpleNamespace(learned=SimpleNamespace(runs=runs))
    known = SimpleNamespace(
        resolved=lambda _: EVALUATED.mechanism, trained_tables=lambda: list(tables)
    )
    study = SimpleNamespace(store=store, mechanisms=known)
    return simulated_verdict(study)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("estimate", "p_value", "begin"),
    [
        (0.62, 0.01, "The trained mechanism has won: 62.0% of 400 votes"),
        (0.62, 0.2, "The trained mechanism is ahead with 62.0% of 400 votes"),
        (0.5002, 0.9, "The trained mechanism is ahead with 50.02% of 400 votes"),
        (0.4998, 0.9, "The trained mechanism is behind: it got only 49.98% of 400 votes"),
        (0.5, 1.0, "The trained mechanism and strict egalitarian each got half of 400 votes"),
        (0.38, 0.2, "The trained mechanism is behind: it got only 38.0% of 400 votes"),
        (0.38, 0.01, "The trained mechanism has lost: it got only 38.0% of 400 votes"),
    ],
)
def test_who_won_and_whether_chance_explains_it(
    estimate: float, p_value: float, begin: str
) -> None:
    words = verdict(estimate=estimate, p_value=p_value)
    assert words.startswith(begin)
    assert "new simulated participants" in words
    is_open = p_value >= 0.05 and estimate != 0.5
    assert ("that may be chance" in words) is is_open
    assert ("than chance explains" in words) is (p_value < 0.05)


@pytest.mark.parametrize(
    ("share", "error", "said"),
    [
        (0.53, 0.005, "would get 53.0% (95% interval 52.0% to 54.0%) of the votes, by the "
                      "computer’s model of the participants: training has helped."),
        (0.5198, 0.005, "training has helped a little."),
        (0.505, 0.005, "training has changed next to nothing."),
        (0.5, 0.0, "training has changed next to nothing."),
        (0.495, 0.005, "training has changed next to nothing."),
        (0.47, 0.005, "training has not helped."),
        (0.6, 0.1, "which knows too little of them to tell whether training has helped."),
        (0.505, 0.01, "which knows too little of them to tell whether training has helped."),
        (0.4, 0.1, "which knows too little of them to tell whether training has helped."),
    ],
)  # fmt: skip
def test_it_is_compared_with_the_mechanism_it_began_as(
    share: float, error: float, said: str
) -> None:
    assert said in verdict(against_start=share, error=error)


def test_it_says_what_it_rests_on_and_nothing_about_people() -> None:
    assert verdict().endswith(
        "Training learned from 5 groups in 2,000 updates. What people would choose, only people "
        "can show."
    )


def test_groups_that_several_iterations_learned_from_count_once() -> None:
    later = msgspec.structs.replace(MODELLED, groups=12)
    words = told([MODELLED, OPTIMIZED, later, OPTIMIZED, COMPARED, EVALUATED])
    assert "from 12 groups in 4,000 updates" in words


def test_a_mechanism_that_training_kept_is_not_called_trained() -> None:
    said = told([MODELLED, OPTIMIZED, COMPARED, EVALUATED], tables=("first", "first"))
    assert "Training kept the mechanism that it began with." in said
    assert "trained mechanism" not in said
    assert "training has" not in said


def test_there_is_none_before_the_votes() -> None:
    assert told([MODELLED, OPTIMIZED, COMPARED]) == ""


def test_votes_are_told_as_they_were_cast_not_as_they_were_adjusted() -> None:
    words = verdict(estimate=0.61, won=232, p_value=0.2)
    assert words.startswith("The trained mechanism is ahead with 58.0% of 400 votes")


def test_only_a_contrast_of_the_trained_mechanism_is_told() -> None:
    theirs = msgspec.structs.replace(EVALUATED, mechanism="libertarian", p_value=0.001)
    assert told([MODELLED, OPTIMIZED, COMPARED, theirs]) == ""
    ours = msgspec.structs.replace(EVALUATED, p_value=0.9)
    assert "may be chance" in told([MODELLED, OPTIMIZED, COMPARED, ours, theirs])


def test_a_verdict_of_weighed_votes_is_not_told_by_those_that_were_cast() -> None:
    words = verdict(estimate=0.62, won=180, p_value=0.01)
    assert "45.0%" not in words
    assert words.startswith("Simulated participants preferred")
