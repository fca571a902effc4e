"""Takes single mechanisms out of a bundle, for the library of a study."""

from pathlib import Path

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.errors import UsageError
from hcmd_lab.game.setting_values import parse
from hcmd_lab.study.adding import add
from hcmd_lab.study.candidates import Candidate, foreign
from hcmd_lab.study.library import LibraryEntry
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.settings import StudySettings


def mechanisms_in(path: Path) -> list[str]:
    """Names of the mechanisms that a bundle holds, the newest trained one first.

    Raises:
        UsageError: The bundle cannot be read.
    """
    bundle = read_bundle(path)
    newest = _newest(bundle)
    tables = [table for table, _ in bundle.mechanisms]
    return [table.name for table in sorted(tables, key=lambda table: table.sha256 != newest)]


def from_bundle(
    study: ReadOnlyStudy, path: Path, of: str | None = None, name: str = ""
) -> Candidate:
    """A mechanism of the study that a bundle holds.

    Args:
        study: The study.
        path: The bundle.
        of: Name of the mechanism there; None for the newest trained one.
        name: Its name here; by default it says from where it is.

    Raises:
        UsageError: The bundle cannot be read or has no such mechanism, or the name is not
            possible.
    """
    bundle = read_bundle(path)
    settings = parse(StudySettings, bundle.manifest.settings)
    wanted = _newest(bundle) if of is None else of
    for table, provenance in bundle.mechanisms:
        if wanted in (table.name, table.sha256):
            return foreign(
                study, table, provenance, settings.name, name, simulated=settings.simulated
            )
    raise UsageError(
        "The bundle {name} has no mechanism {wanted}; it has: {known}.",
        name=bundle.name,
        wanted=of or "of its own training",
        known=", ".join(table.name for table, _ in bundle.mechanisms) or "none",
    )


def add_from_bundle(
    study: ReadOnlyStudy, path: Path, of: str | None = None, name: str = ""
) -> LibraryEntry:
    """Read a mechanism of a bundle (`from_bundle`) and add it to the library."""
    return add(study, from_bundle(study, path, of, name))


def _newest(bundle: Bundle) -> str:
    """SHA-256 of the newest trained table; empty if there is none."""
    newest = bundle.newest_trained
    return "" if newest is None else newest.table
