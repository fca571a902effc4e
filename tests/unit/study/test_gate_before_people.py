"""The gate before people: every question is answered, and a limit stops only what goes past it."""

import dataclasses

import msgspec
import pytest
from step_results import MODELLED, better

from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.jobs.foreseen import ConditionProspect, ForeseeResult, Remedy, Spread
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.study.gate import Answer, Gate, PassedOver, Question, gain, judge
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.telling.gate import (
    answer_word,
    expected_votes,
    finding_sentence,
    remedy,
    title,
    verdict,
)
from hcmd_lab.telling.statistics import with_interval

LIMITS = StudySettings()
SURE = better(MODELLED, 0.6)


def foreseen(
    lost: float = 0.2,
    known: float = 0.9,
    shares: tuple[float, float] = (0.52, 0.55),
    models: int = 4,
) -> ForeseeResult:
    condition = ConditionProspect(
        tail_endowment=4, head_gives=0.4, tail_gives=0.6, head_gain=-0.5, tail_gain=1.25,
        somebody_lost=lost, heads_among_least=0.9, known=known, gives_known=0.5, gives_beyond=0.25,
    )  # fmt: skip
    return ForeseeResult(
        mechanism="a" * 64, baseline="b" * 64, participants="m", models=models, groups=100,
        conditions=(condition,), somebody_lost=Spread(mean=lost, lowest=lost, highest=lost),
        baseline_lost=Spread(mean=0.4, lowest=0.3, highest=0.5),
        vote_share=Spread(mean=sum(shares) / 2, lowest=shares[0], highest=shares[1]),
        remedies=(
            Remedy(restriction=Restriction(minimum_share=0.05), somebody_lost=0.7),
            Remedy(restriction=Restriction(minimum_share=0.1), somebody_lost=0.45),
            Remedy(
                restriction=Restriction(
                    reference=Reference.LIBERAL_EGALITARIAN, reference_distance=0.25
                ),
                somebody_lost=0.3,
            ),
        ),
    )  # fmt: skip


def asked(
    model: ModelResult | None = SURE,
    prospect: ForeseeResult | None = None,
    limits: StudySettings = LIMITS,
    *passed: PassedOver,
) -> Gate:
    return judge("a" * 64, "theta_1", model, prospect, limits, passed)


def answers(gate: Gate) -> dict[Question, Answer]:
    return {finding.question: finding.answer for finding in gate.findings}


def test_the_first_mechanism_meets_people_of_whom_nothing_is_known() -> None:
    gate = asked(None)
    assert gate.is_open
    assert answers(gate) == {Question.MODELLED: Answer.MIND}
    assert "nothing can be predicted" in verdict(gate)


def test_nobody_meets_a_mechanism_that_nobody_has_looked_at() -> None:
    gate = asked(SURE, None)
    assert not gate.is_open
    assert answers(gate)[Question.FORESEEN] is Answer.STOPS


def test_a_sound_mechanism_passes_and_every_question_is_answered() -> None:
    gate = asked(SURE, foreseen())
    assert gate.is_open
    assert set(answers(gate)) == set(Question)
    assert set(answers(gate).values()) == {Answer.WELL}


def test_a_vote_model_worse_than_a_coin_stops() -> None:
    # the study of 15 groups that went on with .708 against .693
    gate = asked(better(MODELLED, 0.708), foreseen())
    assert not gate.is_open
    (finding,) = (found for found in gate.findings if found.stops)
    assert finding.question is Question.VOTES
    assert "worse than a guess does: by 0.015 nats" in finding_sentence(gate, finding)


def test_no_votes_are_no_knowledge() -> None:
    nobody_voted = msgspec.structs.replace(SURE, votes=0)
    gate = asked(nobody_voted, foreseen())
    assert answers(gate)[Question.VOTES] is Answer.STOPS
    assert answers(gate)[Question.AGREED] is Answer.MIND
    expects = "No share of votes is expected: MODEL had no votes that it could learn from."
    assert said(gate, Question.AGREED) == expects == expected_votes(gate)
    assert gate.votes_foreseen is None
    assert asked(SURE, foreseen()).votes_foreseen == foreseen()
    assert expected_votes(asked(SURE, None)) == "", "nobody has looked"


@pytest.mark.parametrize(
    ("prospect", "question"),
    [(foreseen(lost=0.51), Question.LOST), (foreseen(known=0.49), Question.KNOWN)],
)
def test_each_limit_stops_what_goes_past_it(prospect: ForeseeResult, question: Question) -> None:
    gate = asked(SURE, prospect)
    assert [found.question for found in gate.findings if found.stops] == [question]
    wide = dataclasses.replace(LIMITS, gate_lost=0.6, gate_known=0.4)
    assert asked(SURE, prospect, wide).is_open


def test_a_gain_that_is_asked_for_is_needed_for_decisions_and_votes() -> None:
    much = dataclasses.replace(LIMITS, gate_gain=0.5)
    stopping = [found.question for found in asked(SURE, foreseen(), much).findings if found.stops]
    assert stopping == [Question.DECISIONS, Question.VOTES]


def test_models_that_disagree_are_told_but_stop_nothing() -> None:
    gate = asked(SURE, foreseen(shares=(0.47, 0.56)))
    assert gate.is_open
    assert answers(gate)[Question.AGREED] is Answer.MIND


def test_one_model_alone_agrees_with_nobody() -> None:
    gate = asked(SURE, foreseen(models=1))
    assert answers(gate)[Question.AGREED] is Answer.MIND


def test_what_is_passed_over_counts_for_this_mechanism_and_these_models_alone() -> None:
    decided = PassedOver(Question.LOST, "a" * 64, "m", "a pilot with staff", "2026-01-01", "1")
    prospect = foreseen(lost=0.8)
    assert asked(SURE, prospect, LIMITS, decided).is_open
    other = dataclasses.replace(decided, mechanism="c" * 64)
    later = dataclasses.replace(decided, participants="n")
    assert not asked(SURE, prospect, LIMITS, other, later).is_open


def test_a_finding_that_stops_nothing_carries_no_reason() -> None:
    decided = PassedOver(Question.LOST, "a" * 64, "m", "a pilot with staff", "2026-01-01", "1")
    gate = asked(SURE, foreseen(), LIMITS, decided)
    assert not any(found.passed_over for found in gate.findings)
    assert "passed over" not in verdict(gate)


def test_the_weakest_restriction_that_helps_is_named() -> None:
    assert "a minimum share of 10%" in remedy(asked(SURE, foreseen(lost=0.8)))
    strict = dataclasses.replace(LIMITS, gate_lost=0.35)
    assert "at most 25% of the fund divided otherwise than by liberal" in remedy(
        asked(SURE, foreseen(lost=0.8), strict)
    )
    hopeless = dataclasses.replace(LIMITS, gate_lost=0.1)
    assert "No restriction that was tried" in remedy(asked(SURE, foreseen(lost=0.8), hopeless))
    assert not remedy(asked(SURE, foreseen()))


def test_a_guess_is_the_best_of_those_that_know_nothing_of_the_person() -> None:
    entropies = msgspec.structs.replace(
        SURE.contribution,
        references={"uniform": 2.0, "endowment_marginal": 1.7, "repeat_last": 1.2},
    )
    assert gain(entropies) == pytest.approx(0.1)


@pytest.mark.parametrize("prospect", [None, foreseen(), foreseen(0.8, 0.1, (0.4, 0.6))])
@pytest.mark.parametrize("model", [None, SURE, MODELLED])
def test_everything_is_told(model: ModelResult | None, prospect: ForeseeResult | None) -> None:
    gate = asked(model, prospect)
    assert verdict(gate).endswith(".")
    for finding in gate.findings:
        assert title(finding.question)
        assert answer_word(finding)
        assert finding_sentence(gate, finding).endswith(".")


@pytest.mark.parametrize(
    ("low", "high", "models", "answer"),
    [
        (0.51, 0.57, 8, Answer.WELL),
        (0.40, 0.49, 8, Answer.WELL),
        (0.49, 0.57, 8, Answer.MIND),
        (0.51, 0.57, 1, Answer.MIND),
    ],
)
def test_the_interval_decides_which_mechanism_is_expected_to_win(
    low: float, high: float, models: int, answer: Answer
) -> None:
    # All single models agree: what they share is in the interval alone.
    expected = Interval(estimate=(low + high) / 2, low=low, high=high)
    told = msgspec.structs.replace(foreseen(models=models), expected=expected)
    gate = asked(prospect=told)
    assert answers(gate)[Question.AGREED] is answer
    (finding,) = (each for each in gate.findings if each.question is Question.AGREED)
    assert with_interval(expected) in finding_sentence(gate, finding)


def test_nothing_is_open_about_votes_between_a_mechanism_and_itself() -> None:
    """A baseline may be asked for, and is compared with itself; stored intervals were wide."""
    wide = Interval(estimate=0.5, low=0.2, high=0.8)
    told = msgspec.structs.replace(foreseen(), expected=wide)
    told = msgspec.structs.replace(told, baseline=told.mechanism)
    gate = asked(prospect=told)
    assert answers(gate)[Question.AGREED] is Answer.WELL
    words = said(gate, Question.AGREED)
    assert "against itself it would win half of the votes" in words
    assert "%" not in words
    assert "do not know people" not in words


@pytest.mark.parametrize("models", [1, 4])
@pytest.mark.parametrize("shares", [(0.52, 0.55), (0.4, 0.55)])
@pytest.mark.parametrize("has_interval", [True, False])
def test_whom_the_models_play_against_is_named(
    models: int, shares: tuple[float, float], has_interval: bool
) -> None:
    """It is the one of the settings, also where EVALUATE compares others: a contrast is planned."""
    prospect = foreseen(models=models, shares=shares)
    if has_interval:
        wide = Interval(estimate=0.5, low=0.2, high=0.8)
        prospect = msgspec.structs.replace(prospect, expected=wide)
    gate = asked(prospect=prospect, limits=StudySettings(baseline=BaselineName.LIBERTARIAN))
    for question in (Question.AGREED, Question.LOST):
        words = said(gate, question)
        assert "libertarian" in words
        assert "it is compared with" not in words


def said(gate: Gate, question: Question) -> str:
    (finding,) = [each for each in gate.findings if each.question is question]
    return finding_sentence(gate, finding)


@pytest.mark.parametrize("lost", [0.5, 0.5001, 0.504, 0.499])
def test_no_rounding_hides_on_which_side_of_a_limit_a_figure_lies(lost: float) -> None:
    gate = asked(SURE, foreseen(lost=lost, known=lost))
    words = said(gate, Question.LOST)
    told = float(words.split("In ")[1].split("%")[0])
    allowed = float(words.split("at most ")[1].split("%")[0])
    assert (told > allowed) == (answers(gate)[Question.LOST] is Answer.STOPS)
    words = said(gate, Question.KNOWN)
    told, wanted = float(words.split("%")[0]), float(words.split("asks for ")[1].split("%")[0])
    assert (told < wanted) == (answers(gate)[Question.KNOWN] is Answer.STOPS)


@pytest.mark.parametrize(
    ("gained", "words", "answer"),
    [
        (0.0, "as well as a guess does", Answer.MIND),
        (0.0001, "as well as a guess does", Answer.MIND),
        (-0.0001, "worse than a guess does: by 0.0001 nats", Answer.STOPS),
        (0.004, "by 0.004 nats, at 0.689; other groups might say otherwise", Answer.MIND),
        (0.01, "predicts votes of groups that it has not seen better", Answer.WELL),
    ],
)
def test_what_is_told_of_a_gain_is_what_follows_from_it(
    gained: float, words: str, answer: Answer
) -> None:
    gate = asked(better(MODELLED, 0.693 - gained))
    assert words in said(gate, Question.VOTES)
    assert answers(gate)[Question.VOTES] is answer


def test_a_gain_whose_error_is_not_known_is_told_without_being_called_sure() -> None:
    vote = msgspec.structs.replace(SURE.vote, leads={})  # of an earlier version, or a single split
    gate = asked(msgspec.structs.replace(SURE, vote=vote))
    assert "the error of this difference is not known" in said(gate, Question.VOTES)
    assert answers(gate)[Question.VOTES] is Answer.MIND


def test_a_gain_has_to_be_sure_beyond_what_the_study_asks_for() -> None:
    asks = StudySettings(gate_gain=0.05)
    assert answers(asked(better(MODELLED, 0.6), None, asks))[Question.VOTES] is Answer.WELL
    unsure = asked(better(MODELLED, 0.64), None, asks)  # .053, at least .048
    assert answers(unsure)[Question.VOTES] is Answer.MIND
    assert "other groups might say otherwise" in said(unsure, Question.VOTES)
    assert answers(asked(better(MODELLED, 0.65), None, asks))[Question.VOTES] is Answer.STOPS


def test_whom_it_serves_least_is_told_of_both_roles_where_they_gain_alike() -> None:
    prospect = foreseen()
    (condition,) = prospect.conditions
    alike = msgspec.structs.replace(condition, head_gain=-0.5, tail_gain=-0.5)
    gate = asked(SURE, msgspec.structs.replace(prospect, conditions=(alike,)))
    assert "by the head and the tails alike: −0.50 coins" in said(gate, Question.SERVED)
    assert "by the head where each tail has 4 coins" in said(asked(SURE, prospect), Question.SERVED)
