"""Posterior predictive checks of MODEL in words."""

from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.jobs import Feature, FeatureCheck
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.statistics import share
from hcmd_lab.telling.translate import translate


def checked(checks: Sequence[FeatureCheck]) -> str:
    """How many features of the groups the fitted participants show, and which they do not.

    Empty for the results of versions that did not check.
    """
    if not checks:
        return ""
    missed = [check for check in checks if not _is_shown(check)]
    found = translate(
        "Deciding in the groups' place, the fitted participants show {shown} of {n} features of "
        "their behaviour (95% of repetitions).",
        shown=len(checks) - len(missed),
        n=len(checks),
    )
    if not missed:
        return found
    listed = "; ".join(map(_apart, missed))
    return f"{found} {translate('They differ in: {listed}.', listed=listed)}"


def _is_shown(check: FeatureCheck) -> bool:
    return check.expected.low <= check.observed <= check.expected.high


def _apart(check: FeatureCheck) -> str:
    values = {
        "feature": _named(check),
        "observed": _value(check.feature, check.observed),
        "low": _value(check.feature, check.expected.low),
        "high": _value(check.feature, check.expected.high),
    }
    return translate("{feature} ({observed}, expected {low} to {high})", **values)


def _named(check: FeatureCheck) -> str:
    name = _name(check.feature)
    if check.tail_endowment is None:
        return name
    return translate(
        "{feature}, tail endowment {endowment}", feature=name, endowment=check.tail_endowment
    )


def _name(feature: Feature) -> str:
    match feature:
        case Feature.FIRST_ROUND:
            return translate("share contributed in the first round")
        case Feature.LAST_ROUND:
            return translate("share contributed in the last round")
        case Feature.NOTHING:
            return translate("contributing nothing")
        case Feature.HALF:
            return translate("contributing exactly half")
        case Feature.EVERYTHING:
            return translate("contributing everything")
        case Feature.ALIKE_IN_GROUPS:
            return translate("part of the differences that lies between groups")
        case Feature.OWN_LAST:
            return translate("coefficient of the own last share")
        case Feature.OTHERS_LAST:
            return translate("coefficient of the others' last share")
        case Feature.HEADS_FOR_MORE:
            return translate("heads' votes for the stage that paid them more")
        case Feature.TAILS_FOR_MORE:
            return translate("tails' votes for the stage that paid them more")
        case _:
            assert_never(feature)


def _value(feature: Feature, value: float) -> str:
    is_coefficient = feature in (Feature.OWN_LAST, Feature.OTHERS_LAST)
    return number(value, 2) if is_coefficient else share(value)
