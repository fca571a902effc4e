"""Checks of models in words: of predictions against people, and posterior predictive ones."""

from collections.abc import Sequence
from typing import assert_never

from hcmd_lab.jobs.modelled import Checked, Feature, FeatureCheck, PredictionCheck
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.numbers import number, percent, within
from hcmd_lab.telling.statistics import with_interval
from hcmd_lab.telling.translate import translate


def came_true(checks: Sequence[PredictionCheck]) -> str:
    """How many predictions of the models before have come true, in a sentence; empty if none."""
    if not checks:
        return ""
    told = translate(
        "Of {n} prediction(s) of the models before about these groups, {held} held within the "
        "95% errors.",
        n=len(checks),
        held=sum(check.held for check in checks),
    )
    if not (empty := sum(not check.could_fail for check in checks)):
        return told
    vacuous = translate("{n} of these (was|were) too wide to be wrong.", n=empty)
    return f"{told} {vacuous}"


def check_words(check: PredictionCheck) -> str:
    """What a prediction was about, in a few words."""
    first = in_sentence(check.first)
    match check.quantity:
        case Checked.VOTES:
            return translate(
                "votes cast for {first} against {second}",
                first=first,
                second=in_sentence(check.second),
            )
        case Checked.CONTRIBUTIONS:
            return translate("share of the endowment contributed under {first}", first=first)
        case _:
            assert_never(check.quantity)


def prediction_told(check: PredictionCheck) -> str:
    """A prediction with what came, in a sentence."""
    name = check_words(check)
    values = {
        "what": name[:1].upper() + name[1:],
        "predicted": with_interval(check.expected),
        "observed": with_interval(check.seen),
        "n": check.groups,
    }
    if not check.could_fail:
        return translate(
            "{what}: predicted {predicted}, observed {observed} in {n} group(s); so wide a "
            "prediction cannot be wrong.",
            **values,
        )
    if check.held:
        return translate(
            "{what}: predicted {predicted}, observed {observed} in {n} group(s); they agree.",
            **values,
        )
    return translate(
        "{what}: predicted {predicted}, observed {observed} in {n} group(s); they do not agree.",
        **values,
    )


def checked(checks: Sequence[FeatureCheck]) -> str:
    """How many features of the groups the fitted participants show, and which they do not.

    Empty for the results of versions that did not check.
    """
    if not checks:
        return ""
    missed = [check for check in checks if not check.is_shown]
    found = translate(
        "Deciding in the groups' place, the fitted participants show {shown} of {n} features of "
        "their behaviour (95% of repetitions).",
        shown=len(checks) - len(missed),
        n=len(checks),
    )
    if not missed:
        return found
    listed = "; ".join(map(check_in_words, missed))
    return f"{found} {translate('They differ in: {listed}.', listed=listed)}"


def check_in_words(check: FeatureCheck) -> str:
    """A feature as the groups had it, and where 95% of the repetitions have it."""
    observed, low, high = _figures(check)
    return translate(
        "{feature} ({observed}, expected {low} to {high})",
        feature=named(check),
        observed=observed,
        low=low,
        high=high,
    )


def figure(check: FeatureCheck) -> str:
    """The feature as the groups had it."""
    return _figures(check)[0]


def reach(check: FeatureCheck) -> str:
    """Where 95% of the repetitions lie, in short."""
    _, low, high = _figures(check)
    return f"{low} – {high}"


def named(check: FeatureCheck) -> str:
    """The feature, with the condition or the round that it is about."""
    name = _name(check.feature)
    if check.round is not None:
        return translate("{feature} in round {n}", feature=name, n=check.round)
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
        case Feature.HEADS_GIVE:
            return translate("share that heads contributed")
        case Feature.TAILS_GIVE:
            return translate("share that tails contributed")
        case Feature.VOTES_FOR_MORE:
            return translate("votes for the stage that paid the voter more")
        case Feature.EVERYONE_GIVES:
            return translate("share that everyone contributed")
        case _:
            assert_never(feature)


def _figures(check: FeatureCheck) -> list[str]:
    """What was observed and the ends of what was expected: shares, or coefficients."""
    is_coefficient = check.feature in (Feature.OWN_LAST, Feature.OTHERS_LAST)
    ends = (check.expected.low, check.expected.high)
    if is_coefficient:
        return within(check.observed, ends, number, 2)
    return within(check.observed, ends, percent, 1)
