"""What is said of CONVERGENCE's conclusions, and of the figures behind them."""

import msgspec
import pytest
from step_results import COMPARED

from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import ConvergenceResult, Improvement
from hcmd_lab.learning.metagame import conclude
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.telling.convergence_results import (
    advantage,
    reasons,
    recommended,
    recommended_in_brief,
    verdict,
)


def test_a_mechanism_is_not_said_to_win_half_of_its_own_votes() -> None:
    even = Interval(estimate=0.0, low=0.0, high=0.0)
    same = msgspec.structs.replace(COMPARED, advantage=even)
    said = advantage(same)
    assert said.startswith("It plays as θ")
    assert "%" not in said
    wide = msgspec.structs.replace(COMPARED, advantage=Interval(estimate=0.0, low=-0.1, high=0.1))
    assert "40.0% to 60.0%" in advantage(wide)


def test_the_last_planned_iteration_is_no_end_of_training() -> None:
    briefly = {each: recommended_in_brief(each) for each in Recommendation}
    assert briefly[Recommendation.STOP_AT_LAST] != briefly[Recommendation.STOP]


def test_every_recommendation_is_said_differently() -> None:
    said = {recommended(each, 1) for each in Recommendation}
    assert len(said) == len(Recommendation)
    assert recommended(Recommendation.GO_ON, 1) == "Continue with iteration 2."
    asked = recommended(Recommendation.GO_ON_AS_ASKED, 1)
    assert asked == "Continue with iteration 2, as the study's settings ask for more iterations."


def meta_game(
    *newest: Interval, doubled: float = 0.01, against: int = 1, shortened: bool = False
) -> ConvergenceResult:
    """What CONVERGENCE concludes where the newest of three has these shares of votes."""
    half = Interval(estimate=0.5, low=0.5, high=0.5)
    other = [each.of_the_other() for each in newest]
    expected = [[half, half, other[0]], [half, half, other[1]], [*newest, half]]
    reach = Interval(estimate=0, low=-doubled, high=doubled)
    return conclude(expected, against, reach, shortened=shortened)


def test_more_groups_are_not_said_to_narrow_what_they_do_not() -> None:
    whole = Interval(estimate=0.1, low=-0.5, high=0.5)
    unclear = msgspec.structs.replace(
        meta_game(OPEN, OPEN), advantage=whole, doubled=whole, improvement=Improvement.UNDECIDED
    )
    assert "With twice as many groups" not in reasons(unclear)
    narrower = msgspec.structs.replace(unclear, doubled=Interval(estimate=0.1, low=-0.3, high=0.5))
    assert "80.0 percentage points wide instead of 100.0" in reasons(narrower)


def test_a_mechanism_that_a_step_kept_is_named_once() -> None:
    said = reasons(meta_game(OPEN, OPEN), ("theta_0", "theta_0", "theta_2"))
    assert "whether θ₂ beats θ₀." in said
    assert "θ₀, θ₀" not in said


WINS = Interval(estimate=0.6, low=0.58, high=0.62)
LOSES = Interval(estimate=0.4, low=0.38, high=0.42)
OPEN = Interval(estimate=0.52, low=0.48, high=0.56)
LITTLE = Interval(estimate=0.501, low=0.498, high=0.504)
SAME = Interval(estimate=0.5, low=0.5, high=0.5)

SHORT = "Its training was shortened or refused, so this does not tell what could still be won."


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (meta_game(WINS, WINS),
         "By the newest models, "
         "θ₂ beats every earlier mechanism with confidence. Against θ₁ it would win 60.0% (95% "
         "interval 58.0% to 62.0%) of the votes."),
        (meta_game(OPEN, WINS),
         "The models do not know people well enough to tell whether θ₂ beats θ₀. Against θ₁ it "
         "would win 60.0% (95% interval 58.0% to 62.0%) of the votes. With twice as many groups "
         "this interval would be about 2.0 percentage points wide instead of 4.0."),
        (meta_game(OPEN, OPEN, doubled=0.028),
         "The models do not know people well enough to tell whether θ₂ beats θ₀, θ₁. Against θ₁ it "
         "would win 52.0% (95% interval 48.0% to 56.0%) of the votes. With twice as many groups "
         "this interval would be about 5.6 percentage points wide instead of 8.0."),
        # What the models know is not told as if they did not.
        (meta_game(LOSES, WINS),
         "By the newest models, "
         "θ₂ does not beat every earlier mechanism: with confidence it is behind θ₀. Against θ₁ it "
         "would win 60.0% (95% interval 58.0% to 62.0%) of the votes."),
        (meta_game(LOSES, OPEN),
         "By the newest models, "
         "θ₂ does not beat every earlier mechanism: with confidence it is behind θ₀. Against θ₁ it "
         "would win 52.0% (95% interval 48.0% to 56.0%) of the votes."),
        (meta_game(WINS, LITTLE),
         "By the newest models, "
         "θ₂ is less than one percentage point ahead of the mechanism it was trained from, with "
         "confidence. Against θ₁ it would win 50.1% (95% interval 49.8% to 50.4%) of the votes. "
         "That is too little to be worth another iteration."),
        (meta_game(WINS, LOSES),
         "By the newest models, "
         "θ₂ is behind the mechanism it was trained from, with confidence. Against θ₁ it would win "
         "40.0% (95% interval 38.0% to 42.0%) of the votes."),
        (meta_game(WINS, LITTLE, shortened=True),
         "By the newest models, "
         "θ₂ is less than one percentage point ahead of the mechanism it was trained from, with "
         "confidence. Against θ₁ it would win 50.1% (95% interval 49.8% to 50.4%) of the votes. "
         + SHORT),
        (meta_game(OPEN, SAME, shortened=True),
         "Training kept θ₁, the mechanism that it began with. " + SHORT),
    ],
)  # fmt: skip
def test_every_reason_says_what_is_known(found: ConvergenceResult, said: str) -> None:
    assert reasons(found) == said


def test_why_training_goes_on_or_stops() -> None:
    goes_on = reasons(COMPARED)
    assert goes_on == (
        "By the newest models, "
        "θ₁ beats every earlier mechanism with confidence. Against θ₀ it would win 60.0% "
        "(95% interval 58.0% to 62.0%) of the votes."
    )
    small = msgspec.structs.replace(COMPARED, converged=True)
    assert reasons(small).endswith("That is too little to be worth another iteration.")
    beaten = msgspec.structs.replace(COMPARED, converged=True, beats_all=False, cycles=True)
    assert reasons(beaten).startswith(
        "By the newest models, θ₁ does not beat every earlier mechanism"
    )
    assert reasons(beaten).endswith("Some mechanisms beat each other in a cycle.")
    assert verdict(COMPARED, Recommendation.GO_ON) == f"Continue with iteration 2. {goes_on}"
