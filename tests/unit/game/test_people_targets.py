"""What the calibration reads, and what it keeps for testing."""

from pathlib import Path

import pytest

from benchmarks.people_targets import HELD_OUT_TAILS, Targets, read_targets
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.rules import WEIGHT_UNITS, Game

GAME = Game(rounds=2, head_endowment=2, tail_endowments=(1,), tails=2)


@pytest.fixture
def targets(tmp_path: Path) -> Targets:
    files = {
        "exp1_contributions_by_round_digitised.csv": [
            "mechanism,tail_endowment,role,timestep,mean_rel_contribution",
            *(f"libertarian,{tail},head,{t},0.{tail}{t}" for tail in (2, 4) for t in (0, 1)),
        ],
        "exp2_votes_exact.csv": ["baseline,tail_endowment,share", "libertarian,4,0.6667"],
        "beach_head_share_digitised.csv": [
            "mechanism,tail_endowment,head_contribution,tail_contribution_sum,head_share",
            *(f"hcrm,1,{head},{tail},0.{head}" for head in range(3) for tail in range(3)),
        ],
        "exp2_payout_by_contribution_digitised.csv": [
            "mechanism,tail_endowment,role,contribution,mean_payout",
            "HCRM,1,tail,0,0.5", "HCRM,1,tail,1,1.5",
        ],
    }  # fmt: skip
    for name, lines in files.items():
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_targets(tmp_path)


def test_the_curves_of_an_endowment_are_kept_for_testing(targets: Targets) -> None:
    assert {4} == HELD_OUT_TAILS
    assert {tail for _, tail, _ in targets.fitted} == {2}
    assert {tail for _, tail, _ in targets.held_out} == {4}
    assert targets.fitted.keys() | targets.held_out.keys() == targets.curves.keys()


def test_tails_share_by_what_tails_were_paid(targets: Targets) -> None:
    assert targets.learned.weights((2, 1, 1), (2, 1, 0)) == pytest.approx((0.2, 0.6, 0.2))
    assert targets.learned.weights((2, 1, 1), (0, 1, 1)) == pytest.approx((0, 0.5, 0.5))


def test_the_learned_mechanism_is_frozen_like_any_other(targets: Targets) -> None:
    frozen = freeze(targets.learned, GAME)
    assert frozen.name == "hcrm"
    assert set(map(sum, zip(*[iter(frozen.tables[1])] * 3, strict=True))) == {WEIGHT_UNITS}
