import dataclasses

import pytest
import torch
from played_groups import played_groups

from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import Feature, FeatureCheck
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning.participant_set import ParticipantSet, SetArchitecture
from hcmd_lab.learning.predictive_checks import predictive_checks


def giving(group: PlayedGroup, coins_of: str) -> PlayedGroup:
    """The same group where everyone gives nothing or everything; the payouts stay."""
    stages = tuple(
        dataclasses.replace(
            stage,
            contributions=stage.endowments
            if coins_of == "everything"
            else tuple(tuple(0 for _ in row) for row in stage.contributions),
        )
        for stage in group.stages
    )
    return dataclasses.replace(group, stages=stages)


def people(votes_for_payouts: float = 0.0, last_coin: float = 0.0) -> ParticipantSet:
    """Two members who choose at random but for what they are given."""
    made = ParticipantSet(SetArchitecture(4, 2, members=2, one_hot=True, stage_order=True))
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.zero_()
        for member in made:
            member.vote.weight[:, 0, 2] = votes_for_payouts
            member.vote.weight[:, 0, 1] = -votes_for_payouts
            member.contribution.decoder.bias[0] = last_coin
    return made


def checks(
    participants: ParticipantSet, groups: tuple[PlayedGroup, ...]
) -> dict[Feature, FeatureCheck]:
    found = predictive_checks(participants, groups, PAPER_GAME, 1)
    return {check.feature: check for check in found.features}


def test_features_are_counted_as_they_were() -> None:
    everyone = tuple(giving(group, "everything") for group in played_groups(6))
    found = checks(people(), everyone)
    assert found[Feature.EVERYTHING].observed == found[Feature.FIRST_ROUND].observed == 1
    assert found[Feature.NOTHING].observed == 0
    # Who chooses at random is not such a person.
    assert found[Feature.EVERYTHING].expected.high < 0.5
    nobody = checks(people(last_coin=50.0), tuple(giving(g, "nothing") for g in played_groups(6)))
    assert nobody[Feature.NOTHING].observed == nobody[Feature.NOTHING].expected.low == 1


def test_a_part_of_nothing_is_no_feature() -> None:
    """Where all give alike nothing differs, and what had been seen before was always the same."""
    for coins in ("nothing", "everything"):
        found = checks(people(), tuple(giving(group, coins) for group in played_groups(6)))
        undefined = {Feature.ALIKE_IN_GROUPS, Feature.OWN_LAST, Feature.OTHERS_LAST}
        assert not undefined & found.keys()
        assert {Feature.FIRST_ROUND, Feature.LAST_ROUND, Feature.NOTHING} <= found.keys()
    assert undefined <= checks(people(), played_groups(6)).keys()


def test_a_first_round_that_the_program_decided_for_all_is_none() -> None:
    groups = tuple(
        dataclasses.replace(group, stages=tuple(map(first_round_decided_for_all, group.stages)))
        for group in played_groups(6)
    )
    found = checks(people(), groups)
    assert Feature.FIRST_ROUND not in found
    assert Feature.LAST_ROUND in found


def first_round_decided_for_all(stage: PlayedStage) -> PlayedStage:
    first, *later = stage.own_choice
    return dataclasses.replace(stage, own_choice=(tuple(False for _ in first), *later))


def test_intervals_hold_what_comes_from_the_same_people() -> None:
    groups = played_groups(12)
    found = checks(people(), groups)
    for check in found.values():
        assert check.expected.low <= check.expected.estimate <= check.expected.high
    # The members do not look at the last share, and so it has no coefficient.
    assert found[Feature.OWN_LAST].expected.low < 0 < found[Feature.OWN_LAST].expected.high


def test_votes_follow_what_was_earned_if_it_is_what_people_vote_by() -> None:
    groups = played_groups(30)
    even = checks(people(), groups)[Feature.TAILS_FOR_MORE]
    assert even.expected.low < 0.5 < even.expected.high
    sure = checks(people(votes_for_payouts=50.0), groups)[Feature.TAILS_FOR_MORE]
    assert sure.expected.low > 0.9
    assert sure.tail_endowment is not None


def test_models_with_the_papers_inputs_are_checked_alike() -> None:
    made = ParticipantSet(SetArchitecture(4, 2, inputs=Inputs.PAPER))
    assert Feature.OTHERS_LAST in checks(made, played_groups(5))


def test_the_same_seed_gives_the_same_checks() -> None:
    groups = played_groups(5)
    one, again = (predictive_checks(people(), groups, PAPER_GAME, 3) for _ in range(2))
    assert one == again


@pytest.mark.parametrize("stages", [1, 2])
def test_without_votes_contributions_alone_are_checked(stages: int) -> None:
    found = checks(people(), played_groups(5, votes=False, stages=stages))
    assert Feature.NOTHING in found
    assert Feature.TAILS_FOR_MORE not in found


def test_the_curve_is_what_heads_and_tails_gave_in_each_round() -> None:
    groups = played_groups(6)
    everyone = tuple(giving(group, "everything") for group in groups)
    found = predictive_checks(people(), everyone, PAPER_GAME, 1).curve
    assert {(check.feature, check.round) for check in found} == {
        (feature, number + 1)
        for feature in (Feature.HEADS_GIVE, Feature.TAILS_GIVE)
        for number in range(PAPER_GAME.rounds)
    }
    assert {check.observed for check in found} == {1.0}
    heads = [
        stage.contributions[2][0] / stage.endowments[2][0]
        for group in groups
        for stage in group.stages
    ]
    third = next(
        check
        for check in predictive_checks(people(), groups, PAPER_GAME, 1).curve
        if (check.feature, check.round) == (Feature.HEADS_GIVE, 3)
    )
    assert third.observed == pytest.approx(sum(heads) / len(heads))
    # Whoever chooses at random gives half of the endowment on average.
    assert third.expected.low < 0.5 < third.expected.high
