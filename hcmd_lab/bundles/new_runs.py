"""Training steps of a bundle: which are new to a study, and whether they may follow its own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import msgspec

from hcmd_lab.bounded_reader import decode_record
from hcmd_lab.bundles.bundle_records import Bundle, RunLine
from hcmd_lab.bundles.lab_names import seen_from_here, without_lab_names
from hcmd_lab.bundles.way_check import rests_here, rests_there
from hcmd_lab.errors import UsageError
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.requests import Job
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.storage.intake import NewRun
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step
from hcmd_lab.study.trained_names import trained_name
from hcmd_lab.vote_plan import Looks

_Computed: TypeAlias = tuple[str, int, frozenset[str]]
"""A step, its iteration, and the mechanisms that EVALUATE compared."""


def new_runs(study: ReadOnlyStudy, bundle: Bundle) -> Iterator[RunLine]:
    """The training steps of a bundle that the study does not have, oldest first.

    Raises:
        UsageError: A step was computed on both sides with different results.
    """
    known: dict[_Computed, list[Result]] = {}
    for run in study.store.learned.every_run():
        computed = (run.kind, run.iteration, _pair(run.result))
        known.setdefault(computed, []).append(without_lab_names(run.result))
    results = [without_lab_names(result_of(bundle, line)) for line in bundle.runs]
    told: dict[_Computed, list[Result]] = {}
    for line, result in zip(bundle.runs, results, strict=True):
        told.setdefault((line.kind, line.iteration, _pair(result)), []).append(result)
    looks = study.settings.looks is Looks.SEQUENTIAL
    seen: Counter[_Computed] = Counter()
    for line, result in zip(bundle.runs, results, strict=True):
        computed = (line.kind, line.iteration, _pair(result))
        ours = known.get(computed, [])
        # A sequential plan counts the votes more than once.
        if looks and line.kind is Step.EVALUATE:
            is_new = result not in ours
        elif ours and not _is_continued(study, bundle, known, told, computed):
            raise _computed_twice(bundle, line)
        else:
            is_new = seen[computed] >= len(ours)
        seen[computed] += 1
        if is_new:
            yield line


def made_by(bundle: Bundle) -> Iterator[tuple[RunLine, str]]:
    """What each training step of a bundle made, by name."""
    made: Counter[int] = Counter()
    for line in bundle.runs:
        if line.kind in (Step.INITIALISE, Step.OPTIMIZE):
            made[line.iteration] += 1
            yield line, trained_name(line.iteration, made[line.iteration])


def require_tables(bundle: Bundle, runs: list[RunLine], tables: set[str]) -> None:
    """Check that the mechanisms that training steps made are known.

    Args:
        bundle: The bundle.
        runs: The training steps.
        tables: SHA-256 of the mechanisms that are known.

    Raises:
        UsageError: One is not.
    """
    for line in runs:
        made = result_of(bundle, line)
        if not isinstance(made, InitialiseResult | OptimizeResult):
            continue
        if not {line.table, *made.variations.values()} <= tables:
            raise UsageError(
                "The bundle {name} lacks the mechanism of iteration {iteration}; create it again.",
                name=bundle.name,
                iteration=line.iteration,
            )


def as_new_run(study: ReadOnlyStudy, bundle: Bundle, line: RunLine) -> NewRun:
    """A training step of a bundle, as the study stores it.

    Raises:
        UsageError: It cannot be read.
    """
    try:
        job: Job = decode_record(line.job, Job)
    except msgspec.MsgspecError as error:
        raise _unreadable(bundle, line, error) from error
    return NewRun(
        line.kind,
        line.iteration,
        job,
        seen_from_here(study, bundle, result_of(bundle, line)),
        line.started_utc,
        line.finished_utc,
        line.versions,
        line.set_aside_utc,
    )


def result_of(bundle: Bundle, line: RunLine) -> Result:
    """The result of a training step of a bundle.

    Raises:
        UsageError: It cannot be read.
    """
    try:
        result: Result = decode_record(line.result, Result)
    except msgspec.MsgspecError as error:
        raise _unreadable(bundle, line, error) from error
    return result


def _is_continued(
    study: ReadOnlyStudy,
    bundle: Bundle,
    ours: Mapping[_Computed, list[Result]],
    theirs: Mapping[_Computed, list[Result]],
    computed: _Computed,
) -> bool:
    """Whether both sides have the same results, or one of them has taken the step again.

    On the side that did not take it again, nothing may rest on the earlier result.
    """
    here, there = ours[computed], theirs[computed]
    shared = min(len(here), len(there))
    if here[:shared] != there[:shared]:
        return False
    if len(here) == len(there):
        return True
    rests = rests_here if len(here) < len(there) else rests_there
    return not rests(study, bundle, Step(computed[0]), computed[1])


def _pair(result: Result) -> frozenset[str]:
    """The mechanisms of the contrast that was evaluated; nothing for other steps."""
    if isinstance(result, EvaluateResult):
        return frozenset((result.mechanism, result.baseline))
    return frozenset()


def _computed_twice(bundle: Bundle, line: RunLine) -> UsageError:
    values: dict[str, object] = {
        "step": line.kind.upper(), "iteration": line.iteration, "name": bundle.name,
    }  # fmt: skip
    if line.kind is Step.EVALUATE:
        return UsageError(
            "{step} of iteration {iteration} was computed both in this study and in that of the "
            "bundle {name}, and the two results are not the same to the last digit; only one can "
            "be kept. Keep the study of one lab, and make the other lab’s anew from a bundle of "
            "it (File, New study from a bundle, or: hcmd-lab bundle start FILE STUDY).",
            **values,
        )
    return UsageError(
        "{step} of iteration {iteration} was computed both in this study and in that of "
        "the bundle {name}, with different results; train in one lab and send its bundle "
        "to the others.",
        **values,
    )


def _unreadable(bundle: Bundle, line: RunLine, error: Exception) -> UsageError:
    return UsageError(
        "{step} of iteration {iteration} in the bundle {name} cannot be read ({error}); create "
        "the bundle again with this version of HCMD Lab.",
        step=line.kind.upper(),
        iteration=line.iteration,
        name=bundle.name,
        error=error,
    )
