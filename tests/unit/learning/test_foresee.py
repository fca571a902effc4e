"""What is foreseen, against play that is known exactly."""

import copy
import dataclasses
from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch

from hcmd_lab.dataset import write_dataset
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES, LIBERTARIAN, STRICT_EGALITARIAN
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.foreseen import ForeseeResult, Spread
from hcmd_lab.jobs.job_folder import BASELINE_FILE, DATASET_FILE, MECHANISM_FILE
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import Compute, DeviceKind, ForeseeJob
from hcmd_lab.learning.foresee import foresee, remedies
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.restriction import Restriction
from hcmd_lab.study.gate import judge
from hcmd_lab.study.settings import StudySettings

GAME = Game(rounds=3, head_endowment=4, tail_endowments=(2, 4), tails=3)


def people_who_give(coins: int, folder: Path) -> str:
    """Models of people who always give so many coins, and vote for what they are paid."""
    models = ParticipantModels(ParticipantArchitecture(2, 2, max_endowment=4, rounds=3, seats=4))
    with torch.no_grad():
        for parameter in models.contribution.parameters():
            parameter.zero_()
        models.contribution.decoder.bias[coins] = 50.0
        models.vote.weight[:, 0, 2] = 1.0
    return ParticipantSet.of(models, copy.deepcopy(models)).save(folder)


def stage(endowments: Sequence[int], given: int) -> PlayedStage:
    payout = 1.6 * given
    return PlayedStage(
        1,
        "theta_0",
        ((*endowments,),) * 3,
        ((given,) * 4,) * 3,
        ((payout,) * 4,) * 3,
        ((True,) * 4,) * 3,
    )


def run(
    folder: Path,
    mechanism: FrozenPolicy,
    coins: int,
    data: Sequence[PlayedGroup] = (),
    groups_known: int = 0,
) -> ForeseeResult:
    baseline = freeze(STRICT_EGALITARIAN, GAME)
    (folder / MECHANISM_FILE).write_bytes(mechanism.to_bytes())
    (folder / BASELINE_FILE).write_bytes(baseline.to_bytes())
    write_dataset(folder / DATASET_FILE, data)
    job = ForeseeJob(
        seed=1, mechanism=mechanism.sha256, baseline=baseline.sha256,
        participants=people_who_give(coins, folder), repetitions=4, game=GAME,
        compute=Compute(device=DeviceKind.CPU, threads=1), groups_known=groups_known,
    )  # fmt: skip
    *progress, result = foresee(job, folder, folder, lambda: False)
    assert all(isinstance(each, Progress) for each in progress)
    assert isinstance(result, ForeseeResult)
    return result


def test_gains_are_those_of_the_rules(tmp_path: Path) -> None:
    found = run(tmp_path, freeze(LIBERTARIAN, GAME), 2)
    for condition in found.conditions:
        # 1.6 coins come back for each that is given
        assert condition.head_gain == pytest.approx(1.2, abs=1e-5)
        assert condition.tail_gain == pytest.approx(1.2, abs=1e-5)
        assert condition.head_gives == pytest.approx(0.5)
        assert condition.somebody_lost == 0
    poor, rich = found.conditions
    assert (poor.tail_gives, rich.tail_gives) == (1.0, 0.5)
    assert found.vote_share.mean == pytest.approx(0.5)  # all are paid alike under both
    assert found.expected is not None
    assert found.expected.low <= 0.5 <= found.expected.high


def test_who_would_have_kept_everything_is_counted(tmp_path: Path) -> None:
    # One seat in four gets nothing of the fund: it loses what it gave.
    unequal = array("I", [0, 500_000_000, 500_000_000, 0])
    known = freeze(LIBERTARIAN, GAME)
    table = dataclasses.replace(
        known, tables={tail: unequal * (len(units) // 4) for tail, units in known.tables.items()}
    )
    found = run(tmp_path, table, 2)
    assert found.somebody_lost.mean == 1
    assert found.baseline_lost.mean == 0
    head = found.conditions[0]
    assert head.head_gain == pytest.approx(-2.0, abs=1e-5)
    assert head.heads_among_least == pytest.approx(0.5)  # with the last tail
    assert found.vote_share.mean == pytest.approx(0.5, abs=0.3)
    fair = [each for each in found.remedies if each.restriction.minimum_share == 0.2]
    # .2 of a fund of 12.8 coins are 2.56 for 2 given
    assert fair[0].somebody_lost == 0


@dataclasses.dataclass(frozen=True, eq=False)
class Restricted:
    """A mechanism kept within a restriction, by the formula that the restriction is told with."""

    free: FrozenPolicy
    restriction: Restriction
    name: str = "restricted"

    def weights(self, endowments: Sequence[int], contributions: Sequence[int]) -> tuple[float, ...]:
        shares = self.free.weights(endowments, contributions)
        least, distance = self.restriction.minimum_share, self.restriction.reference_distance
        if not self.restriction.has_reference:
            return tuple(least + (1 - 4 * least) * share for share in shares)
        reference = BASELINES[self.restriction.reference].weights(endowments, contributions)
        return tuple(
            (1 - distance) * kept + distance * share
            for kept, share in zip(reference, shares, strict=True)
        )


def test_the_restriction_that_is_named_changes_what_it_is_said_to(tmp_path: Path) -> None:
    unequal = array("I", [0, 500_000_000, 500_000_000, 0])
    known = freeze(LIBERTARIAN, GAME)
    table = dataclasses.replace(
        known, tables={tail: unequal * (len(units) // 4) for tail, units in known.tables.items()}
    )
    found = run(tmp_path, table, 2)
    limits = StudySettings(gate_lost=0.2)
    gate = judge(table.sha256, "theta_1", None, found, limits)
    named = gate.remedy
    assert named is not None
    for remedy in found.remedies:
        restricted = freeze(Restricted(table, remedy.restriction), GAME)
        then = run(tmp_path, restricted, 2)
        assert then.somebody_lost.mean == pytest.approx(remedy.somebody_lost, abs=1e-9)
    assert found.somebody_lost.mean > limits.gate_lost >= named.somebody_lost


def test_what_is_known_is_where_decisions_were_seen(tmp_path: Path) -> None:
    seen = PlayedGroup("a-1", 1, "human", "acquire", (stage(GAME.endowments(4), 2),), (None,) * 4)
    found = run(tmp_path, freeze(STRICT_EGALITARIAN, GAME), 2, [seen] * 2)
    poor, rich = found.conditions
    # Heads with 4 coins were seen; tails with 2 were not, and nobody whose others gave all.
    assert rich.known == 1
    assert rich.gives_known == pytest.approx(0.5)
    assert rich.gives_beyond is None
    assert poor.known == pytest.approx(1 / 12)  # the head's first round
    assert found.known == pytest.approx((1 + 1 / 12) / 2)


def test_nothing_is_known_without_data(tmp_path: Path) -> None:
    found = run(tmp_path, freeze(STRICT_EGALITARIAN, GAME), 2)
    assert found.known == 0
    assert found.gives_known is None
    assert found.gives_beyond == pytest.approx(0.6875)


def test_it_stops_when_asked(tmp_path: Path) -> None:
    run(tmp_path, freeze(STRICT_EGALITARIAN, GAME), 2)
    job = ForeseeJob(
        seed=1, mechanism="a", baseline="b", participants=people_who_give(2, tmp_path),
        repetitions=4, game=GAME, compute=Compute(device=DeviceKind.CPU, threads=1),
    )  # fmt: skip
    assert list(foresee(job, tmp_path, tmp_path, lambda: True)) == [Stopped(step=0)]


def test_the_expected_share_has_the_errors_of_models_and_simulation(tmp_path: Path) -> None:
    known, few = (
        run(tmp_path, freeze(LIBERTARIAN, GAME), 1, groups_known=groups) for groups in (0, 10)
    )
    assert known.expected is not None
    assert few.expected is not None
    assert known.expected.estimate == pytest.approx(known.vote_share.mean)
    # What models fitted to few groups have in common is not known, however much they agree.
    assert few.expected.high - few.expected.low > known.expected.high - known.expected.low + 0.1


def test_the_mechanism_that_others_are_compared_with_has_half_of_the_votes_against_itself(
    tmp_path: Path,
) -> None:
    found = run(tmp_path, freeze(STRICT_EGALITARIAN, GAME), 1, groups_known=4)
    assert not found.is_compared
    assert found.expected == Interval(estimate=0.5, low=0.5, high=0.5)
    assert found.vote_share == Spread(mean=0.5, lowest=0.5, highest=0.5)


def test_remedies_of_four_have_round_numbers() -> None:
    shares = [each.minimum_share for each in remedies(4) if not each.has_reference]
    assert shares == [0.05, 0.1, 0.15, 0.2]


@pytest.mark.parametrize("seats", [3, 4, 5, 6])
def test_remedies_leave_something_to_divide_whatever_the_size_of_a_group(seats: int) -> None:
    for remedy in remedies(seats):
        assert remedy.mixture(seats).room > 0
