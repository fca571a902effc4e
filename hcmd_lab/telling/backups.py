"""Backups in sentences."""

from typing import assert_never

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.backup_places import Backup, Occasion, is_on_its_disk
from hcmd_lab.storage.restoring import Restored
from hcmd_lab.storage.sound_backup import PassedOver
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate


def occasion_words(occasion: Occasion) -> str:
    """Why a backup was made."""
    match occasion:
        case Occasion.SESSION:
            return translate("after a session")
        case Occasion.TRAINING:
            return translate("before a training step")
        case Occasion.GOING_BACK:
            return translate("before going back to a step")
        case Occasion.HAND:
            return translate("by hand")
        case Occasion.FORMAT:
            return translate("before the study's format was changed")
        case _:
            assert_never(occasion)


def backup_words(backup: Backup) -> str:
    """When, why and where a backup was made."""
    return translate(
        "{when}, {occasion}: {path} ({size} MB)",
        when=when(backup.made.isoformat(timespec="milliseconds")),
        occasion=occasion_words(backup.occasion),
        path=backup.path,
        size=number(backup.size / 2**20, 1),
    )


def same_disk_words(folder: StudyFolder) -> str:
    """What backups that lie on the study's own disk do not help against; empty if they do not."""
    if not is_on_its_disk(folder):
        return ""
    return translate(
        "That is on the same disk as the study: backups there help against mistakes and damaged "
        "files, not against the loss of the disk or of the computer."
    )


def passed_over_words(passed: PassedOver) -> str:
    """Why a backup does not bring the study back as it was saved."""
    return translate(
        "Passed over: {file}, of {when}: {why}.",
        file=passed.backup.path.name,
        when=when(passed.backup.made.isoformat(timespec="milliseconds")),
        why=passed.why,
    )


def altered_words(why: Sentence | str) -> str:
    """That a backup does not hold a study as it was saved."""
    return translate("This backup is not as HCMD Lab had saved the study: {why}.", why=why)


def restored_words(restored: Restored) -> str:
    """What a restoration has done, and what is missing since."""
    told = [
        translate(
            "The study was restored from {backup}; {n} event(s) (is|are) in its log.",
            backup=restored.backup,
            n=restored.events,
        )
    ]
    if restored.set_aside is not None:
        told.append(translate("What was there before lies in {folder}.", folder=restored.set_aside))
    if restored.missing is None:
        told.append(translate("Whether events were saved after the backup is not known."))
    elif restored.missing:
        told.append(
            translate(
                "{n} event(s) that (was|were) saved after the backup (is|are) not in it.",
                n=restored.missing,
            )
        )
    else:
        told.append(translate("It holds every event that was marked as saved."))
    if restored.unpaid:
        told.append(
            translate(
                "{n} payment(s) that (was|were) noted as handed out (is|are) not noted in it: what "
                "was there before tells who has been paid.",
                n=restored.unpaid,
            )
        )
    if restored.is_mended:
        told.append(
            translate(
                "Another program had changed its tables of decisions and groups; they were made "
                "again from its log."
            )
        )
    if restored.repeated is None:
        told.append(
            translate(
                "Labels that were deleted and withdrawals that were noted after the backup are not "
                "known to it: do these once more."
            )
        )
    elif restored.repeated:
        told.append(
            translate(
                "{n} deletion(s) or withdrawal(s) that came after the backup (was|were) repeated.",
                n=restored.repeated,
            )
        )
    return " ".join(told)
