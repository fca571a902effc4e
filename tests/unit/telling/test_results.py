"""What is said of conclusions, and of the figures behind them."""

import msgspec
import pytest
from step_results import COMPARED, EVALUATED, OPTIMIZED

from hcmd_lab.jobs.evaluated import Preferred
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.telling.results import (
    conclusion,
    expected_of,
    reasons,
    recommended,
    verdict,
)


@pytest.mark.parametrize(
    ("p_value", "share", "preferred", "said"),
    [
        (0.01, 0.6, Preferred.MECHANISM, "People preferred θ₁ to liberal egalitarian."),
        (0.01, 0.4, Preferred.BASELINE, "People preferred liberal egalitarian to θ₁."),
        (0.06, 0.6, Preferred.UNDECIDED,
         "The votes do not decide between θ₁ and liberal egalitarian."),
    ],
)  # fmt: skip
def test_the_test_alone_decides(
    p_value: float, share: float, preferred: Preferred, said: str
) -> None:
    estimate = msgspec.structs.replace(EVALUATED.share, estimate=share)
    result = msgspec.structs.replace(EVALUATED, p_value=p_value, share=estimate)
    assert result.preferred is preferred
    assert conclusion(result, simulated=False) == said
    simulated = conclusion(result, simulated=True)
    assert "simulated participants" in simulated.lower()
    assert "people" not in simulated.lower()


def test_a_shortened_and_a_refused_step_are_told() -> None:
    whole = expected_of(OPTIMIZED, 2)
    assert whole.startswith("θ₂ is expected to win 53.1%")
    assert "shortened" not in whole
    short = expected_of(msgspec.structs.replace(OPTIMIZED, kept_at=340), 2)
    assert short.startswith(whole)
    assert "The step was shortened to 340 updates" in short
    refused = msgspec.structs.replace(OPTIMIZED, kept_at=0)
    assert expected_of(refused, 2) == (
        "θ₂ is the same mechanism as θ₁: the models’ verdict on no step was better."
    )
    assert "θ₃ is the same mechanism as θ₁" in expected_of(
        msgspec.structs.replace(refused, against=1), 3
    )


def test_every_recommendation_is_said_differently() -> None:
    said = {recommended(each, 1) for each in Recommendation}
    assert len(said) == len(Recommendation)
    assert recommended(Recommendation.GO_ON, 1) == "Continue with iteration 2."
    asked = recommended(Recommendation.GO_ON_AS_ASKED, 1)
    assert asked == "Continue with iteration 2, as the study's settings ask for more iterations."


def test_why_training_goes_on_or_stops() -> None:
    goes_on = reasons(COMPARED)
    assert goes_on == (
        "θ₁ beats every earlier mechanism with confidence. Against θ₀ it would win 60.0% "
        "(95% interval 58.0% to 62.0%) of the votes."
    )
    small = msgspec.structs.replace(COMPARED, converged=True)
    assert reasons(small).endswith("That is too little to be worth another iteration.")
    beaten = msgspec.structs.replace(COMPARED, converged=True, beats_all=False, cycles=True)
    assert reasons(beaten).startswith("θ₁ does not beat every earlier mechanism")
    assert reasons(beaten).endswith("Some mechanisms beat each other in a cycle.")
    assert verdict(COMPARED, Recommendation.GO_ON) == f"Continue with iteration 2. {goes_on}"
