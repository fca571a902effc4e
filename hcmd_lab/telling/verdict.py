"""The outcome of a whole simulated study, for somebody who reads no statistics."""

from typing import assert_never

from hcmd_lab.game.mechanisms import NEWEST
from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.telling import counts
from hcmd_lab.telling.evaluation_results import evaluated
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.statistics import end, with_interval
from hcmd_lab.telling.translate import translate

_LITTLE = 0.02
"""Of the votes: what is sure and yet small is said to be small."""


def simulated_verdict(study: ReadOnlyStudy) -> str:
    """Whether training has helped, what that rests on, and what it does not show.

    Args:
        study: A simulated study; empty words before EVALUATE has counted votes for its newest
            mechanism.
    """
    results = [run.result for run in study.store.learned.runs()]
    newest = study.mechanisms.resolved(NEWEST)
    counted = [
        each for each in results if isinstance(each, EvaluateResult) and each.mechanism == newest
    ]
    compared = [each for each in results if isinstance(each, ConvergenceResult)]
    if not counted or not compared:
        return ""
    tables = study.mechanisms.trained_tables()
    if tables[0] == tables[-1]:
        said = [
            evaluated(counted[-1], simulated=True),
            translate("Training kept the mechanism that it began with."),
        ]
    else:
        said = [
            _against_baseline(counted[-1]),
            _against_start(compared[-1].expected(-1, 0)),
        ]
    # The newest: a MODEL that was taken again may have had other groups.
    groups = [each.groups for each in results if isinstance(each, ModelResult)][-1]
    trained = {
        run.iteration: run.result.updates  # a newer result in the place of an earlier one
        for run in study.store.learned.runs()
        if isinstance(run.result, OptimizeResult)
    }
    updates = sum(trained.values())
    said.append(
        translate(
            "Training learned from {groups} in {updates}. What people would choose, only people "
            "can show.",
            groups=counts.groups(groups),
            updates=counts.updates(updates),
        )
    )
    return " ".join(said)


def _against_baseline(result: EvaluateResult) -> str:
    """The votes, and whether they could be chance."""
    values = {
        "baseline": in_sentence(result.baseline),
        "share": end(result.share_cast),
        "votes": counts.votes(result.votes),
        "n": result.groups,
    }
    is_plain = (result.share_cast - 0.5) * (result.share.estimate - 0.5) > 0
    if result.preferred is not Preferred.UNDECIDED and not is_plain:
        # Weighed or adjusted, the votes say something else than the share that was cast.
        return evaluated(result, simulated=True)
    match result.preferred:
        case Preferred.MECHANISM:
            return translate(
                "The trained mechanism has won: {share} of {votes} of new simulated participants "
                "against {baseline}, more than chance explains.",
                **values,
            )
        case Preferred.BASELINE:
            return translate(
                "The trained mechanism has lost: it got only {share} of {votes} of new simulated "
                "participants against {baseline}, less than chance explains.",
                **values,
            )
        case Preferred.UNDECIDED if result.share_cast > 0.5:
            return translate(
                "The trained mechanism is ahead with {share} of {votes} of new simulated "
                "participants against {baseline}, but after {n} group(s) that may be chance.",
                **values,
            )
        case Preferred.UNDECIDED if result.share_cast < 0.5:
            return translate(
                "The trained mechanism is behind: it got only {share} of {votes} of new simulated "
                "participants against {baseline}, but after {n} group(s) that may be chance.",
                **values,
            )
        case Preferred.UNDECIDED:
            return translate(
                "The trained mechanism and {baseline} each got half of {votes} of new simulated "
                "participants.",
                **values,
            )
        case _:
            assert_never(result.preferred)


def _against_start(won: Interval) -> str:
    """What the models of the participants expect of it against the mechanism it began as."""
    values = {"share": with_interval(won)}
    if won.low > 0.5 and won.estimate < 0.5 + _LITTLE:
        return translate(
            "Against the mechanism that its training began with it would get {share} of the votes, "
            "by the computer’s model of the participants: training has helped a little.",
            **values,
        )
    if won.low > 0.5:
        return translate(
            "Against the mechanism that its training began with it would get {share} of the votes, "
            "by the computer’s model of the participants: training has helped.",
            **values,
        )
    if won.high < 0.5:
        return translate(
            "Against the mechanism that its training began with it would get {share} of the votes, "
            "by the computer’s model of the participants: training has not helped.",
            **values,
        )
    if won.low > 0.5 - _LITTLE and won.high < 0.5 + _LITTLE:
        return translate(
            "Against the mechanism that its training began with it would get {share} of the votes, "
            "by the computer’s model of the participants: training has changed next to nothing.",
            **values,
        )
    return translate(
        "Against the mechanism that its training began with it would get {share} of the votes, by "
        "the computer’s model of the participants, which knows too little of them to tell whether "
        "training has helped.",
        **values,
    )
