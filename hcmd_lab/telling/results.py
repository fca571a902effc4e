"""What the figures say, in sentences."""

import math

from hcmd_lab.jobs import ConvergenceResult, EvaluateResult, Interval, ModelResult
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import number, percent
from hcmd_lab.telling.translate import translate

SIGNIFICANT = 0.05
"""The level of the tests and of the intervals (95%)."""


def headline(report: StudyReport) -> str:
    """The main result in one sentence."""
    if report.evaluation is not None:
        return _evaluation_headline(report.evaluation, simulated=report.simulated)
    trained = [step for step in report.iterations if step.optimize is not None]
    if trained and trained[-1].optimize is not None:
        last = trained[-1].iteration
        return translate(
            "After {iterations} of training, {mechanism} is expected to win {share} of "
            "the votes against {before}; new participants have not yet compared it with a "
            "baseline.",
            iterations=translate("1 iteration")
            if last == 1
            else translate("{count} iterations", count=last),
            mechanism=theta(last),
            share=with_interval(trained[-1].optimize.vote_share),
            before=theta(last - 1),
        )
    played = sum(step.groups for step in report.iterations)
    return translate(
        "{groups} have played so far; no mechanism has been trained yet.", groups=groups(played)
    )


def _evaluation_headline(result: EvaluateResult, *, simulated: bool) -> str:
    return translate(
        "{mechanism} won {share} of the votes against {baseline}: {preference}.",
        mechanism=pretty_name(result.mechanism),
        share=with_interval(result.share),
        baseline=in_sentence(result.baseline),
        preference=_preference(result, simulated=simulated),
    )


def _preference(result: EvaluateResult, *, simulated: bool) -> str:
    if result.p_value >= SIGNIFICANT:
        return translate("too close to call with {groups}", groups=groups(result.groups))
    won = result.mechanism if result.share.estimate > 0.5 else result.baseline
    if simulated:
        return translate("simulated participants prefer {mechanism}", mechanism=in_sentence(won))
    return translate("participants prefer {mechanism}", mechanism=in_sentence(won))


def evaluation_statistics(result: EvaluateResult) -> list[str]:
    """How sure the comparison is, one sentence or two a paragraph."""
    played = translate(
        "{groups} played one stage with {mechanism} and one with {baseline}, in "
        "balanced order, and cast {votes}; {share} of them were for {mechanism}.",
        groups=new_groups(result.groups),
        mechanism=in_sentence(result.mechanism),
        baseline=in_sentence(result.baseline),
        votes=votes(result.votes),
        share=with_interval(result.share),
    )
    best = max(result.by_tail_endowment.items(), key=lambda item: item[1].estimate, default=None)
    if best is not None and len(result.by_tail_endowment) > 1:
        played += " " + translate(
            "The share was largest where the tails receive {coins}: {share}.",
            coins=coins(best[0]),
            share=with_interval(best[1]),
        )
    return [
        played,
        translate(
            "The votes of one group are not independent, because its members lived "
            "through the same rounds (their correlation here is {correlation}). The group "
            "is therefore the unit of the test: if nobody preferred either mechanism, "
            "each group's result could just as well have been its opposite. Comparing "
            "with all such reversals gives {p}.",
            correlation=number(result.within_group_correlation, 2),
            p=p_value(result.p_value),
        ),
        translate(
            "With this many groups a true share of {paper}, the paper's result, would be "
            "detected with a probability of {power}; the smallest share that would be "
            "detected with a probability of {usual} is {smallest}.",
            paper=share(0.543),
            power=percent(result.power),
            usual=percent(0.8),
            smallest=share(result.smallest_effect),
        ),
    ]


def model_in_words(model: ModelResult) -> str:
    """What a cross-entropy means as a probability."""
    right = share(math.exp(-model.contribution.held_out))
    uniform = model.contribution.references.get("uniform")
    if uniform is None:
        return translate(
            "The newest model is right with a probability of {right} about each "
            "contribution of groups that it has not seen (geometric mean).",
            right=right,
        )
    return translate(
        "The newest model is right with a probability of {right} about each "
        "contribution of groups that it has not seen (geometric mean), where a blind "
        "guess gives {guess}.",
        right=right,
        guess=share(math.exp(-uniform)),
    )


def verdict(result: ConvergenceResult, *, must_go_on: bool) -> str:
    """What CONVERGENCE says, and what the settings make of it."""
    newest = len(result.nash) - 1
    gain = translate(
        "its advantage over {before} is {points} percentage points of the votes (95% "
        "interval {low} to {high})",
        before=theta(newest - 1),
        points=number(100 * result.advantage.estimate, 1),
        low=number(100 * result.advantage.low, 1),
        high=number(100 * result.advantage.high, 1),
    )
    mechanism = theta(newest)
    if not result.beats_all:
        said = translate(
            "Stop: {mechanism} does not beat every earlier mechanism with confidence; {gain}.",
            mechanism=mechanism,
            gain=gain,
        )
    elif result.converged:
        said = translate(
            "Stop: {mechanism} beats every earlier mechanism, but {gain}: negligible.",
            mechanism=mechanism,
            gain=gain,
        )
    else:
        said = translate(
            "Go on: {mechanism} beats every earlier mechanism; {gain}.",
            mechanism=mechanism,
            gain=gain,
        )
    return (
        f"{said} {translate('The settings ask for more iterations: go on.')}"
        if must_go_on
        else said
    )


def share(value: float) -> str:
    """A share in percent with one decimal."""
    return percent(value, 1)


def with_interval(interval: Interval) -> str:
    """An estimate with its 95% interval."""
    return translate(
        "{share} (95% interval {low} to {high})",
        share=share(interval.estimate),
        low=share(interval.low),
        high=share(interval.high),
    )


def p_value(value: float) -> str:
    """A p value as a reader expects it."""
    return f"p < {number(0.001, 3)}" if value < 0.001 else f"p = {number(value, 3)}"


def groups(count: int) -> str:
    """Groups, counted."""
    return translate("1 group") if count == 1 else translate("{count} groups", count=number(count))


def new_groups(count: int) -> str:
    """Groups that had not played before, counted."""
    return (
        translate("1 new group")
        if count == 1
        else translate("{count} new groups", count=number(count))
    )


def votes(count: int) -> str:
    """Votes, counted."""
    return translate("1 vote") if count == 1 else translate("{count} votes", count=number(count))


def coins(count: int) -> str:
    """Coins, counted."""
    return translate("1 coin") if count == 1 else translate("{coins} coins", coins=number(count))


def theta(number: int) -> str:
    """The mechanism that an iteration trained; 0 is the random one."""
    return pretty_name(f"theta_{number}")


def in_sentence(name: str) -> str:
    """A mechanism's name inside a sentence."""
    shown = pretty_name(name)
    return shown if shown.startswith("θ") else shown[:1].lower() + shown[1:]
