"""How far each planned contrast has come."""

from collections import Counter

from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.counted_votes import CountedVotes
from hcmd_lab.study.recorded import RecordedStudy


def standing_contrasts(study: RecordedStudy, counted: CountedVotes) -> tuple[Contrast, ...]:
    """The planned contrasts with the newest mechanism as it is now, in the order of planning.

    Args:
        study: The study.
        counted: The votes that it has counted.
    """
    planned = study.planned_contrasts()
    if not planned:
        return ()
    played = _played(study)
    results = {
        frozenset((run.result.mechanism, run.result.baseline)): (run, run.result)
        for run in counted.runs
        if isinstance(run.result, EvaluateResult)
    }
    found = []
    for number, plan in enumerate(planned, start=1):
        mechanism, other = map(study.mechanisms.resolved, (plan.mechanism, plan.other))
        pair = frozenset((mechanism, other))
        run, result = results.get(pair, (None, None))
        found.append(
            Contrast(
                number,
                mechanism,
                other,
                plan.groups,
                played[pair],
                plan.planned_utc,
                plan.by,
                result,
                is_final=run is not None and counted.is_final(run, plan.groups),
                seen=0 if run is None else counted.played_at(run),
                counted_before=counted.others_before(plan),
            )
        )
    return tuple(found)


def _played(study: RecordedStudy) -> Counter[frozenset[str]]:
    """Groups of EVALUATE that count, by the names of the two mechanisms that they met."""
    names = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    played: Counter[frozenset[str]] = Counter()
    for kind in study.counting_kinds():
        if kind.purpose == "evaluate":
            played[frozenset(names.get(each, each) for each in kind.mechanisms)] += kind.groups
    return played
