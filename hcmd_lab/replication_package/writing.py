"""Writes a replication package: everything that others need to check a study, in one folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.export import dictionary, value_labels
from hcmd_lab.export.event_log import FILE as EVENTS
from hcmd_lab.export.mechanism_tables import FOLDER as MECHANISMS
from hcmd_lab.export.parquet import FOLDER as PARQUET
from hcmd_lab.export.study_export import (
    OnProgress,
    Written,
    sessions_for,
    write_tables,
)
from hcmd_lab.files import atomic_write, copy_file, make_folder
from hcmd_lab.owned_folder import Manifest, read_manifest, replaced_folder
from hcmd_lab.replication_package import psych_ds, statistical_files
from hcmd_lab.replication_package.facts import Facts
from hcmd_lab.replication_package.licences import DataLicence
from hcmd_lab.replication_package.materials import write_materials
from hcmd_lab.replication_package.picture_table import PictureTable
from hcmd_lab.replication_package.picture_tables import picture_tables
from hcmd_lab.replication_package.readme import readme
from hcmd_lab.replication_package.rule_tables import rule_parameters
from hcmd_lab.sentence import Sentence
from hcmd_lab.shell_words import PYTHON, as_typed
from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.storage.tablefile import write_table
from hcmd_lab.storage.written_folders import ExportedVotes, remember_folder, remember_votes
from hcmd_lab.study.report import StudyReport, study_report
from hcmd_lab.study.rows_of_the_log import require_nothing_changed
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now

DOCUMENTATION, FIGURES, CODE = "documentation", "figures", "code"
LICENCE = "LICENSE"
_RULE = "rule_parameters"


@dataclass(frozen=True, slots=True)
class PackageSummary:
    """What a replication package holds.

    Attributes:
        folder: Its folder.
        groups: Groups that decided something.
        pictures: Pictures of the report, each with its numbers.
        has_statistical_files: Whether there are files for Stata and SPSS.
        licence: Of the data.
    """

    folder: Path
    groups: int
    pictures: int
    has_statistical_files: bool
    licence: DataLicence

    def sentences(self) -> Iterator[Sentence]:
        """What was written, what is missing, and how it is checked."""
        yield Sentence(
            "The package {folder} holds what {n} group(s) did; pictures of the report, each with "
            "its numbers: {pictures}. README.md says what is in it.",
            folder=self.folder,
            n=self.groups,
            pictures=self.pictures,
        )
        yield Sentence(
            "To check it anywhere, with Python and NumPy alone: {command}",
            command=f"{PYTHON} {as_typed(self.folder / CODE / 'reproduce.py')}",
        )
        if self.licence is DataLicence.NONE:
            yield Sentence("No licence was chosen: nobody else may use the data yet.")
        if not self.has_statistical_files:
            yield Sentence(
                "It has no files for Stata and SPSS: they need pyreadstat (pip install "
                '"hcmd-lab[statistics]").'
            )


@dataclass(frozen=True, slots=True)
class Choices:
    """What the researcher has chosen.

    Attributes:
        licence: Of the data.
        with_labels: Whether what the lab knows participants by is in it.
        with_uncounted: Whether votes that have not been counted yet may be in it.
    """

    licence: DataLicence = DataLicence.NONE
    with_labels: bool = False
    with_uncounted: bool = False


def package_place(chosen: Path, study: StudyFolder) -> Path:
    """Where a package goes for somebody who has chosen a folder: it, or one in it if it is used."""
    is_used = chosen.is_dir() and any(chosen.iterdir()) and read_manifest(chosen) is None
    return chosen / f"{study.path.name}-replication" if is_used else chosen


def write_package(
    store: Store,
    target: Path,
    choices: Choices = Choices(),
    on_progress: OnProgress = lambda done, total: None,
) -> PackageSummary:
    """Write the package; the store may be read-only.

    The folder is put in place as a whole, and only in the place of an earlier package of this
    study. Sessions that were pilots are not in it.

    Args:
        store: The study.
        target: The folder.
        choices: What the researcher has chosen.
        on_progress: Told how much is done; if it raises, nothing is written.

    Raises:
        UsageError: Votes have not been counted yet, or the folder is not a package of this study.
        OperatorError: Another program has changed the study, or it cannot be written.
    """
    study = Study(store)
    with store.transaction():
        require_nothing_changed(store)
        uncounted = study.uncounted_groups
        if uncounted and not choices.with_uncounted:
            raise UsageError(
                "{n} group(s) of EVALUATE (has|have) played whose votes have not been counted yet, "
                "and a package would show them. Count them first, or say that they may be seen: "
                "the audit tells it then.",
                n=uncounted,
            )
        kept, _ = sessions_for(store, include_pilots=False)
        made = Manifest(
            "package", store.identity, utc_now(), store.log.number(), choices.with_labels
        )
        with replaced_folder(target, made) as draft:
            data = draft / psych_ds.FOLDER
            make_folder(data)
            written = write_tables(
                store, data, kept, with_labels=choices.with_labels, on_progress=on_progress
            )
            report = study_report(study)
            _sort_out(draft, written)
            shown = _write_pictures(draft, report)
            _write_statistical_files(draft, written)
            _copy_script(draft / CODE)
            facts = Facts(
                report,
                choices.licence,
                with_labels=choices.with_labels,
                uncounted=uncounted,
                written=written,
                pictures=tuple(shown),
                texts=write_materials(store, draft, written.materials),
                has_statistical_files=statistical_files.is_possible(),
                has_parquet=(draft / PARQUET).is_dir(),
                settings=study.settings,
                votes_hidden=study.hides_votes,
                made_utc=made.utc,
            )
            atomic_write(draft / "README.md", readme(facts).encode("utf-8"))
            _describe(draft, facts)
    remember_folder(store.folder, target, made)
    if uncounted:
        remember_votes(store.folder, ExportedVotes(made.utc, uncounted))
    return PackageSummary(
        target, written.groups, len(shown), statistical_files.is_possible(), choices.licence
    )


def _copy_script(code: Path) -> None:
    """Copy the script with its licence, which whoever hands it on has to hand on too."""
    script = RESOURCES / "replication"
    for file in (script / LICENCE, *sorted(script.rglob("*.py"))):
        place = code / file.relative_to(script)
        make_folder(place.parent)
        copy_file(file, place)


def _sort_out(draft: Path, written: Written) -> None:
    """Give the tables the names of Psych-DS, and everything else a folder of its own."""
    data = draft / psych_ds.FOLDER
    for table in written.tables:
        (data / table.file).rename(data / psych_ds.data_file(table.name))
    make_folder(draft / DOCUMENTATION)
    for name in (dictionary.FILE, value_labels.FILE, EVENTS):
        (data / name).rename(draft / DOCUMENTATION / name)
    if (data / MECHANISMS).is_dir():
        (data / MECHANISMS).rename(draft / MECHANISMS)
    (data / dictionary.PACKAGE).unlink()
    if (data / PARQUET).is_dir():
        (data / PARQUET).rename(draft / PARQUET)


def _write_pictures(draft: Path, report: StudyReport) -> Mapping[str, PictureTable]:
    """Write the report, its pictures, and the numbers of each beside it."""
    # Imported here: only where there is something to draw are Qt's libraries needed.
    from hcmd_lab.figures.report.writing import write_report  # noqa: PLC0415

    tables = picture_tables(report)
    if not tables:
        return tables
    write_report(report, draft / FIGURES)
    for name, table in tables.items():
        _write_table(draft / FIGURES / f"{name}.csv", table)
    if report.explanation is not None:
        _write_table(draft / FIGURES / f"{_RULE}.csv", rule_parameters(report.explanation))
    return tables


def _write_table(file: Path, table: PictureTable) -> None:
    write_table(file, [column.name for column in table.columns], table.rows)


def _write_statistical_files(draft: Path, written: Written) -> None:
    if statistical_files.is_possible():
        data = draft / psych_ds.FOLDER
        statistical_files.write_statistical_files(
            draft, {each.name: (each, data / psych_ds.data_file(each.name))
                    for each in written.tables}
        )  # fmt: skip


def _describe(draft: Path, facts: Facts) -> None:
    """Write the descriptions that other programs read."""
    written, licence = facts.written, facts.licence
    licences = []
    if licence is not DataLicence.NONE:
        licences = [
            {"name": licence.value, "title": licence.label, "path": licence.address, }
        ]  # fmt: skip
    resources = [
        dictionary.resource(
            draft / psych_ds.FOLDER / psych_ds.data_file(table.name),
            f"{psych_ds.FOLDER}/{psych_ds.data_file(table.name)}",
            table,
            written.rows[table.name],
            written.reach,
        )
        for table in written.tables
    ]
    about = dictionary.About(
        facts.report.name,
        facts.made_utc,
        facts.report.log,
        {
            "description": facts.summary,
            **({"licenses": licences} if licences else {}),
            "study": facts.plan,
        },
    )
    atomic_write(draft / dictionary.PACKAGE, dictionary.data_package(about, resources))
    atomic_write(
        draft / psych_ds.FILE,
        psych_ds.description(
            {"name": facts.report.name or "study", "description": facts.summary,
             "dateCreated": facts.made_utc},
            written.tables,
            licence.address,
        ),
    )  # fmt: skip
