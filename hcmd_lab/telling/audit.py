"""The audit of a study in words."""

from collections.abc import Sequence

from hcmd_lab.storage.unseen_changes import told_as_changed
from hcmd_lab.study.audit import Audit
from hcmd_lab.study.session_alarms import LoggedAlarm
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.telling import counts
from hcmd_lab.telling.alarms import alarm_words
from hcmd_lab.telling.deviations import deviations_in_words
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.registration import not_registered, registered
from hcmd_lab.telling.study_log import contrast_planned, entry_in_words, passed_over
from hcmd_lab.telling.times import when_anywhere
from hcmd_lab.telling.translate import translate


def audit_in_words(found: Audit) -> list[str]:
    """Registration and deviations, entries of the log, limits passed over, alarms; a line each."""
    said = []
    if found.registration is None:
        said.append(translate(not_registered(found.entries)))
    else:
        said += [registered(found.registration), *deviations_in_words(found.deviations)]
    frozen = None if found.registration is None else found.registration.entry
    told = [
        entry_in_words(each)
        for place, each in enumerate(found.entries)
        if place != frozen and each.kind is not LogKind.PASSED_OVER  # told for themselves
    ]
    if not found.counted_unlogged and not any(
        each.kind is LogKind.LOOKED for each in found.entries
    ):
        told.insert(0, translate("The votes have not been counted."))
    said += [
        contrast_planned(
            each.planned_utc, each.mechanism, each.other, each.target, each.counted_before
        )
        for each in found.unlogged
    ]
    said += [
        translate(
            "The votes of {groups} between {mechanism} and {other} were counted in another lab or "
            "by an earlier version: the log does not say when.",
            groups=counts.groups(each.groups),
            mechanism=in_sentence(each.mechanism),
            other=in_sentence(each.baseline),
        )
        for each in found.counted_unlogged
    ]
    said += told
    said += [
        translate(
            "{when}: data were exported with the votes of {groups} that had not been counted.",
            when=when_anywhere(each.utc),
            groups=counts.groups(each.groups),
        )
        for each in found.exported
    ]
    said += list(map(passed_over, found.passed_over)) or [translate("No limit was passed over.")]
    said += alarms_in_words(found.alarms) or [translate("The sessions’ logs tell of no alarm.")]
    said += [
        translate(
            "{when}: iteration {iteration} was added to the plan of training.",
            when=when_anywhere(str(each["utc"])),
            iteration=str(each["iteration"]),
        )
        for each in found.added_iterations
    ]
    if found.elsewhere:
        said.append(
            translate(
                "Sessions of other labs were merged: {labs}. Whether a plan was frozen, votes were "
                "counted or exported, or a limit was passed over there, the audit of that lab’s "
                "study tells, not this one.",
                labs=", ".join(found.elsewhere),
            )
        )
    if found.is_whole:
        said.append(translate("The study’s log is whole."))
    else:
        said.append(translate("The study’s log is not whole: an entry was changed or taken out."))
    changed = told_as_changed(found.changed)
    if changed is not None:
        said.append(translate(changed))
    if found.is_doubtful:
        said.append(
            translate(
                "Nobody can tell whether all that had been saved is in the study: study.mark is "
                "missing, or was when the study was opened."
            )
        )
    elif changed is None:
        said.append(
            translate("Settings, training steps and notes are as HCMD Lab stored them last.")
        )
    return said


def alarms_in_words(alarms: Sequence[LoggedAlarm]) -> list[str]:
    """The alarms of sessions, a line each."""
    return [
        translate(
            "{when}, session {session}: {alarm}",
            when=when_anywhere(each.first_utc),
            session=each.session,
            alarm=alarm_words(each.alarm),
        )
        for each in alarms
    ]
