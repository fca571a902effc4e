"""What a study needs next and what goes on, in words: wherever it is told, it is the same."""

from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.steps import begun_step, comes_next, is_saved
from hcmd_lab.telling.going_on import going_on
from hcmd_lab.telling.translate import translate


def standing_in_words(study: ReadOnlyStudy) -> str:
    """What a study needs next, and what was begun before and goes on.

    Whether a session or a step that has not ended is at work in another program, nobody can see.
    """
    now, session, begun = study.status(), study.store.sessions.unfinished(), begun_step(study)
    parts = [translate(now.sentence)]
    if session is not None:
        parts.append(
            translate("No other session is possible until {session} has ended.", session=session)
        )
    if begun is not None and comes_next(now, begun):
        parts.append(translate("{step} was begun.", step=begun.upper()))
        parts.append(going_on(begun, saved=is_saved(study, begun)))
    return " ".join(parts)
