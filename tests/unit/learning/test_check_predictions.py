"""Predictions of a set are checked against groups whose mechanisms are known."""

import dataclasses

import pytest
import torch

from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import LIBERTARIAN, STRICT_EGALITARIAN
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.modelled import Checked
from hcmd_lab.learning.check_predictions import ModelErrors, check_predictions
from hcmd_lab.learning.expectation import GIVING_ERROR, SHARED_ERROR
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
