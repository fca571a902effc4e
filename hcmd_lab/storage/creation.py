"""Making a new study: the whole of it appears at once, or nothing does."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hcmd_lab.errors import UsageError
from hcmd_lab.storage.connection import make_database
from hcmd_lab.storage.faults import readable_faults
from hcmd_lab.storage.folder import StudyFolder
from hcmd_lab.storage.migrations import upgrade


def create_study(path: Path, facts: Mapping[str, object]) -> None:
    """Make a study in a folder that does not exist or is empty.

    Args:
        path: Where to make it.
        facts: What is known from the start, by name; values that JSON can hold.

    Raises:
        UsageError: The folder is a study or has something else in it.
        OperatorError: The folder cannot be written.
    """
    with readable_faults(path):
        if StudyFolder(path).database.exists():
            raise UsageError(f"{path} is a study already; choose another folder for a new one.")
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise UsageError(f"{path} is not an empty folder; choose another for a new study.")
        path.parent.mkdir(parents=True, exist_ok=True)
        # Built beside its place and renamed into it.
        built = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        try:
            _build(StudyFolder(built), facts)
            if path.exists():
                path.rmdir()  # Windows does not rename onto an existing folder
            built.rename(path)
        except BaseException:
            shutil.rmtree(built, ignore_errors=True)
            raise


def _build(folder: StudyFolder, facts: Mapping[str, object]) -> None:
    folder.make()
    database = make_database(folder)
    try:
        upgrade(database, folder)
        with database.atomic():
            database.conn.executemany(
                "INSERT INTO study VALUES (?, ?)",
                [(key, json.dumps(value)) for key, value in facts.items()],
            )
    finally:
        database.close()
