"""Predictions of a set are checked against groups whose mechanisms are known."""

import dataclasses

import numpy as np
import pytest
import torch

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERTARIAN, STRICT_EGALITARIAN
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.inference.assumed_votes import vote_chances
from hcmd_lab.jobs.modelled import Checked, PredictionCheck
from hcmd_lab.learning.check_predictions import ModelErrors, Observed, came, check_predictions
from hcmd_lab.learning.expectation import GIVING_ERROR, SHARED_ERROR, Expectation
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels

GAME = Game(rounds=2, head_endowment=4, tail_endowments=(2, 4))
ERRORS = ModelErrors(widening=1.5, giving_widening=2.5, groups_known=30, groups_modelled=40)


def stage(number: int, mechanism: str, tail: int, given: float) -> PlayedStage:
    endowments = GAME.endowments(tail)
    coins = tuple(round(given * endowment) for endowment in endowments)
    return PlayedStage(
        number, mechanism, (endowments,) * 2, (coins,) * 2, ((1.0,) * 4,) * 2,
        ((True,) * 4, (True, True, False, True)),
    )  # fmt: skip


def group(number: int, first: str, second: str, votes: tuple[int | None, ...]) -> PlayedGroup:
    tail = (2, 4)[number % 2]
    stages = (stage(1, first, tail, 0.5), stage(2, second, tail, 1.0))
    return PlayedGroup(f"s-{number}", 3, "human", "acquire", stages, votes)


@pytest.fixture
def models() -> ParticipantSet:
    dice = torch.Generator().manual_seed(2)
    made = []
    for _ in range(3):
        each = ParticipantModels(ParticipantArchitecture(4, 3, max_endowment=4, rounds=2))
        each.contribution.reset_parameters(dice)
        torch.nn.init.normal_(each.vote.weight, generator=dice)
        made.append(each)
    return ParticipantSet.of(*made)


@pytest.fixture
def tables() -> dict[str, FrozenPolicy]:
    return {"a": freeze(LIBERTARIAN, GAME), "b": freeze(STRICT_EGALITARIAN, GAME)}


def test_votes_and_contributions_are_compared_in_both_orders(
    models: ParticipantSet, tables: dict[str, FrozenPolicy]
) -> None:
    groups = [
        group(0, "a", "b", (1, 1, 1, None)),
        group(1, "b", "a", (2, 2, 1, 1)),
        group(2, "a", "b", (2, 2, 2, 2)),
    ]
    votes, under_a, under_b = check_predictions(models, tables, groups, GAME, 1, ERRORS)
    assert (votes.quantity, votes.first, votes.second) == (Checked.VOTES, "a", "b")
    assert (votes.iteration, votes.purpose, votes.groups) == (3, "acquire", 3)
    assert votes.observed == pytest.approx((1 + 0.5 + 0) / 3)
    assert 0 < votes.predicted < 1
    assert votes.widening == 1.5
    assert under_a.widening == under_b.widening == 2.5
    assert min(votes.model_error, votes.simulation_error, votes.observed_error) > 0
    assert under_a.quantity is under_b.quantity is Checked.CONTRIBUTIONS
    assert under_a.observed == pytest.approx((0.5 + 1.0 + 0.5) / 3)
    assert under_b.observed == pytest.approx((1.0 + 0.5 + 1.0) / 3)


def test_a_mechanism_against_itself_checks_no_votes(
    models: ParticipantSet, tables: dict[str, FrozenPolicy]
) -> None:
    groups = [group(number, "a", "a", (1, 2, 1, 2)) for number in range(4)]
    (only,) = check_predictions(models, {"a": tables["a"]}, groups, GAME, 1, ERRORS)
    assert (only.quantity, only.observed) == (Checked.CONTRIBUTIONS, pytest.approx(0.75))


def test_what_was_not_played_to_the_end_is_not_checked(
    models: ParticipantSet, tables: dict[str, FrozenPolicy]
) -> None:
    assert check_predictions(models, tables, [], GAME, 1, ERRORS) == ()
    few = [group(0, "a", "b", (1, 1, 1, 1)), group(1, "a", "b", (1, 1, 1, 1))]
    assert check_predictions(models, tables, few, GAME, 1, ERRORS) == ()


def test_groups_of_a_file_do_not_check_what_was_expected_of_the_study_s_mechanisms(
    models: ParticipantSet, tables: dict[str, FrozenPolicy]
) -> None:
    groups = [group(number, "a", "b", (1, 2, 1, 2)) for number in range(4)]
    imported = [dataclasses.replace(each, source="imported") for each in groups]
    assert check_predictions(models, tables, imported, GAME, 1, ERRORS) == ()
    both = check_predictions(models, tables, [*groups, *imported], GAME, 1, ERRORS)
    assert both == check_predictions(models, tables, groups, GAME, 1, ERRORS)


def test_each_quantity_has_the_error_of_what_is_known_of_it(
    models: ParticipantSet, tables: dict[str, FrozenPolicy]
) -> None:
    alike = ParticipantSet.of(*[models[0]] * 3)  # whose members differ in nothing
    groups = [group(number, "a", "b", (1, 2, 1, 2)) for number in range(4)]
    votes, *giving = check_predictions(alike, tables, groups, GAME, 1, ERRORS)
    assert votes.model_error == pytest.approx(SHARED_ERROR / 30, rel=1e-3)
    assert [each.model_error for each in giving] == [pytest.approx(GIVING_ERROR / 40, rel=1e-3)] * 2


def test_jobs_of_earlier_versions_had_one_factor_for_both() -> None:
    earlier = ModelErrors(1.5, None, 30, 0)
    assert {earlier.factor(each) for each in Checked} == {1.5}
    assert earlier.shared(Checked.CONTRIBUTIONS) == 0


# --- intervals of few groups ---------------------------------------------------------------------

STUDIES = 200
SLACK = 4 * (0.05 * 0.95 / STUDIES) ** 0.5


def votes_of(dice: np.random.Generator, groups: int, share: float) -> list[Observed]:
    won = dice.choice(5, groups, p=vote_chances(share, 4, 0.3))
    return [Observed(2, int(each), 4) for each in won]


def given(dice: np.random.Generator, groups: int, everything: float) -> list[Observed]:
    """Groups of which some give everything; the others give half of it on average."""
    part = np.where(dice.random(groups) < everything, 1.0, dice.beta(4, 4, groups))
    return [Observed(2, float(each)) for each in part]


@pytest.mark.parametrize("groups", [3, 5, 10])
@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
def test_what_few_groups_voted_holds_the_truth(groups: int, share: float) -> None:
    dice = np.random.default_rng(groups)
    found = [came(Checked.VOTES, votes_of(dice, groups, share)) for _ in range(STUDIES)]
    held = sum(each.low <= share <= each.high for each in found)
    assert held / STUDIES >= 0.95 - SLACK


@pytest.mark.parametrize("groups", [3, 5, 10])
@pytest.mark.parametrize("everything", [0.0, 0.8])
def test_what_few_groups_gave_holds_the_truth(groups: int, everything: float) -> None:
    dice = np.random.default_rng(groups)
    found = [came(Checked.CONTRIBUTIONS, given(dice, groups, everything)) for _ in range(STUDIES)]
    held = sum(each.low <= everything + (1 - everything) / 2 <= each.high for each in found)
    assert held / STUDIES >= 0.95 - SLACK


def test_groups_that_are_all_alike_are_no_certainty() -> None:
    voted = came(Checked.VOTES, [Observed(2, 4, 4)] * 3)
    gave = came(Checked.CONTRIBUTIONS, [Observed(2, 1.0)] * 3)
    for found in (voted, gave):
        assert found.low < 0.6
        assert found.estimate == found.high == 1


def test_groups_in_which_not_everybody_voted_count_alike() -> None:
    seen = [Observed(2, 1, 1), Observed(2, 2, 4), Observed(4, 0, 3)]
    assert came(Checked.VOTES, seen).estimate == pytest.approx(0.5)


def predicted(seen: list[Observed], share: float, model_error: float) -> PredictionCheck:
    values = np.array([each.value for each in seen])
    return PredictionCheck(
        quantity=Checked.VOTES, purpose="acquire", iteration=2, first="a", second="b",
        groups=len(seen), predicted=share, model_error=model_error, simulation_error=0.001,
        observed=float(values.mean()), observed_error=float(values.std(ddof=1)) / len(seen) ** 0.5,
        members=8, observed_interval=came(Checked.VOTES, seen),
    )  # fmt: skip


@pytest.mark.parametrize("groups", [3, 5, 10])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_right_prediction_is_seldom_called_wrong(groups: int, share: float) -> None:
    dice = np.random.default_rng(groups)
    checks = [
        predicted(votes_of(dice, groups, share), share + dice.normal(0, 0.02), 0.02)
        for _ in range(STUDIES)
    ]
    assert sum(check.held for check in checks) / STUDIES >= 0.95 - SLACK


@pytest.mark.parametrize("members", [1, 4, 8])
def test_a_share_has_the_interval_after_the_vote_that_it_had_before(members: int) -> None:
    before = Expectation(0.55, 0.03, 0.02, 0.01, members)
    after = PredictionCheck(
        quantity=Checked.VOTES, purpose="acquire", iteration=2, first="a", second="b", groups=5,
        predicted=0.55, model_error=before.model_error, simulation_error=0.01, widening=1.3,
        members=members, observed=0.5, observed_error=0.1,
    )  # fmt: skip
    told = before.interval(1.3)
    assert (after.expected.low, after.expected.high) == pytest.approx((told.low, told.high))


def test_a_check_knows_how_many_models_had_predicted_the_votes(
    models: ParticipantSet, tables: dict[str, FrozenPolicy]
) -> None:
    groups = [group(number, "a", "b", (1, 2, 1, 2)) for number in range(4)]
    votes, *giving = check_predictions(models, tables, groups, GAME, 1, ERRORS)
    assert votes.members == 3
    assert [each.members for each in giving] == [0, 0]
    assert all(each.observed_interval is not None for each in (votes, *giving))
