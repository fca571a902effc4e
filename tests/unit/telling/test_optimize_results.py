"""What is said of OPTIMIZE's step."""

import msgspec
from step_results import OPTIMIZED

from hcmd_lab.telling.optimize_results import expected_of


def test_a_shortened_and_a_refused_step_are_told() -> None:
    whole = expected_of(OPTIMIZED, 2)
    assert whole.startswith("θ₂ is expected to win 53.1%")
    assert "shortened" not in whole
    short = expected_of(msgspec.structs.replace(OPTIMIZED, kept_at=340), 2)
    assert short.startswith(whole)
    assert "The step was shortened to 340 updates" in short
    refused = msgspec.structs.replace(OPTIMIZED, kept_at=0)
    kept = "θ₁ was kept: the models’ verdict on no step was better."
    assert expected_of(refused, 2) == kept
    # A mechanism that is there again keeps its name: nothing is said to be the same as itself.
    assert expected_of(refused, 2, ("theta_0", "theta_1", "theta_1")) == kept
    assert kept in expected_of(msgspec.structs.replace(refused, against=1), 3)
