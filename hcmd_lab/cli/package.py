"""`hcmd-lab package`: everything that others need to check a study, in one folder."""

from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, progress_bar, tell
from hcmd_lab.errors import UsageError
from hcmd_lab.replication_package.licences import DataLicence
from hcmd_lab.storage.store import Store
from hcmd_lab.typed_text import quoted


def package(
    study: StudyArgument,
    folder: Annotated[
        Path,
        typer.Argument(
            help="A new or empty folder, or an earlier package of the study.", show_default=False
        ),
    ],
    licence: Annotated[
        str, typer.Option(help=f"Licence of the data: {', '.join(DataLicence)}.")
    ] = DataLicence.NONE.value,
    labels: Annotated[
        bool,
        typer.Option(
            "--labels",
            help="With labels of participants, messages, notes and reasons: not anonymous.",
        ),
    ] = False,
    uncounted_votes: Annotated[
        bool,
        typer.Option(
            "--uncounted-votes",
            help="Also while votes of EVALUATE have not been counted; the audit tells it.",
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Write a replication package: data, results, pictures with their numbers, and a script.

    The script recomputes figures, tests and payments from the package alone.
    """
    if licence not in list(DataLicence):
        raise UsageError(
            "There is no licence {licence} here; choose one of {known}.",
            licence=quoted(licence),
            known=", ".join(DataLicence),
        )
    # Imported here: other commands draw nothing.
    from hcmd_lab.replication_package.writing import Choices, write_package  # noqa: PLC0415

    choices = Choices(DataLicence(licence), with_labels=labels, with_uncounted=uncounted_votes)
    with Store.read(study) as store, progress_bar("Package") as on_progress:
        summary = write_package(store, folder, choices, on_progress)
    if as_json:
        print_json(summary)
        return
    for sentence in summary.sentences():
        tell(str(sentence))
