"""Writes a report into a folder."""

from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.wholefile import write_whole
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
    paths = [folder / REPORT_FILE, *(folder / f"{name}.png" for name in files)]
    try:
        for path, png in zip(paths[1:], files.values(), strict=True):
            write_whole(path, png)
        write_whole(paths[0], page.encode("utf-8"))
    except OSError as error:
        raise OperatorError(
            "The report cannot be written to {folder} ({reason}); make room or choose "
            "another folder.",
            folder=folder,
            reason=error.strerror,
        ) from error
    return paths
