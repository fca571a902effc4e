"""Writes a report into a folder."""

import os
import tempfile
from pathlib import Path

from hcmd_lab.errors import OperatorError
from ui.figures.figure import to_png
from ui.figures.report.page import Page
from ui.figures.report.pictures import pictures
from ui.figures.report.records import StudyReport

REPORT_FILE = "report.html"


def write_report(report: StudyReport, folder: Path) -> list[Path]:
    """Write the page and its pictures, replacing those of an earlier report.

    The page holds its pictures, so that it can be sent on its own; the same pictures are beside it
    as PNG files for slides. Each file is written as a whole or not at all, the page last.

    Args:
        report: What to tell.
        folder: Where; it is made if need be.

    Returns:
        The files written, the page first.

    Raises:
        OperatorError: The folder cannot be written to, or the computer has no fonts.
    """
    shown = pictures(report)
    files = {
        name: to_png(picture.figure, simulated=report.simulated) for name, picture in shown.items()
    }
    page = Page(report, shown, files).html()
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, png in files.items():
            paths.append(_write_whole(folder / f"{name}.png", png))
        paths.insert(0, _write_whole(folder / REPORT_FILE, page.encode("utf-8")))
    except OSError as error:
        raise OperatorError(
            f"The report cannot be written to {folder} ({error.strerror}); "
            "make room or choose another folder."
        ) from error
    return paths


def _write_whole(path: Path, data: bytes) -> Path:
    """Write a file so that it is never seen half written."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is private; a report is there to be read.
        Path(draft).chmod(0o644)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return path
