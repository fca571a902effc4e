"""What is said of EVALUATE's conclusion."""

import msgspec
import pytest
from step_results import EVALUATED

from hcmd_lab.jobs.evaluated import Preferred
from hcmd_lab.telling.evaluation_results import conclusion


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
