"""Who withdraws and has come more than once is named with the other times, whose data stay."""

from dataclasses import replace
from pathlib import Path

from lab_commands import Lab
from studies import playable_study

from hcmd_lab.game.events import CheckedIn
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now


def come(study: Study, label: str) -> tuple[str, str]:
    """Somebody comes to a session of their own; returns its code and theirs."""
    session = SimulatedSession(*study.plan_session("acquire", 1))
    events = session.play()
    code = next(each.participant for each in events if isinstance(each, CheckedIn))
    labelled = [
        replace(each, is_bot=False, label=label if each.participant == code else "")
        if isinstance(each, CheckedIn)
        else each
        for each in events
    ]
    study.store.log.append(session.code, labelled, utc_now())
    return session.code, code


def test_the_other_times_are_named(lab: Lab, tmp_path: Path) -> None:
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        (first, then), (second, now), (third, other) = (
            come(Study(store), label) for label in ("Ann", " ANN", "Ben")
        )
    named = f"By their label the same person has also been {then} of session {first}"
    because = ("--reason", "asked", "--yes")
    assert named in lab("privacy", "withdraw", folder, second, now, "--dry-run")[1]
    assert named in lab("privacy", "withdraw", folder, second, now, *because)[1]
    for session, code in ((third, other), (first, then)):
        code_of_exit, out, _ = lab("privacy", "withdraw", folder, session, code, *because)
        assert (code_of_exit, "By their label" in out) == (0, False)
