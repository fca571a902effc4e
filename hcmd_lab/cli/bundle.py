"""`hcmd-lab bundle`: a study in one file, and several labs' data under one design."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.bundles import SUFFIX
from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import Merge, merge, plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, progress_bar, tell
from hcmd_lab.cli.targets import Written, require_replaceable
from hcmd_lab.export.renewing import Holding, folders_with, renew_exports
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.study import Study
from hcmd_lab.telling import counts
from hcmd_lab.telling.bundles import brought, what_was_written

app = typer.Typer(
    help="A study in one file, to merge the sessions of several labs.", no_args_is_help=True
)

BundleArgument = Annotated[
    Path, typer.Argument(help="The bundle.", show_default=False, dir_okay=False)
]


@app.command("make")
def make(
    study: StudyArgument,
    file: Annotated[
        Path, typer.Argument(help=f"The file to write; {SUFFIX} is added if it has no ending.")
    ],
    with_fingerprints: Annotated[
        bool,
        typer.Option(
            "--with-fingerprints",
            help="Let the other lab recognise who took part here: adds fingerprints of labels, "
            "with the key to test whether a given label is among them.",
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Write all sessions, mechanisms and training results into one file, without labels."""
    path = file if file.suffix or not file.name else file.with_suffix(SUFFIX)
    require_replaceable(path, Written.ARCHIVE)
    with Store.read(study) as store:
        summary = make_bundle(ReadOnlyStudy(store), path, with_fingerprints=with_fingerprints)
    if as_json:
        print_json(
            {
                "file": str(summary.file),
                "sha256": summary.sha256,
                "sessions": summary.sessions,
                "groups": summary.groups,
                "runs": summary.runs,
            }
        )
        return
    tell(
        f"Bundle {summary.file}: {counts.sessions(summary.sessions)} with "
        f"{counts.counting_groups(summary.groups)}, {counts.training_steps(summary.runs)}. "
        f"SHA-256: {summary.sha256}"
    )
    if written := what_was_written(summary.sessions):
        tell(str(written))


@app.command("merge")
def merge_bundle(
    study: StudyArgument,
    file: BundleArgument,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what it would add.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Merge a bundle into a study of the same design; if that is impossible, say why."""
    bundle = read_bundle(file)
    with Store.open(study) as store:
        opened = Study(store)
        planned = plan_merge(opened, bundle)
        if not dry_run:
            merge(opened, planned)
        people = planned.withdrawn
        held = folders_with(store, people) != Holding((), ()) if people else False
        with progress_bar("Exports") as on_progress:
            renewal = renew_exports(store, people, on_progress) if held and not dry_run else None
    _tell(planned, "would add" if dry_run else "added", file, as_json)
    if renewal is not None and not as_json:
        for sentence in renewal.sentences():
            tell(str(sentence))


@app.command("start")
def start(
    file: BundleArgument,
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet.")],
    as_json: JsonOption = False,
) -> None:
    """Create a study of the same design from a bundle, for another lab."""
    planned = start_study(read_bundle(file), folder)
    _tell(planned, "added", file, as_json)
    if as_json:
        return
    with Store.read(folder) as store:
        tell(f"Study {folder}: {ReadOnlyStudy(store).status().sentence}")


def _tell(planned: Merge, verb: str, file: Path, as_json: bool) -> None:
    if as_json:
        print_json(asdict(planned.additions))
        return
    if planned.is_empty:
        tell(f"The study already contains everything in {file.name}.")
        return
    tell(f"{file.name} {verb} {brought(planned.additions)}.")
