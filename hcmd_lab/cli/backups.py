"""`hcmd-lab backup` and `hcmd-lab restore`."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, progress_bar, tell
from hcmd_lab.errors import UsageError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.backup_places import (
    Backup,
    Occasion,
    backups,
    is_on_its_disk,
    place_of,
    under_other_names,
)
from hcmd_lab.storage.backups import set_place
from hcmd_lab.storage.restoring import restore as restore_study
from hcmd_lab.storage.restoring import restore_checkpoints
from hcmd_lab.storage.sound_backup import (
    PassedOver,
    altered,
    newest_sound,
    told_under_other_names,
    unreadable,
)
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.lost import find_lost
from hcmd_lab.study.study import Study
from hcmd_lab.study.taken_as_it_is import take_as_it_is
from hcmd_lab.telling.backups import (
    altered_words,
    backup_words,
    passed_over_words,
    restored_words,
    same_disk_words,
)
from hcmd_lab.telling.study_log import taken_as_it_is
from hcmd_lab.telling.translate import translate


def backup(
    study: StudyArgument,
    place: Annotated[
        Path | None,
        typer.Option(help="Folder for this and all later backups, such as one on another disk."),
    ] = None,
    own_place: Annotated[
        bool, typer.Option("--own-place", help="Keep them in the study's folder backups again.")
    ] = False,
    list_only: Annotated[
        bool, typer.Option("--list", help="List the backups there are and make none.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Copy a study whole; also done after each session and before each training step."""
    folder = StudyFolder(study)
    if list_only and (place is not None or own_place):
        raise UsageError(
            "--list only tells which backups there are; leave out --place and --own-place."
        )
    if place is not None and own_place:
        raise UsageError("Choose --place or --own-place, not both.")
    if list_only:
        _list(folder, as_json)
        return
    with Store.read(study) as store:
        if place is not None or own_place:
            set_place(folder, place)
        made = store.back_up(Occasion.HAND)
    if as_json:
        print_json(_plain(made))
        return
    tell(backup_words(made))
    if place is not None and (same := same_disk_words(folder)):
        tell(same)


def restore(
    study: StudyArgument,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            help="A backup; by default the newest sound one that no other program has changed.",
        ),
    ] = None,
    checkpoints: Annotated[
        bool,
        typer.Option(
            "--checkpoints", help="Only bring back checkpoints that are missing or damaged."
        ),
    ] = False,
    as_it_is: Annotated[
        bool,
        typer.Option(
            "--as-it-is",
            help="Restore nothing: go on with a study as it is, though events are missing or "
            "another program has changed it. The study's log tells so.",
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Restore a study from a backup; what was there is set aside, nothing is deleted."""
    folder = StudyFolder(study)
    if sum([source is not None, checkpoints, as_it_is]) > 1:
        raise UsageError("Choose one of --from, --checkpoints and --as-it-is.")
    if checkpoints:
        _bring_checkpoints(folder, as_json)
        return
    if as_it_is:
        entry = take_as_it_is(folder)
        if as_json:
            print_json({"taken_as_it_is": None if entry is None else entry.details})
            return
        if entry is None:
            tell(
                "There was nothing to take as it is: nothing that was saved is missing, and "
                "neither the log nor anything beside it was changed."
            )
        else:
            tell(taken_as_it_is(entry))
        return
    passed_over: tuple[PassedOver, ...] = ()
    why_not: Sentence | str | None = None
    with progress_bar("Backups") as on_events:
        if source is None:
            newest, passed_over = newest_sound(folder, on_events)
            chosen = newest.path
        else:
            chosen = source
            why_not = None if unreadable(source) else altered(source, on_events)
    restored = restore_study(folder, chosen)
    if as_json:
        print_json(
            {
                **msgspec.to_builtins(restored, enc_hook=str),
                "passed_over": {str(each.backup.path): str(each.why) for each in passed_over},
                "altered": str(why_not or ""),
            }
        )
        return
    for each in passed_over:
        tell(passed_over_words(each))
    tell(restored_words(restored))
    if why_not is not None:
        tell(altered_words(why_not))


def _bring_checkpoints(folder: StudyFolder, as_json: bool) -> None:
    """Bring back what backups hold; ends with 1 where a checkpoint is still not there."""
    brought = restore_checkpoints(folder)
    with Store.read(folder.path) as store:
        lost = [each.result.checkpoint for each in find_lost(Study(store)) if each.checkpoint]
    if as_json:
        print_json({"checkpoints": brought, "lacking": lost})
    else:
        tell(translate(_brought_words(len(brought), len(lost))))
    if lost:
        raise typer.Exit(1)


def _brought_words(brought: int, lost: int) -> Sentence:
    if lost:
        return Sentence(
            "Checkpoints brought back: {brought}. {n} checkpoint(s) (is|are) still missing or "
            "damaged, and no backup that was found holds (it|them); hcmd-lab study remake STUDY "
            "makes again what it can.",
            n=lost,
            brought=brought,
        )
    if not brought:
        return Sentence("Nothing to bring back: no checkpoint is missing or damaged.")
    return Sentence("{n} checkpoint(s) (was|were) brought back.", n=brought)


def _list(folder: StudyFolder, as_json: bool) -> None:
    found, others = backups(folder), under_other_names(folder)
    if as_json:
        print_json(
            {
                "place": place_of(folder),
                "same_disk": is_on_its_disk(folder),
                "backups": [_plain(each) for each in found],
                "under_other_names": [_plain(each) for each in others],
            }
        )
        return
    if not found:
        tell(f"There are no backups; they go to {place_of(folder)}.")
    for each in found:
        tell(backup_words(each))
    if others:
        tell(translate(told_under_other_names(others)))
    if same := same_disk_words(folder):
        tell(same)


def _plain(made: Backup) -> dict[str, object]:
    return {
        "path": made.path,
        "made_utc": made.made.isoformat(),
        "occasion": made.occasion,
        "bytes": made.size,
    }
