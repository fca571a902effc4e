"""What another program has changed, taken out or put in beside the log of events."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.event_chain import link
from hcmd_lab.storage.seals import GONE, Place, SealedTable, contents, last_seals
from hcmd_lab.storage.ways_on import RESTORE_OR_TAKE


def changed_places(connection: sqlite3.Connection) -> list[Place]:
    """Rows that are not as this program stored them last."""
    return [place for place, _, _ in _changes(connection)]


def _changes(connection: sqlite3.Connection) -> list[tuple[Place, str, str]]:
    """Changed rows: where, the digest as it is now, and as last sealed."""
    now, sealed = contents(connection), last_seals(connection)
    both = ((place, now.get(place, GONE), sealed.get(place, GONE)) for place in now | sealed)
    return sorted(each for each in both if each[1] != each[2])


def told_as_changed(places: Sequence[Place]) -> Sentence | None:
    """That another program has changed a study; None if none has."""
    if not places:
        return None
    return Sentence(
        "Another program has changed this study: {places}.",
        places=names_of(places),
    )


def require_unchanged(places: Sequence[Place]) -> None:
    """Check that nothing leaves the lab as the study's that somebody else has changed.

    Args:
        places: What another program has changed (`Store.changed`).

    Raises:
        OperatorError: There is something.
    """
    changed = told_as_changed(places)
    if changed is not None:
        raise OperatorError(
            "{changed} {way_on} Its data can be exported in any case.",
            changed=changed,
            way_on=RESTORE_OR_TAKE,
        )


def names_of(places: Sequence[Place]) -> Sentence:
    """What a reader calls sealed rows, of which there is at least one."""
    return _listed(list(map(named, places)))


def _listed(names: Sequence[Sentence]) -> Sentence:
    first, *others = names
    if not others:
        return first
    return Sentence("{first}, {others}", first=first, others=_listed(others))


def unseen_changes(connection: sqlite3.Connection) -> Iterator[Sentence]:
    """What is not as this program stored it, beside the log; nothing if all is."""
    broken = broken_seal(connection)
    if broken is not None:
        yield broken
    for place, now, sealed in _changes(connection):
        if now == GONE:
            yield Sentence(
                "{what} is missing, which HCMD Lab had stored; if there is a backup, restore it "
                "(File, Backups, or: hcmd-lab restore STUDY)",
                what=named(place),
            )
        elif sealed == GONE:
            yield Sentence(
                "{what} was put in by another program; if there is a backup, restore it (File, "
                "Backups, or: hcmd-lab restore STUDY)",
                what=named(place),
            )
        else:
            yield Sentence(
                "{what} is not as HCMD Lab stored it: another program has changed it; if there "
                "is a backup, restore it (File, Backups, or: hcmd-lab restore STUDY)",
                what=named(place),
            )


def broken_seal(connection: sqlite3.Connection) -> Sentence | None:
    """That a seal does not follow from those before it; None if each does."""
    number = first_broken_seal(connection)
    if number is None:
        return None
    return Sentence(
        "seal {number} of what is kept beside the log does not follow from those before "
        "it: it was changed, or one before it was removed or put in",
        number=number,
    )


def first_broken_seal(connection: sqlite3.Connection) -> int | None:
    """Number of the first seal that does not follow from those before it; None if each does."""
    digest = ""
    seals = connection.execute("SELECT id, place, row, content, digest FROM seal ORDER BY id")
    for number, *sealed, stored in seals:
        digest = link(digest, number, *sealed)
        if stored != digest:
            return int(number)
    return None


def named(place: Place) -> Sentence:
    """What a reader calls a sealed row."""
    row = place.row
    match place.table:
        case SealedTable.STUDY:
            return Sentence("the study’s note “{name}”", name=row)
        case SealedTable.RUN:
            return Sentence("the training step number {number}", number=row)
        case SealedTable.MECHANISM:
            return Sentence("what is noted of the mechanism {mechanism}", mechanism=row[:12])
        case SealedTable.SOFTWARE:
            return Sentence("the note of the software of the session at event {event}", event=row)
        case SealedTable.IMPORTED_FILE:
            return Sentence("the note of the file of the imported session {session}", session=row)
        case SealedTable.PRIVACY:
            return Sentence("entry {number} of the audit of deletions and withdrawals", number=row)
        case SealedTable.FINGERPRINT_KEY:
            return Sentence("the key of the fingerprints")
        case SealedTable.PICTURE:
            return Sentence("the picture {picture} of the texts", picture=row[:12])
        case _:
            assert_never(place.table)
