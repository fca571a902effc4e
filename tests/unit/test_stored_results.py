"""Results that earlier versions stored are read, and conclude."""

import json

import msgspec
import pytest
from step_results import COMPARED, EVALUATED

from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.jobs.record import Z_95
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import EvaluateJob, Job
from hcmd_lab.jobs.trained import ConvergenceResult

GAME = (
    '{"rounds":10,"head_endowment":10,"tail_endowments":[2,4,6,8,10],"tails":3,'
    '"multiplier_percent":160}'
)

CONVERGENCE = (
    '{"type":"compared","shares":[[0.5,0.4],[0.6,0.5]],"standard_errors":[[0.0,0.01],[0.01,0.0]],'
    '"nash":[0.0,1.0],"alpha_rank":[0.0,1.0],"cycles":false,"beats_all":true,"advantage":'
    '{"estimate":0.1,"low":0.08,"high":0.12},"converged":false,"verdict":"Go on: theta_1 beats '
    "every earlier mechanism; its advantage over theta_0 is 10.0 percentage points of the votes "
    '(95% interval 8.0 to 12.0)."}'
)

EVALUATE = (
    '{"type":"evaluated","mechanism":"theta_1","baseline":"libertarian","groups":10,"votes":40,'
    '"share":{"estimate":%s,"low":0.575,"high":0.825},"by_tail_endowment":{"2":{"estimate":1.0,'
    '"low":0.34,"high":1.0}},"p_value":%s,"within_group_correlation":-0.1,"power":0.1,'
    '"smallest_effect":0.72,"contributions":{},"surplus":{}}'
)


def test_convergence_without_its_sentence() -> None:
    found = msgspec.json.decode(CONVERGENCE, type=Result)
    assert isinstance(found, ConvergenceResult)
    assert found == COMPARED
    stored = json.loads(msgspec.json.encode(found))
    assert not stored.keys() & {"verdict", "standard_errors"}
    assert stored["intervals"][1][0] == pytest.approx(
        {"estimate": 0.6, "low": 0.6 - 0.01 * Z_95, "high": 0.6 + 0.01 * Z_95}
    )
    assert msgspec.json.decode(msgspec.json.encode(found), type=Result) == found


@pytest.mark.parametrize("errors", ["", '"standard_errors":[[0.0,0.01]],'])
def test_convergence_without_intervals_is_rejected(errors: str) -> None:
    before = '"standard_errors":[[0.0,0.01],[0.01,0.0]],'
    assert before in CONVERGENCE
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(CONVERGENCE.replace(before, errors), type=Result)


@pytest.mark.parametrize(
    ("share", "p_value", "preferred"),
    [
        (0.7, 0.0547, Preferred.UNDECIDED),  # although its bootstrap's interval lies above one half
        (0.7, 0.03, Preferred.MECHANISM),
        (0.3, 0.03, Preferred.BASELINE),
    ],
)
def test_evaluate_with_the_conclusion_it_lacked(
    share: float, p_value: float, preferred: Preferred
) -> None:
    found = msgspec.json.decode(EVALUATE % (share, p_value), type=Result)
    assert isinstance(found, EvaluateResult)
    assert found.preferred is preferred
    assert json.loads(msgspec.json.encode(found))["preferred"] == preferred


def test_a_conclusion_cannot_be_at_odds_with_its_test() -> None:
    changed = msgspec.structs.replace(EVALUATED, preferred=Preferred.BASELINE)
    assert changed.preferred is Preferred.MECHANISM


def test_a_job_of_evaluate_with_its_bootstrap() -> None:
    stored = (
        '{"type":"evaluate","seed":7,"mechanism":"theta_1","baseline":"libertarian",'
        f'"resamples":20000,"game":{GAME},"compute":{{"device":"auto","threads":0}}}}'
    )
    found = msgspec.json.decode(stored, type=Job)
    assert isinstance(found, EvaluateJob)
    assert (found.seed, found.mechanism, found.baseline) == (7, "theta_1", "libertarian")
