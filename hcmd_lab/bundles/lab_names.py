"""By which name each merged lab is known, one name a lab."""

from collections.abc import Callable

import msgspec

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.report import Result
from hcmd_lab.study.reader import ReadOnlyStudy


def joined_labs(study: ReadOnlyStudy, bundle: Bundle) -> dict[str, str]:
    """In which other lab each session was played, by session, after a merge.

    A lab goes by the name that it has in its own bundle, also for what had been merged before it
    was given that name. One without a name goes by the name of its first bundle.

    Args:
        study: The study.
        bundle: The bundle.
    """
    labs = study.labs()
    told = bundle.manifest.labs
    played_here = _played_here(study)
    unnamed = _unnamed(study, bundle)
    for code in bundle.sessions:
        if code in played_here:
            continue
        name = told.get(code, "")
        is_makers_own = name == bundle.manifest.lab
        if code not in labs or is_makers_own:
            labs[code] = name or unnamed
    return labs


def seen_from_here(study: ReadOnlyStudy, bundle: Bundle, result: Result) -> Result:
    """A result of a bundle with the labs named as this one names them.

    The lab that counted the votes names itself not at all, and this one by a name.

    Args:
        study: The study.
        bundle: The bundle.
        result: The result, as the bundle has it.
    """
    there = bundle.manifest.labs
    names = {there[code]: "" for code in _played_here(study) if code in there}
    names[""] = bundle.manifest.lab or _unnamed(study, bundle)
    return _renamed(result, lambda lab: names.get(lab, lab))


def without_lab_names(result: Result) -> Result:
    """A result to compare with one of another lab, which names the labs in its own way."""
    return _renamed(result, lambda _: "")


def _renamed(result: Result, renamed: Callable[[str], str]) -> Result:
    if not isinstance(result, EvaluateResult) or result.labs is None:
        return result
    labs = [msgspec.structs.replace(each, lab=renamed(each.lab)) for each in result.labs.labs]
    effect = msgspec.structs.replace(result.labs, labs=labs)
    return msgspec.structs.replace(result, labs=effect)


def _played_here(study: ReadOnlyStudy) -> set[str]:
    return {row.code for row in study.store.tables.sessions()} - study.labs().keys()


def _unnamed(study: ReadOnlyStudy, bundle: Bundle) -> str:
    """What the lab without a name is called here."""
    labs, told = study.labs(), bundle.manifest.labs
    known = (labs[code] for code in bundle.sessions if code in labs and not told.get(code))
    return next(known, bundle.name)
