"""By which name each merged session's lab is known, one name a lab."""

from hcmd_lab.bundles.bundle_records import Bundle
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
    maker = bundle.manifest.lab
    played_here = {row.code for row in study.store.tables.sessions()} - labs.keys()
    known = (labs[code] for code in bundle.sessions if code in labs and not told.get(code))
    unnamed = next(known, bundle.name)
    for code in bundle.sessions:
        if code in played_here:
            continue
        name = told.get(code, "")
        is_makers_own = name == maker
        if code not in labs or is_makers_own:
            labs[code] = name or unnamed
    return labs
