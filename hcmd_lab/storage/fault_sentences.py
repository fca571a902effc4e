"""What is wrong with a study's disk or database, in a sentence that says what to do."""

from contextlib import suppress
from pathlib import Path
from typing import assert_never

from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.backup_places import backups, place_of
from hcmd_lab.storage.fault_numbers import Fault
from hcmd_lab.storage.file_system import Concern, concerns
from hcmd_lab.storage.mark import FILE as MARK
from hcmd_lab.storage.study_folder import StudyFolder

_ASKS_FOR_THE_PLACE = frozenset(
    {
        Fault.DAMAGED,
        Fault.DOUBTFUL,
        Fault.DISK,
        Fault.NOT_OPENED,
        Fault.IN_USE,
        Fault.NO_LOCKS,
        Fault.REFUSED,
    }
)
_PLACES = frozenset({Concern.NETWORK, Concern.SYNCED, Concern.LONG_PATH})


def remedy(study: Path) -> Sentence:
    """What can be done about a damaged study: the backup there is, or that there is none."""
    folder = StudyFolder(study)
    newest = next(iter(backups(folder)), None)
    if newest is None:
        return Sentence("There is no backup of it: none lies in {place}.", place=place_of(folder))
    return Sentence(
        "Its newest backup is of {when} UTC; restore the newest that is sound (File, Backups, or: "
        "hcmd-lab restore STUDY).",
        when=f"{newest.made:%Y-%m-%d %H:%M}",
    )


def was_a_study(folder: StudyFolder) -> bool:
    """Whether a folder was a study before its database was lost: its mark or a backup is there."""
    return (folder.path / MARK).is_file() or bool(backups(folder))


def fault_sentence(fault: Fault, path: Path, reason: Sentence | str) -> Sentence:
    """What is wrong with a study and what to do, with what its place has to do with it.

    Args:
        fault: What is wrong.
        path: The study's folder.
        reason: The system's own, where it refuses.
    """
    sentence = _told(fault, path, reason)
    if fault not in _ASKS_FOR_THE_PLACE:
        return sentence
    found = []
    with suppress(OSError):  # a disk that is gone says nothing of itself
        found = [each.sentence for each in concerns(path) if each.concern in _PLACES]
    return in_a_row(sentence, *found)


def _told(fault: Fault, path: Path, reason: Sentence | str) -> Sentence:
    match fault:
        case Fault.FULL:
            return Sentence(
                "The disk of the study {path} is full; free some space and try again. Everything "
                "that was confirmed is saved.",
                path=path,
            )
        case Fault.DAMAGED:
            return Sentence(
                "The database of the study {path} is damaged; copy the whole folder to a safe "
                "place. {remedy}",
                path=path,
                remedy=remedy(path),
            )
        case Fault.DOUBTFUL:
            return Sentence(
                "What is read of the database of the study {path} is not what was written: its "
                "disk fails, or the file is damaged. Close the study, open it again and have it "
                "checked (Data, Check the study, or: hcmd-lab check STUDY) before you restore a "
                "backup.",
                path=path,
            )
        case Fault.NOT_A_DATABASE:
            if was_a_study(StudyFolder(path)):
                return _told(Fault.DAMAGED, path, reason)
            return Sentence("{path} is not a study: its study.db is not a database.", path=path)
        case Fault.DISK:
            return Sentence(
                "The disk of the study {path} could not be read or written; check that it is "
                "connected and sound, then try again.",
                path=path,
            )
        case Fault.READ_ONLY:
            return Sentence(
                "The study {path} cannot be written; it is open read-only, or its folder is "
                "write-protected.",
                path=path,
            )
        case Fault.NOT_OPENED:
            return Sentence(
                "The database of the study {path} cannot be opened; check the permissions of its "
                "folder, and that no other program holds it.",
                path=path,
            )
        case Fault.IN_USE:
            return Sentence(
                "The study {path} is being written by another program; close that program and "
                "try again.",
                path=path,
            )
        case Fault.NO_LOCKS:
            return Sentence(
                "The disk of the study {path} does not lock files, so that two programs could "
                "write at once; copy the folder to a disk of this computer and open it there.",
                path=path,
            )
        case Fault.LONG_PATH:
            return Sentence(
                "The path of the study {path} is too long for the files in it; move its folder "
                "higher up, or give it a shorter name.",
                path=path,
            )
        case Fault.NO_MEMORY:
            return Sentence(
                "The computer's memory does not suffice for the study {path}; close other "
                "programs and try again.",
                path=path,
            )
        case Fault.NO_FILES:
            return Sentence(
                "This program has as many files and connections open as the system allows, so that "
                "nothing of the study {path} can be opened; close it and start it again.",
                path=path,
            )
        case Fault.REFUSED:
            return Sentence(
                "The folder of the study {path} cannot be written ({reason}); check its "
                "permissions and the disk.",
                path=path,
                reason=reason,
            )
        case _:
            assert_never(fault)
