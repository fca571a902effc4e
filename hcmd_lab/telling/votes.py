"""The votes of EVALUATE in sentences: figures, what they are a mean over, and their certainty."""

from typing import assert_never

from hcmd_lab.jobs.evaluated import EvaluateResult, LabEffect, SecondStage
from hcmd_lab.jobs.record import PAPER_SHARE, WANTED_POWER
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import counts
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.numbers import number, percent, whole
from hcmd_lab.telling.power import simulated_with
from hcmd_lab.telling.statistics import chance, one_of_several, p_value, share, with_interval
from hcmd_lab.telling.translate import translate
from hcmd_lab.vote_plan import Looks, VotePlan, Weighting


def plan_of(result: EvaluateResult) -> VotePlan:
    """How a result was judged; one of an earlier version by the plan's defaults."""
    return result.plan or VotePlan()


def estimand(plan: VotePlan) -> Sentence:
    """What a share of votes is a mean over, and whether the order is taken out."""
    if plan.order_adjusted:
        return Sentence("{mean}, adjusted for the order", mean=_mean(plan))
    return Sentence("{mean}, not adjusted for the order", mean=_mean(plan))


def _mean(plan: VotePlan) -> Sentence:
    if plan.looks is Looks.SEQUENTIAL:
        return Sentence("every group counts alike")
    match plan.weighting:
        case Weighting.VOTES:
            return Sentence("every vote counts alike")
        case Weighting.CONDITIONS:
            return Sentence("every tail endowment counts alike")
        case _:
            assert_never(plan.weighting)


def estimand_in_words(result: EvaluateResult) -> str:
    """What a result's share is a mean over, as a sentence beside the share."""
    return translate("In this share {estimand}.", estimand=estimand(plan_of(result)))


def test_in_words(plan: VotePlan) -> Sentence:
    """The test, named."""
    match plan.looks:
        case Looks.FIXED:
            return Sentence("sign-flip test over groups")
        case Looks.SEQUENTIAL:
            return Sentence("betting test over groups, which holds at every look")
        case _:
            assert_never(plan.looks)


def evaluation_figures(result: EvaluateResult) -> str:
    """The figures behind the conclusion, in one sentence."""
    plan = plan_of(result)
    return translate(
        "The share of votes for {mechanism} is {share}, of {votes} in {groups}: {estimand}; {p}, "
        "{test}.",
        mechanism=in_sentence(result.mechanism),
        share=with_interval(result.share),
        votes=counts.votes(result.votes),
        groups=counts.groups(result.groups),
        estimand=estimand(plan),
        p=p_value(result.p_value),
        test=test_in_words(plan),
    )


def evaluation_power(result: EvaluateResult) -> str:
    """The evaluation's statistical power with this many groups, in one sentence."""
    values = {
        "usual": percent(WANTED_POWER),
        "paper": share(PAPER_SHARE),
        "power": chance(result.power),
    }
    if result.smallest_effect >= 1:
        told = translate(
            "With this many groups, no vote share would be detected with {usual} power; the "
            "paper's {paper} with {power}.",
            **values,
        )
    else:
        told = translate(
            "With this many groups, a vote share of {smallest} would be detected with {usual} "
            "power, the paper's {paper} with {power}.",
            smallest=share(result.smallest_effect),
            **values,
        )
    if result.assumed_correlation is None:
        return told
    return f"{told} {simulated_with(result.assumed_correlation, plan_of(result))}"


def evaluation_statistics(result: EvaluateResult) -> list[str]:
    """Statistical certainty of the comparison, a few sentences per paragraph."""
    plan = plan_of(result)
    played = translate(
        "{groups} played one stage with {mechanism} and one with {baseline}, and cast {votes}. The "
        "share for {mechanism} is {share}; {estimand}.",
        groups=counts.new_groups(result.groups),
        mechanism=in_sentence(result.mechanism),
        baseline=in_sentence(result.baseline),
        votes=counts.votes(result.votes),
        share=with_interval(result.share),
        estimand=estimand(plan),
    )
    found = [played]
    if conditions := conditions_in_words(result):
        found.append(conditions)
    found.append(_unit(result, plan))
    if order := order_in_words(result):
        found.append(order)
    if result.labs is not None:
        found.append(labs_in_words(result.labs))
    return [*found, evaluation_power(result)]


def _unit(result: EvaluateResult, plan: VotePlan) -> str:
    if result.knows_correlation:
        why = translate(
            "The votes of one group are not independent, because its members played the same "
            "rounds (their correlation here is {correlation}). The group is therefore the unit of "
            "the test.",
            correlation=number(result.within_group_correlation, 2),
        )
    else:
        why = translate(
            "The votes of one group are not independent, because its members played the same "
            "rounds (these votes do not tell how alike they are). The group is therefore the unit "
            "of the test."
        )
    match plan.looks:
        case Looks.FIXED:
            test = translate(
                "If nobody preferred either mechanism, each group's result could just as well have "
                "been its opposite. Comparing with all such reversals gives {p}.",
                p=p_value(result.p_value),
            )
        case Looks.SEQUENTIAL:
            test = translate(
                "The study had planned to look at the votes at any time. If nobody preferred "
                "either mechanism, a bet on the groups' votes would not be expected to win; it "
                "gives {p}, which holds at every look, and so does the interval.",
                p=p_value(result.p_value),
            )
        case _:
            assert_never(plan.looks)
    return f"{why} {test}"


def conditions_in_words(result: EvaluateResult) -> str:
    """The shares of all conditions, whose intervals hold together; empty where they do not."""
    if result.plan is None or len(result.by_tail_endowment) < 2:
        return ""
    each = [
        translate(
            "where each tail has {coins}, {share}",
            coins=coin_count(tail),
            share=one_of_several(found),
        )
        for tail, found in sorted(result.by_tail_endowment.items())
    ]
    return translate(
        "By tail endowment the share is: {each}. These intervals hold together: with a chance of "
        "95% all of them contain the true share.",
        each="; ".join(each),
    )


def order_in_words(result: EvaluateResult) -> str:
    """The preference for the stage played second, and what taking it out changes."""
    order = result.second_stage
    if order is None:
        return ""
    said = _second_stage(order)
    if result.unadjusted is None or result.unadjusted_p_value is None:
        said.append(_not_taken_out(order))
    else:
        said.append(
            translate(
                "That the stage played second has {used} of the votes, whichever it is, is taken "
                "out of the share; without that the share is {share}, {p}.",
                used=share(order.used),
                share=with_interval(result.unadjusted),
                p=p_value(result.unadjusted_p_value),
            )
        )
    return " ".join(said)


def _not_taken_out(order: SecondStage) -> str:
    if not order.is_lopsided:
        return translate("It is not taken out of the share.")
    return translate(
        "It is not taken out of the share, and {second} of {groups} met the mechanism second: what "
        "the order does is in the share, in its interval and in its p value.",
        second=whole(order.mechanism_second or 0),
        groups=counts.groups(order.compared_groups),
    )


def _second_stage(order: SecondStage) -> list[str]:
    said = []
    if order.twice is not None:
        said.append(
            translate(
                "In {groups} that played one mechanism twice, the stage played second had {share} "
                "of the votes.",
                groups=counts.groups(order.twice_groups),
                share=with_interval(order.twice),
            )
        )
    else:
        said.append(
            translate("No group played one mechanism twice and voted, to show what the order does.")
        )
    if order.compared is not None:
        said.append(
            translate(
                "In the comparison, freed of the preference for a mechanism, the stage played "
                "second had {share}.",
                share=with_interval(order.compared),
            )
        )
    else:
        said.append(
            translate(
                "All groups of the comparison met the two mechanisms in the same order, so their "
                "votes do not tell what the order alone does."
            )
        )
    return said


def lab_name(name: str) -> Sentence:
    """A lab's name; the one that counts has none."""
    return Sentence("{name}", name=name) if name else Sentence("this lab")


def labs_in_words(found: LabEffect) -> str:
    """Whether merged labs agree, and the share without each of them."""
    each = [
        translate(
            "{lab} ({groups}) {share}, all others {without}",
            lab=lab_name(lab.lab),
            groups=counts.groups(lab.groups),
            share=one_of_several(lab.share),
            without=with_interval(lab.without),
        )
        for lab in found.labs
    ]
    return translate(
        "By lab the share is: {each}. The labs' own intervals hold together: with a chance of 95% "
        "all of them contain the true share. The test that labs do not differ gives {p}.",
        each="; ".join(each),
        p=p_value(found.p_value),
    )
