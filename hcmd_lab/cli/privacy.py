"""`hcmd-lab privacy`: deleting labels, withdrawing participants, and the audit of both."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.table import Table

from hcmd_lab.cli.irrevocable import (
    DryRunOption,
    ReasonOption,
    YesOption,
    require_reasoned_agreement,
)
from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, progress_bar, tell
from hcmd_lab.errors import UsageError
from hcmd_lab.export.renewing import folders_with, renew_exports
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.private_copies import Deleted, PrivateCopies, private_copies
from hcmd_lab.storage.private_data import PrivacyAct
from hcmd_lab.storage.store import Store
from hcmd_lab.telling import counts
from hcmd_lab.telling.withdrawals import also_there
from hcmd_lab.timestamps import utc_now

app = typer.Typer(help="Delete labels, record withdrawals, show the audit.", no_args_is_help=True)


@app.command("purge")
def purge(
    study: StudyArgument,
    reason: ReasonOption = None,
    session: Annotated[
        str, typer.Option(help="Code of one session; by default all sessions.")
    ] = "",
    fingerprints: Annotated[
        bool,
        typer.Option(
            "--fingerprints",
            help="Also delete the fingerprints: nobody is recognised as having taken part before.",
        ),
    ] = False,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Delete participants' labels for good; their data stay, under their codes."""
    with Store.open(study) as store:
        if session:
            _require_session(store, session)
        act = _purge_in_words(store, session, fingerprints=fingerprints)
        if dry_run:
            tell(act)
            return
        because = require_reasoned_agreement(act, "Delete them for good?", reason, yes=yes)
        deleted = store.private.purge_labels(session, utc_now(), because, fingerprints=fingerprints)
        what = [Deleted.LABELS, *([Deleted.FINGERPRINTS] if fingerprints else [])]
        copies = private_copies(store.folder, session, *what)
    tell(f"Labels deleted: {deleted}.")
    if fingerprints:
        tell("Fingerprints deleted: who took part is not recognised any more.")
    named = "labels or fingerprints" if fingerprints else "labels"
    for sentence in _of_copies(copies, named):
        tell(sentence)


def _of_copies(copies: PrivateCopies, named: str) -> Iterator[str]:
    """What is known of the copies of what was deleted; nothing of those without it."""
    unneeded = "delete it if it is no longer needed."
    before = "The study as it was before a restoration"
    for path in copies.exports.holding:
        yield f"The folder {path} still holds labels; write into it again, or delete it."
    for path in copies.exports.unknown:
        yield (
            f"The folder {path} was written with labels and cannot be read; write into it again, "
            "or delete it."
        )
    for path in copies.backups.holding:
        yield f"The backup {path} still holds {named}; {unneeded}"
    for path in copies.backups.unknown:
        yield f"Whether the backup {path} still holds {named} is not known; {unneeded}"
    for path in copies.aside.holding:
        yield f"{before}, in {path}, still holds {named}; {unneeded}"
    for path in copies.aside.unknown:
        yield f"{before}, in {path}: whether it still holds {named} is not known; {unneeded}"


@app.command("withdraw")
def withdraw(
    study: StudyArgument,
    session: Annotated[str, typer.Argument(help="Code of the session.", show_default=False)],
    participant: Annotated[
        str, typer.Argument(help="Code of the participant.", show_default=False)
    ],
    reason: ReasonOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Exclude a participant's data from all exports and from MODEL's data.

    Exports that the study remembers are made again; what still holds the data is named.
    """
    with Store.open(study) as store:
        _require_session(store, session)
        codes = {person.code for person in store.tables.participants(session)}
        if participant not in codes:
            raise UsageError(
                "Session {session} has no participant {participant}; the codes are in "
                "participants.csv of the export and on the receipts.",
                session=session,
                participant=participant,
            )
        if (session, participant) in store.private.withdrawn():
            raise UsageError("Participant {participant} has already been withdrawn.",
                             participant=participant)  # fmt: skip
        act = _withdrawal_in_words(store, session, participant)
        if dry_run:
            tell(act)
            return
        because = require_reasoned_agreement(act, "Withdraw this participant?", reason, yes=yes)
        also = also_there(store.private.also(session, participant))  # known until then
        store.private.withdraw(session, participant, utc_now(), because)
        with progress_bar("Exports") as on_progress:
            renewal = renew_exports(store, [(session, participant)], on_progress)
    tell(
        f"Participant {participant} is left out of exports and of MODEL from now on. What was "
        "computed before stays as it is."
    )
    if also:
        tell(also)
    for sentence in renewal.sentences():
        tell(str(sentence))


_ACTS: dict[PrivacyAct, str] = {
    "labels_purged": "labels deleted",
    "fingerprints_purged": "fingerprints deleted",
    "withdrawn": "withdrawn",
}


@app.command("log")
def show_log(study: StudyArgument, as_json: JsonOption = False) -> None:
    """Show the audit trail: every purge and every withdrawal."""
    with Store.read(study) as store:
        rows = store.private.audit()
    if as_json:
        print_json(rows)
        return
    table = Table()
    for heading in ("Time (UTC)", "Act", "Session", "Participant", "Reason"):
        table.add_column(heading)
    for row in rows:
        table.add_row(
            row.utc, _ACTS[row.act], row.session or "all", row.participant or "all", row.reason
        )
    tell(table)


def _purge_in_words(store: Store, session: str, *, fingerprints: bool) -> str:
    codes = [session] if session else [row.code for row in store.tables.sessions()]
    listed = sum(len(store.private.participant_list(code)) for code in codes)
    where = f"of session {session}" if session else "of all sessions"
    labels = counts.labels(len(store.private.labels(session or None)))
    names = Sentence("{n} name(s)", n=listed)
    told = f"To be deleted for good {where}: {labels} of participants and {names} on participant "
    told += "lists"
    told += ", and all fingerprints of who took part" if fingerprints else ""
    return f"{told}. What participants did stays, under their codes."


def _withdrawal_in_words(store: Store, session: str, participant: str) -> str:
    found = folders_with(store, [(session, participant)])
    renewed = "".join(f" {folder.path}" for folder in found.exports)
    kept = "".join(f" {folder.path}" for folder in found.packages)
    also = also_there(store.private.also(session, participant))
    return (
        "To be left out of all exports and of MODEL from now on: the data of participant "
        f"{participant} of session {session}; nothing takes this back."
        + (f" To be made again:{renewed}." if renewed else "")
        + (f" Replication packages that stay as they are:{kept}." if kept else "")
        + (f" {also}" if also else "")
    )


def _require_session(store: Store, session: str) -> None:
    codes = [row.code for row in store.tables.sessions()]
    if session not in codes:
        raise UsageError(
            "The study has no session {session}; its sessions are: {sessions}.",
            session=session,
            sessions=", ".join(codes) or "none",
        )
