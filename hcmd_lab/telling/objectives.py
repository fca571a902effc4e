"""The objectives beside votes in sentences."""

from typing import assert_never

from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.jobs.evaluated import EvaluateResult, Objective, ObjectiveKind, RoleShare
from hcmd_lab.jobs.record import Interval
from hcmd_lab.telling import counts
from hcmd_lab.telling.numbers import apart, number, signed
from hcmd_lab.telling.statistics import with_interval
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.votes import estimand

_ALIKE = 1e-9
"""Width of an interval that is but the rounding of floats."""


def _decimals(kind: ObjectiveKind) -> int:
    """Decimals of an objective; a Gini coefficient is a small number."""
    return 3 if kind is ObjectiveKind.GINI else 2


def objectives_in_words(result: EvaluateResult) -> str:
    """What groups earned under the two mechanisms, and the heads' votes; empty if not known."""
    return " ".join(objective_sentences(result))


def objective_sentences(result: EvaluateResult) -> list[str]:
    """The same, sentence by sentence below what they are about."""
    told = [_objective(result, each) for each in result.objectives]
    heads = [each for each in result.by_role if each.role == "head" and each.tail_endowment is None]
    means = [translate("Beside all votes, as means over groups:"), *told] if told else []
    return means + [_heads(result, each) for each in heads]


def _heads(result: EvaluateResult, found: RoleShare) -> str:
    """The heads' votes, and what their share is a mean over: it need not be that of these votes."""
    values = {
        "votes": counts.votes(found.votes),
        "mechanism": spoken_name(result.mechanism),
        "share": with_interval(found.share),
    }
    if found.plan is None:
        return translate("Heads cast {votes}; the share for {mechanism} is {share}.", **values)
    return translate(
        "Heads cast {votes}; the share for {mechanism} is {share}: {estimand}.",
        **values,
        estimand=estimand(found.plan),
    )


def _objective(result: EvaluateResult, found: Objective) -> str:
    decimals = _decimals(found.kind)
    values = {
        "mechanism": spoken_name(result.mechanism),
        "baseline": spoken_name(result.baseline),
        "one": number(found.mechanism, decimals),
        "other": number(found.baseline, decimals),
        "difference": _difference(found.difference, decimals),
    }
    match found.kind:
        case ObjectiveKind.TOTAL_REWARD:
            return translate(
                "A group earned {one} coins a round under {mechanism} and {other} under "
                "{baseline}{difference}.",
                **values,
            )
        case ObjectiveKind.GINI:
            return translate(
                "The Gini coefficient of its members' rewards was {one} under {mechanism} and "
                "{other} under {baseline}{difference}.",
                **values,
            )
        case ObjectiveKind.WORST_OFF:
            return translate(
                "The seat that earned least had {one} coins a round under {mechanism} and {other} "
                "under {baseline}{difference}.",
                **values,
            )
        case _:
            assert_never(found.kind)


def _difference(found: Interval | None, decimals: int) -> str:
    if found is None:
        return ""
    if found.high - found.low < _ALIKE:  # how groups differ is not known from groups that do not
        return translate(
            " (difference {difference} in every group)",
            difference=signed(found.estimate, decimals),
        )
    low, high = (apart(end, 0.0, signed, decimals)[0] for end in (found.low, found.high))
    return translate(
        " (difference {difference}, 95% interval {low} to {high})",
        difference=signed(found.estimate, decimals),
        low=low,
        high=high,
    )
