"""What is said of groups' mechanisms and players holds for imported groups too."""

import dataclasses

import pytest
from played_groups import played_groups

from hcmd_lab.game.acquisition import Acquire
from hcmd_lab.game.played import UNKNOWN_MECHANISM, PlayedGroup
from hcmd_lab.telling.played import acquired, participants, simulated_mark, stages_played

HERE = played_groups(3, stages=3)


def with_mechanisms(*names: str, source: str = "imported") -> tuple[PlayedGroup, ...]:
    """Groups that played these mechanisms, one a stage."""
    return tuple(
        dataclasses.replace(
            group,
            source=source,
            stages=tuple(
                dataclasses.replace(stage, mechanism=name)
                for stage, name in zip(group.stages, names, strict=False)
            ),
        )
        for group in HERE
    )


ELSEWHERE = with_mechanisms(*(UNKNOWN_MECHANISM,) * 3)


def test_nobody_is_said_to_be_a_program_who_may_be_none() -> None:
    assert "Every decision and vote" in simulated_mark(HERE)[1]
    for played, told in ((ELSEWHERE, "3 groups"), ((*HERE, ELSEWHERE[0]), "1 group ")):
        said = simulated_mark(played)[1]
        assert "Every decision" not in said
        assert told in said
        assert told.strip() in participants(played, simulated=True)
        assert told.strip() in participants(played, simulated=False)
    assert participants(HERE, simulated=False) == "people"


@pytest.mark.parametrize("acquire", Acquire)
def test_imported_groups_are_not_said_to_have_met_the_study_s_mechanism(acquire: Acquire) -> None:
    usual = acquired(acquire, HERE)
    assert "imported" not in usual
    assert "newest mechanism" not in acquired(acquire, ELSEWHERE)
    assert acquired(acquire, (*HERE, ELSEWHERE[0])).startswith(usual)
    assert "1 group was imported" in acquired(acquire, (*HERE, ELSEWHERE[0]))


SAME = "the same mechanism"
TWO = "compared two mechanisms"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("a", "a", "a"), SAME),
        (("a", "b", "a"), TWO),
        (("a", "b", "b"), TWO),
        (("a", "b", "c"), ""),  # stage 3 is none of the two
        (("a", "a", "b"), ""),
        (("a", "a"), ""),  # no third stage
        (("a",), ""),
        ((UNKNOWN_MECHANISM,) * 3, ""),
        (("a", "a", UNKNOWN_MECHANISM), ""),
    ],
)
def test_a_caption_says_only_what_the_stages_were(names: tuple[str, ...], said: str) -> None:
    told = stages_played(with_mechanisms(*names))
    assert said in told
    assert bool(said) == bool(told)


def test_groups_that_differ_are_not_told_as_if_they_were_alike() -> None:
    assert not stages_played((*with_mechanisms("a", "a", "a"), *with_mechanisms("a", "b", "a")))
    assert not stages_played((*HERE, *ELSEWHERE))
