"""What is said of MODEL, OPTIMIZE and CONVERGENCE follows from their figures, whatever these are.

Results are drawn at random, often at the edges where a conclusion turns. A reader of its own takes
each claim out of the sentences and holds it against the intervals, with nothing of the program's
conclusions in between; and what is written beside a claim must not read as if it were false.
"""

import math
import re
from collections.abc import Mapping

import pytest
from figure_records import model_result
from hypothesis import given
from hypothesis import strategies as st
from step_results import OPTIMIZED

import msgspec  # isort: skip
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import ConvergenceResult
from hcmd_lab.learning.metagame import conclude
from hcmd_lab.study.recommendation import recommend
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.telling.convergence_results import verdict
from hcmd_lab.telling.model_results import modelled
from hcmd_lab.telling.optimize_results import expected_of

pytestmark = pytest.mark.usefixtures("qapp")

EDGES = (0.5, 0.51, 0.4999, 0.5001, 0.5004, 0.5096, 0.5099999, 0.5100001, 0.49996)
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
NUMBER = r"(\d+(?:\.\d+)?)%"

ends = st.one_of(st.sampled_from(EDGES), st.floats(0.3, 0.7))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, estimate, high = sorted(draw(ends) for _ in range(3))
    return Interval(estimate=estimate, low=low, high=high)


@st.composite
def meta_games(draw: st.DrawFn) -> tuple[ConvergenceResult, bool]:
    """A result, and whether the step that it is about was cut short."""
    count = draw(st.integers(2, 4))
    half = Interval(estimate=0.5, low=0.5, high=0.5)
    table = [[half] * count for _ in range(count)]
    for i in range(count):
        for j in range(i):
            table[i][j] = draw(intervals())
            table[j][i] = table[i][j].of_the_other()
    against = draw(st.integers(0, count - 2))
    shortened = draw(st.booleans())
    if shortened and draw(st.booleans()):  # refused: the same mechanism again
        for j in range(count - 1):
            table[-1][j] = half if j == against else table[against][j]
            table[j][-1] = table[-1][j].of_the_other()
    width = draw(st.floats(0.001, 0.1))
    doubled = Interval(estimate=0.0, low=-width, high=width)
    return conclude(table, against, doubled, shortened=shortened), shortened


def named(listed: str) -> set[int]:
    """Iterations of the mechanisms in a list."""
    found = re.findall(r"θ([₀-₉]+)", listed)
    return {int(each.translate(SUBSCRIPTS)) for each in found}


def in_a_circle(newest_first: list[list[Interval]]) -> bool:
    """Whether somebody is reached from itself over wins whose whole interval is above one half."""
    count = len(newest_first)
    reach = [[newest_first[i][j].low > 0.5 for j in range(count)] for i in range(count)]
    for k in range(count):
        for i in range(count):
            for j in range(count):
                reach[i][j] = reach[i][j] or (reach[i][k] and reach[k][j])
    return any(reach[i][i] for i in range(count))


@given(drawn=meta_games(), iteration=st.integers(1, 7), least=st.integers(1, 7))
def test_what_convergence_says_follows_from_its_intervals(
    drawn: tuple[ConvergenceResult, bool], iteration: int, least: int
) -> None:
    found, shortened = drawn
    settings = StudySettings(groups=(20,) * 7, min_iterations=least)
    advice = recommend(settings, iteration, converged=found.converged, evaluated=False)
    said = verdict(found, advice)
    *earlier, _ = found.intervals[-1]
    trained_from = earlier[found.compared_with]
    loses = {n for n, won in enumerate(earlier) if won.high < 0.5}
    unknown = {n for n, won in enumerate(earlier) if won.low <= 0.5 <= won.high}

    if "beats every earlier mechanism with confidence" in said and "does not beat" not in said:
        assert all(won.low > 0.5 for won in earlier)
    if listed := re.search(r"with confidence it is behind ([^.]*)\.", said):
        assert named(listed[1]) == loses != set()
    if listed := re.search(r"to tell whether θ[₀-₉]+ beats ([^.]*)\.", said):
        assert named(listed[1]) == unknown != set()
    if "is behind the mechanism it was trained from" in said:
        assert trained_from.high < 0.5
    if "less than one percentage point ahead" in said or "too little to be worth" in said:
        assert trained_from.high < 0.51
    if "is the same mechanism as the one it was trained from" in said:
        assert shortened
        assert trained_from.low == trained_from.high == 0.5
    assert ("in a cycle" in said) == in_a_circle(found.intervals)
    assert ("shortened or refused" in said) <= shortened
    if "Stop training" in said:
        assert trained_from.high < 0.51
        assert not shortened
    # Something is said of every comparison that the newest loses for sure.
    assert not loses or "behind" in said or "less than one percentage point" in said


@given(drawn=meta_games())
def test_figures_beside_a_claim_do_not_read_as_if_it_were_false(
    drawn: tuple[ConvergenceResult, bool],
) -> None:
    found, _ = drawn
    said = verdict(found, recommend(StudySettings(), 1, converged=found.converged, evaluated=False))
    told = re.search(rf"win {NUMBER} \(95% interval {NUMBER} to {NUMBER}\) of the votes", said)
    won = found.intervals[-1][found.compared_with]
    if told is None:
        assert won.low == won.high == 0.5
        return
    share, low, high = (float(each) / 100 for each in told.groups())
    for written, true in ((share, won.estimate), (low, won.low), (high, won.high)):
        assert abs(written - true) <= 0.000501
    for limit in (0.5, 0.51):
        for written, true in ((low, won.low), (high, won.high)):
            if abs(true - limit) > 1e-6:  # three more decimals tell no more apart
                assert (written > limit, written < limit) == (true > limit, true < limit)


@given(
    won=intervals(), against=st.sampled_from([None, 0, 1, 2]), kept=st.sampled_from([None, 0, 40])
)
def test_what_optimize_says_follows_from_its_result(
    won: Interval, against: int | None, kept: int | None
) -> None:
    made = msgspec.structs.replace(OPTIMIZED, vote_share=won, against=against, kept_at=kept)
    said = expected_of(made, 3)
    start = 2 if against is None else against
    first = said.split(". ")[0]
    assert named(first) == ({start} if kept == 0 else {3, start})
    assert ("was kept: the models" in said) == (kept == 0)
    assert ("was shortened to 40 updates" in said) == (kept == 40)
    assert ("expect θ₂ to lose" in said) == (start != 2)
    assert ("%" in said) == (kept != 0)
    assert ("tells next to nothing" in said) == (kept != 0 and won.high - won.low > 0.5)


leads = st.builds(
    lambda middle, reach: Interval(estimate=middle, low=middle - reach, high=middle + reach),
    st.one_of(st.floats(-0.2, 0.4), st.sampled_from((-0.0003, 0.0003))),
    st.one_of(st.floats(0.0001, 0.3), st.just(0.0001)),
)  # fmt: skip


@st.composite
def fits(draw: st.DrawFn, rules: tuple[str, ...]) -> CrossEntropies:
    held_out = draw(st.floats(0.3, 2.0))
    over = {rule: draw(leads) for rule in rules}
    references = {rule: held_out + lead.estimate for rule, lead in over.items()}
    known = over if draw(st.booleans()) else {}
    return CrossEntropies(held_out=held_out, training=0.3, references=references, leads=known)


def check_claim(said: str, found: CrossEntropies) -> None:
    over: Mapping[str, Interval] = found.leads
    if "better than by every simple rule" in said:
        assert over.keys() == found.references.keys()
        assert all(lead.low > 0 for lead in over.values())
    if "worse than by a simple rule" in said:
        assert any(lead.high < 0 for lead in over.values())
    if "do not tell whether" in said:
        assert over
        assert any(lead.low <= 0 for lead in over.values())
        assert not any(lead.high < 0 for lead in over.values())
    assert ("error of this difference is not known" in said) == (not over)
    model, guess = map(float, re.findall(r"(\d+\.\d+)", said)[:2])
    assert math.isclose(model, found.held_out, abs_tol=0.00051)
    assert math.isclose(guess, min(found.references.values()), abs_tol=0.00051)
    # Whoever reads the figures beside a claim finds the same.
    assert model < guess or "better than by every simple rule" not in said
    assert model > guess or "worse than by a simple rule" not in said


@given(
    contribution=fits(("uniform", "endowment_marginal", "repeat_last")),
    vote=fits(("coin_toss",)),
    pretrained=st.sampled_from([0, 1, 150]),
)
def test_what_model_says_follows_from_its_leads(
    contribution: CrossEntropies, vote: CrossEntropies, pretrained: int
) -> None:
    made: ModelResult = msgspec.structs.replace(
        model_result(2), contribution=contribution, vote=vote, pretrained=pretrained
    )
    said = modelled(made)
    told = re.findall(r"first learned to predict (\d+) simulated", said)
    assert told == ([str(pretrained)] if pretrained else [])
    of_contributions, of_votes = said.split("Contributions: ")[1].split("Votes: ")
    check_claim(of_contributions, contribution)
    check_claim(of_votes.split(" Of ")[0].split(" Deciding ")[0], vote)
