"""The gate before people in sentences: one for each finding, and what follows."""

from typing import assert_never

from hcmd_lab.game.game_limits import is_equal
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.foreseen import ConditionProspect, ForeseeResult, Spread
from hcmd_lab.jobs.modelled import CrossEntropies, ModelResult
from hcmd_lab.jobs.record import SEEN_OFTEN
from hcmd_lab.restriction import Restriction
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.gate import Answer, Gate, GateFinding, Question, gain, is_sure
from hcmd_lab.study.settings import game_of
from hcmd_lab.telling import counts
from hcmd_lab.telling.mechanism_names import in_sentence, pretty_name
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.numbers import apart, number, percent, signed
from hcmd_lab.telling.statistics import nats, with_interval
from hcmd_lab.telling.translate import translate

_NATS = 3
"""Decimals of a cross-entropy."""

_MINUS = "\N{MINUS SIGN}"


def title(question: Question) -> str:
    """The question in a few words."""
    match question:
        case Question.MODELLED:
            return translate("What is known of people")
        case Question.DECISIONS:
            return translate("Prediction of contributions")
        case Question.VOTES:
            return translate("Prediction of votes")
        case Question.FORESEEN:
            return translate("Simulated games")
        case Question.KNOWN:
            return translate("Within the data")
        case Question.LOST:
            return translate("Worse than keeping everything")
        case Question.SERVED:
            return translate("Served least")
        case Question.AGREED:
            return translate("Expected votes")
        case _:
            assert_never(question)


def answer_word(finding: GateFinding) -> str:
    """The answer in a word or two."""
    match finding.answer:
        case Answer.WELL:
            return translate("All right")
        case Answer.MIND:
            return translate("Please note")
        case Answer.STOPS if finding.passed_over:
            return translate("Passed over")
        case Answer.STOPS:
            return translate("Past a limit")
        case _:
            assert_never(finding.answer)


def finding_sentence(gate: Gate, finding: GateFinding) -> str:
    """The finding in a sentence or two, with the experimenter's reason if it was passed over."""
    told = _told(gate, finding)
    if not finding.passed_over:
        return told
    # A quoted sentence ends before the mark that closes it.
    quoted = finding.passed_over.strip().removesuffix(".")
    reason = translate("Passed over: “{reason}”.", reason=quoted)
    return f"{told} {reason}"


def verdict(gate: Gate) -> str:
    """What follows for the next session, in one sentence."""
    stopping = sum(finding.stops for finding in gate.findings)
    name = pretty_name(gate.name)
    if stopping:
        return translate(
            "{mechanism} should not meet people yet: {n} finding(s) (goes|go) past the study's "
            "limits.",
            mechanism=name,
            n=stopping,
        )
    if any(finding.passed_over for finding in gate.findings):
        return translate(
            "{mechanism} may meet people: the experimenter has passed over what went past the "
            "study's limits.",
            mechanism=name,
        )
    if gate.model is None:
        return translate(
            "{mechanism} may meet people; nothing can be predicted yet.", mechanism=name
        )
    return translate("{mechanism} may meet people.", mechanism=name)


def remedy(gate: Gate) -> str:
    """The restriction that would bring the losses within the limit; empty if none is needed."""
    prospect = gate.prospect
    if prospect is None or prospect.somebody_lost.mean <= gate.limits.gate_lost:
        return ""
    found = gate.remedy
    if found is None:
        return translate(
            "No restriction that was tried on it would bring this down to {limit} of the groups.",
            limit=percent(gate.limits.gate_lost),
        )
    return translate(
        "With {restriction}, not trained anew, it would be {share} of the groups; the restriction "
        "is set when a study is made.",
        restriction=_restriction(found.restriction),
        share=percent(found.somebody_lost),
    )


def _told(gate: Gate, finding: GateFinding) -> str:
    match finding.source:
        case None if finding.question is Question.MODELLED:
            return translate(
                "No people have been modelled yet: what they will do under this mechanism is not "
                "known."
            )
        case None:
            return translate("Nobody has looked yet what the models expect under this mechanism.")
        case ModelResult() as model:
            return _about_people(model, finding, gate.limits.gate_gain)
        case ForeseeResult() as prospect:
            return _about_mechanism(prospect, finding, gate)
        case _:
            assert_never(finding.source)


def _about_people(model: ModelResult, finding: GateFinding, limit: float) -> str:
    if finding.question is Question.MODELLED:
        return translate(
            "MODEL has learned from {decisions} of {groups}.",
            decisions=counts.decisions(model.decisions),
            groups=counts.groups(model.groups),
        )
    if finding.question is Question.DECISIONS:
        return _predicted(Sentence("contributions"), model.contribution, limit)
    if not model.votes:
        return translate("MODEL had no votes that it could learn from, and knows nothing of them.")
    return _predicted(Sentence("votes"), model.vote, limit)


def _predicted(what: Sentence, entropies: CrossEntropies, limit: float) -> str:
    gained = gain(entropies)
    told, asked = apart(gained, limit, number, _NATS)
    figures = {"what": what, "found": nats(entropies.held_out), "gain": told.lstrip(_MINUS)}
    if gained >= 0 and nats(gained) == nats(0) and limit == 0:
        return translate(
            "MODEL predicted {what} of the groups left out as well as a guess does, at {found}.",
            **figures,
        )
    if gained < 0:
        return translate(
            "MODEL predicted {what} of the groups left out worse than a guess does: by {gain} "
            "nats, at {found}.",
            **figures,
        )
    if gained < limit:
        return translate(
            "MODEL predicted {what} of the groups left out better than a guess by {gain} nats, at "
            "{found}; the study asks for {limit}.",
            limit=asked,
            **figures,
        )
    if is_sure(entropies, limit):
        return translate(
            "MODEL predicts {what} of groups that it has not seen better than a guess by {gain} "
            "nats, at {found}.",
            **figures,
        )
    if not entropies.leads:
        return translate(
            "MODEL predicted {what} of the groups left out better than a guess by {gain} nats, at "
            "{found}; the error of this difference is not known.",
            **figures,
        )
    return translate(
        "MODEL predicted {what} of the groups left out better than a guess by {gain} nats, at "
        "{found}; other groups might say otherwise.",
        **figures,
    )


def _about_mechanism(prospect: ForeseeResult, finding: GateFinding, gate: Gate) -> str:
    match finding.question:
        case Question.FORESEEN:
            return translate(
                "Played in {n} game(s) with each of {models}.",
                n=prospect.groups * len(prospect.conditions),
                models=Sentence("{n} fitted model(s)", n=prospect.models),
            )
        case Question.KNOWN:
            return _known(prospect, gate.limits.gate_known)
        case Question.LOST:
            return f"{_lost(prospect, gate)} {remedy(gate)}".strip()
        case Question.SERVED:
            return _served(prospect, game_of(gate.limits))
        case Question.AGREED:
            return expected_votes(gate)
        case Question.MODELLED | Question.DECISIONS | Question.VOTES:
            raise ValueError(f"{finding.question} is not answered by simulated games")
        case _:
            assert_never(finding.question)


def _known(prospect: ForeseeResult, limit: float) -> str:
    known, asked = apart(prospect.known, limit, percent, 0)
    told = translate(
        "{share} of the predicted decisions lie in situations that were seen at least {n} time(s) "
        "(the study asks for {limit}).",
        share=known,
        limit=asked,
        n=SEEN_OFTEN,
    )
    within, beyond = prospect.gives_known, prospect.gives_beyond
    if within is None or beyond is None:
        return told
    elsewhere = translate(
        "There {within} of the endowment is expected to be given, in the others {beyond}.",
        within=percent(within),
        beyond=percent(beyond),
    )
    return f"{told} {elsewhere}"


def _lost(prospect: ForeseeResult, gate: Gate) -> str:
    lost, allowed = apart(prospect.somebody_lost.mean, gate.limits.gate_lost, percent, 0)
    return translate(
        "In {share} of the groups somebody earns less than by keeping everything (at most {limit} "
        "allowed; {other} under {baseline}){spread}.",
        share=lost,
        limit=allowed,
        other=percent(prospect.baseline_lost.mean),
        baseline=in_sentence(gate.limits.baseline),
        spread=_between(prospect.somebody_lost, prospect.models),
    )


def _served(prospect: ForeseeResult, game: Game) -> str:
    def least(each: ConditionProspect) -> float:
        return min(each.head_gain, each.tail_gain)

    found = min(prospect.conditions, key=least)
    if is_equal(game):
        return translate(
            "A participant gains {gain} coins a round beyond keeping everything, on average.",
            gain=signed((found.head_gain + game.tails * found.tail_gain) / game.seats, 2),
        )
    head, tail = signed(found.head_gain, 2), signed(found.tail_gain, 2)
    if head == tail:
        return translate(
            "Least is gained where each tail has {coins}, by the head and the tails alike: {gain} "
            "coins a round beyond keeping everything, on average.",
            coins=coin_count(found.tail_endowment),
            gain=head,
        )
    is_head = found.head_gain < found.tail_gain
    role = Sentence("the head") if is_head else Sentence("a tail")
    return translate(
        "Least is gained by {role} where each tail has {coins}: {gain} coins a round beyond "
        "keeping everything, on average.",
        role=role,
        coins=coin_count(found.tail_endowment),
        gain=signed(least(found), 2),
    )


def expected_votes(gate: Gate) -> str:
    """The share of votes that the models expect, and whether that decides anything.

    Empty if nobody has looked.
    """
    if gate.prospect is None:
        return ""
    prospect = gate.votes_foreseen
    if prospect is None:
        return translate(
            "No share of votes is expected: MODEL had no votes that it could learn from."
        )
    if not prospect.is_compared:
        return translate(
            "Shares of votes are expected against this mechanism; against itself it would win half "
            "of the votes."
        )
    # Whatever contrasts are planned, it is this one that the models play against.
    baseline = in_sentence(gate.limits.baseline)
    if prospect.expected is None:
        return _agreed_by_single_models(prospect, baseline)
    told = translate(
        "{share} of the votes are expected against {baseline}.",
        share=with_interval(prospect.expected),
        baseline=baseline,
    )
    if prospect.models == 1:
        beyond = translate("That is by one fitted model: what others would expect is not known.")
        return f"{told} {beyond}"
    if prospect.is_decided:
        return told
    undecided = translate("The models do not know people well enough to tell which would win.")
    return f"{told} {undecided}"


def _agreed_by_single_models(prospect: ForeseeResult, baseline: str) -> str:
    """As earlier versions stored it."""
    share = prospect.vote_share
    figures = {"share": percent(share.mean, 1), "low": percent(share.lowest, 1)}
    figures |= {"high": percent(share.highest, 1), "baseline": baseline}
    if prospect.models == 1:
        return translate(
            "{share} of the votes are expected against {baseline}, by one fitted model: how wrong "
            "that is cannot be told.",
            **figures,
        )
    if prospect.is_decided:
        return translate(
            "{share} of the votes are expected against {baseline}; the models agree on the "
            "direction ({low} to {high}).",
            **figures,
        )
    return translate(
        "{share} of the votes are expected against {baseline}; the models do not agree on the "
        "direction ({low} to {high}).",
        **figures,
    )


def _between(spread: Spread, models: int) -> str:
    if models == 1:
        return ""
    low, high = percent(spread.lowest), percent(spread.highest)
    if low == high:
        return translate("; as much by each of the single models")
    return translate("; {low} to {high} by the single models", low=low, high=high)


def _restriction(restriction: Restriction) -> Sentence:
    if restriction.minimum_share:
        return Sentence("a minimum share of {share}", share=percent(restriction.minimum_share))
    return Sentence(
        "at most {part} of the fund divided otherwise than by {reference}",
        part=percent(restriction.reference_distance),
        reference=BaselineName(restriction.reference).spoken,
    )
