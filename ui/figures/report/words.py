"""What the figures say, in sentences."""

import math

from hcmd_lab.jobs import EvaluateResult, Interval, ModelResult
from ui.figures.names import pretty_name
from ui.figures.report.records import StudyReport

SIGNIFICANT = 0.05
"""The level of the tests and of the intervals (95%)."""


def headline(report: StudyReport) -> str:
    """The main result in one sentence."""
    if report.evaluation is not None:
        return _evaluation_headline(report.evaluation, who(report))
    trained = [step for step in report.iterations if step.optimize is not None]
    if trained and trained[-1].optimize is not None:
        number = trained[-1].iteration
        return (
            f"After {counted(number, 'iteration')} of training, {theta(number)} is expected to win "
            f"{with_interval(trained[-1].optimize.vote_share)} of the votes against "
            f"{theta(number - 1)}; new participants have not yet compared it with a baseline."
        )
    groups = sum(step.groups for step in report.iterations)
    return f"{counted(groups, 'group')} have played so far; no mechanism has been trained yet."


def who(report: StudyReport) -> str:
    """Who played, in the plural."""
    return "simulated participants" if report.simulated else "participants"


def _evaluation_headline(result: EvaluateResult, people: str) -> str:
    mechanism, baseline = in_sentence(result.mechanism), in_sentence(result.baseline)
    return (
        f"{pretty_name(result.mechanism)} won {with_interval(result.share)} of the votes against "
        f"{baseline}: {_preference(result, people, mechanism, baseline)}."
    )


def _preference(result: EvaluateResult, people: str, mechanism: str, baseline: str) -> str:
    if result.p_value >= SIGNIFICANT:
        return f"too close to call with {counted(result.groups, 'group')}"
    if result.share.estimate > 0.5:
        return f"{people} prefer {mechanism}"
    return f"{people} prefer {baseline}"


def evaluation_statistics(result: EvaluateResult) -> list[str]:
    """How sure the comparison is, one sentence or two a paragraph."""
    best = max(result.by_tail_endowment.items(), key=lambda item: item[1].estimate, default=None)
    where = ""
    if best is not None and len(result.by_tail_endowment) > 1:
        where = (
            f" The share was largest where the tails receive {counted(best[0], 'coin')}: "
            f"{with_interval(best[1])}."
        )
    return [
        f"{counted(result.groups, 'new group')} played one stage with "
        f"{in_sentence(result.mechanism)} and one with {in_sentence(result.baseline)}, in "
        f"balanced order, and cast {counted(result.votes, 'vote')}; "
        f"{with_interval(result.share)} of them were for {in_sentence(result.mechanism)}.{where}",
        "The votes of one group are not independent, because its members lived through the same "
        f"rounds (their correlation here is {result.within_group_correlation:.2f}). The group is "
        "therefore the unit of the test: if nobody preferred either mechanism, each group's result "
        f"could just as well have been its opposite. Comparing with all such reversals gives "
        f"{p_value(result.p_value)}.",
        f"With this many groups a true share of 54.3%, the paper's result, would be detected with "
        f"a probability of {100 * result.power:.0f}%; the smallest share that would be detected "
        f"with a probability of 80% is {share(result.smallest_effect)}.",
    ]


def model_in_words(model: ModelResult) -> str:
    """What a cross-entropy means as a probability."""
    held_out = model.contribution.held_out
    uniform = model.contribution.references.get("uniform")
    compared = f", where a blind guess gives {share(math.exp(-uniform))}" if uniform else ""
    return (
        f"The newest model is right with a probability of {share(math.exp(-held_out))} about each "
        f"contribution of groups that it has not seen (geometric mean){compared}."
    )


def share(value: float) -> str:
    """A share in percent with one decimal."""
    return f"{100 * value:.1f}%"


def with_interval(interval: Interval) -> str:
    """An estimate with its 95% interval."""
    return (
        f"{share(interval.estimate)} (95% interval {share(interval.low)} to {share(interval.high)})"
    )


def p_value(value: float) -> str:
    """A p value as a reader expects it."""
    return "p < 0.001" if value < 0.001 else f"p = {value:.3f}"


def counted(number: int, thing: str) -> str:
    """A number with its thing, in the plural where it must be; thousands are set apart."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def theta(number: int) -> str:
    """The mechanism that an iteration trained; 0 is the random one."""
    return pretty_name(f"theta_{number}")


def in_sentence(name: str) -> str:
    """A mechanism's name inside a sentence."""
    shown = pretty_name(name)
    return shown if shown.startswith("θ") else shown[:1].lower() + shown[1:]
