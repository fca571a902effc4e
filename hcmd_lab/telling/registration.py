"""Pre-registration in words: the questions of OSF and AsPredicted, answered by the plan."""

from collections.abc import Sequence
from typing import assert_never

import msgspec

from hcmd_lab.inference.vote_power import design_power
from hcmd_lab.jobs.record import PAPER_SHARE, WANTED_POWER
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.counting import Exclusion
from hcmd_lab.study.registration import RegisteredPlan, Registration
from hcmd_lab.study.study_log import LogEntry, LogKind
from hcmd_lab.telling import counts
from hcmd_lab.telling.game import either_of
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.money import coin_count
from hcmd_lab.telling.numbers import number, percent, significant
from hcmd_lab.telling.statistics import chance, share
from hcmd_lab.telling.times import when_anywhere
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.votes import estimand, test_in_words
from hcmd_lab.vote_plan import Looks

QuestionAndAnswer = tuple[str, str]


def osf(plan: RegisteredPlan) -> list[QuestionAndAnswer]:
    """The questions of the OSF's preregistration, answered by the plan."""
    return [
        (translate("Title"), plan.name),
        (translate("Hypotheses"), _hypothesis(plan)),
        (translate("Study type"), translate("Experiment: the order of the mechanisms is drawn.")),
        (translate("Blinding"), _blinding()),
        (translate("Study design"), _design(plan)),
        (translate("Randomization"), _randomization(plan)),
        (translate("Data collection procedures"), _collection(plan)),
        (translate("Sample size"), _sample(plan)),
        (translate("Sample size rationale"), _rationale(plan)),
        (translate("Stopping rule"), _stopping(plan)),
        (translate("Measured variables"), _outcome()),
        (translate("Statistical models"), _analysis(plan)),
        (translate("Inference criteria"), _criteria(plan)),
        (translate("Data exclusion"), _exclusions(plan)),
        (translate("Missing data"), _missing()),
        (translate("Exploratory analysis"), _exploratory()),
    ]


def as_predicted(plan: RegisteredPlan) -> list[QuestionAndAnswer]:
    """The questions of AsPredicted, answered by the plan."""
    return [
        (translate("Have any data been collected for this study already?"), _collection(plan)),
        (
            translate("What’s the main question being asked or hypothesis being tested?"),
            _hypothesis(plan),
        ),
        (translate("Describe the key dependent variable."), _outcome()),
        (
            translate("How many and which conditions will participants be assigned to?"),
            f"{_design(plan)} {_randomization(plan)}",
        ),
        (
            translate("Specify exactly which analyses you will conduct."),
            f"{_analysis(plan)} {_criteria(plan)}",
        ),
        (
            translate("Describe exactly how outliers will be defined and handled."),
            f"{_exclusions(plan)} {_missing()}",
        ),
        (
            translate("How many observations will be collected, or what will determine it?"),
            f"{_sample(plan)} {_rationale(plan)} {_stopping(plan)}",
        ),
        (translate("Anything else you would like to pre-register?"), _exploratory()),
    ]


def registries(plan: RegisteredPlan) -> list[tuple[str, list[QuestionAndAnswer]]]:
    """The registries that are answered, by name, each with its questions and the answers."""
    return [("OSF", osf(plan)), ("AsPredicted", as_predicted(plan))]


def registration_text(plan: RegisteredPlan) -> list[str]:
    """All questions with their answers, line by line."""
    lines: list[str] = []
    for heading, answers in registries(plan):
        lines += [f"# {heading}"]
        for question, answer in answers:
            lines += ["", f"## {question}", "", answer]
        lines.append("")
    return lines[:-1]


def _hypothesis(plan: RegisteredPlan) -> str:
    if plan.contrasts:
        each = [
            translate(
                "{mechanism} against {other} ({groups})",
                mechanism=in_sentence(mechanism),
                other=in_sentence(other),
                groups=counts.groups(groups),
            )
            for mechanism, other, groups in plan.contrasts
        ]
        return translate(
            "In each of these comparisons, the share of votes for the first mechanism is not one "
            "half (two-sided): {each}. Each is tested at its own level.",
            each="; ".join(each),
        )
    return translate(
        "The share of votes for the mechanism that the study trains last, against {baseline}, is "
        "not one half (two-sided).",
        baseline=in_sentence(plan.baseline),
    )


def _blinding() -> str:
    return translate("Participants are never told what a mechanism is or which one they play.")


def _design(plan: RegisteredPlan) -> str:
    coins = either_of(plan.tail_endowments)
    return " ".join((_conditions(plan, coins), _fund(plan))).rstrip()


def _fund(plan: RegisteredPlan) -> str:
    if isinstance(plan.multiplier_percent, msgspec.UnsetType):
        return ""
    return translate(
        "The fund grows by a factor of {growth} before it is divided.",
        growth=significant(plan.multiplier_percent / 100),
    )


def _conditions(plan: RegisteredPlan, coins: str) -> str:
    if plan.tail_endowments == (plan.head_endowment,):
        return translate(
            "Within groups: each group of {seats} plays {n} round(s) with each of the two "
            "mechanisms and then votes for one of the two stages. Everyone has {coins} a round. "
            "Between groups: which mechanism is played first.",
            seats=plan.seats,
            n=plan.rounds,
            coins=coin_count(plan.head_endowment),
        )
    if len(plan.tail_endowments) == 1:
        return translate(
            "Within groups: each group of {seats} plays {n} round(s) with each of the two "
            "mechanisms and then votes for one of the two stages. The head has {head} a "
            "round, each tail {coins}. Between groups: which mechanism is played first.",
            seats=plan.seats,
            n=plan.rounds,
            head=coin_count(plan.head_endowment),
            coins=coins,
        )
    return translate(
        "Within groups: each group of {seats} plays {n} round(s) with each of the two "
        "mechanisms and then votes for one of the two stages. Between groups: the head has {head} "
        "a round, each tail {coins}; and which mechanism is played first.",
        seats=plan.seats,
        n=plan.rounds,
        head=coin_count(plan.head_endowment),
        coins=coins,
    )


def _randomization(plan: RegisteredPlan) -> str:
    if len(plan.tail_endowments) == 1:
        return translate(
            "Each group’s order is drawn, among those used least so far, from the study’s seed "
            "{seed}.",
            seed=plan.seed,
        )
    return translate(
        "Each group’s tail endowment is drawn among those used least so far, and its order among "
        "those used least with that endowment, from the study’s seed {seed}.",
        seed=plan.seed,
    )


def _collection(plan: RegisteredPlan) -> str:
    trained = ", ".join(number(groups) for groups in plan.acquire_groups)
    who = translate("simulated participants") if plan.simulated else translate("participants")
    values = {"who": who, "trained": trained, "least": plan.min_iterations}
    if not plan.votes.order_adjusted:
        return translate(
            "No group of the comparison has voted when this is registered, unless the registration "
            "says so. Before it, groups of {who} train the mechanism ({trained} in the planned "
            "iterations, at least {least} of them); their votes do not enter the comparison.",
            **values,
        )
    return translate(
        "No group of the comparison has voted when this is registered, unless the registration "
        "says so. Before it, groups of {who} train the mechanism ({trained} in the planned "
        "iterations, at least {least} of them); their votes do not enter the comparison, except "
        "that those of groups which played one mechanism twice help to estimate the preference for "
        "the stage played second.",
        **values,
    )


def _sample(plan: RegisteredPlan) -> str:
    return translate(
        "{groups} of {seats}, {people} in all.",
        groups=counts.groups(plan.groups),
        seats=plan.seats,
        people=counts.participants(plan.groups * plan.seats),
    )


def _rationale(plan: RegisteredPlan) -> str:
    smallest = min((groups for *_, groups in plan.contrasts), default=plan.groups)
    found = design_power(smallest, plan.seats, plan.votes)
    values = {
        "paper": share(PAPER_SHARE),
        "power": chance(found.paper),
        "usual": percent(WANTED_POWER),
        "correlation": number(found.correlation, 2),
    }
    if found.smallest is None:
        return translate(
            "By simulation, with a correlation of {correlation} between votes within a group, a "
            "true share of {paper} is found with a power of {power}, and no share with {usual}.",
            **values,
        )
    return translate(
        "By simulation, with a correlation of {correlation} between votes within a group, a true "
        "share of {paper} is found with a power of {power}, and {smallest} with {usual}.",
        smallest=share(found.smallest),
        **values,
    )


def _stopping(plan: RegisteredPlan) -> str:
    match plan.votes.looks:
        case Looks.FIXED:
            return translate(
                "The votes are counted once, when all planned groups have played. Until then the "
                "program shows only how many groups have."
            )
        case Looks.SEQUENTIAL:
            return translate(
                "The votes may be counted after any group; each look is logged. Data collection "
                "may stop when the test decides, and groups may be added while it does not."
            )
        case _:
            assert_never(plan.votes.looks)


def _outcome() -> str:
    return translate(
        "Each participant’s vote for one of the two stages; a group’s outcome is its number of "
        "votes for the mechanism, of the votes cast."
    )


def _analysis(plan: RegisteredPlan) -> str:
    return translate(
        "The share of votes for the mechanism ({estimand}), by a {test}; the unit is the group. "
        "Its 95% interval contains one half exactly if the test does not reject it.",
        estimand=estimand(plan.votes),
        test=test_in_words(plan.votes),
    )


def _criteria(plan: RegisteredPlan) -> str:
    if plan.tail_endowments == (plan.head_endowment,):
        return translate("Two-sided, at a level of {level}.", level=percent(plan.level))
    if len(plan.tail_endowments) == 1:
        return translate(
            "Two-sided, at a level of {level}. The shares by role decide nothing.",
            level=percent(plan.level),
        )
    return translate(
        "Two-sided, at a level of {level}. The shares by tail endowment are told with intervals "
        "that hold together; they and the shares by role decide nothing.",
        level=percent(plan.level),
    )


def _exclusions(plan: RegisteredPlan) -> str:
    reasons = "; ".join(translate(_EXCLUDED[each]) for each in plan.exclusions)
    return translate("A group does not count if: {reasons}. The votes and decisions of "
        "participants who withdraw are left out. No participant is an outlier.",
                     reasons=reasons)  # fmt: skip


_EXCLUDED = {
    Exclusion.PILOT: Sentence("its session was a pilot"),
    Exclusion.VOID: Sentence("the experimenter declared it void"),
    Exclusion.ENDED_EARLY: Sentence("it did not play to the end"),
    Exclusion.UNFILLED: Sentence("it never filled"),
    Exclusion.SIMULATED: Sentence("a program played in it"),
    Exclusion.PEOPLE: Sentence("no program played in it"),
    Exclusion.UNVOTED: Sentence("nobody voted in it"),
    Exclusion.SET_ASIDE: Sentence("the study went back to a step before it"),
}


def _missing() -> str:
    return translate(
        "A vote that is not cast in time is missing; the group counts with the votes that were "
        "cast, and not at all if there are none."
    )


def _exploratory() -> str:
    return translate(
        "Contributions, rewards and their inequality by mechanism, votes by role, and the effect "
        "of the lab where data of several labs are merged."
    )


def registered(frozen: Registration) -> str:
    """When a plan was frozen, and its hash."""
    return translate(
        "The plan of the comparison was frozen on {when}, when {groups} of it had played. SHA-256: "
        "{sha256}",
        when=when_anywhere(frozen.utc),
        groups=counts.groups(frozen.played),
        sha256=frozen.sha256,
    )


def not_registered(entries: Sequence[LogEntry]) -> Sentence:
    """That there is no registration, and whether there was one.

    Args:
        entries: The study's log.
    """
    if any(entry.kind is LogKind.REGISTERED for entry in entries):
        return Sentence(
            "No plan of the comparison is frozen now: the one that was frozen was set aside when "
            "the study went back."
        )
    return Sentence("The comparison was not registered.")
