"""Writes a report into a folder."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.figure import to_png
from hcmd_lab.figures.report.html_page import HtmlPage
from hcmd_lab.figures.report.pdf import PDF_FILE, write_pdf
from hcmd_lab.figures.report.report_pictures import pictures
from hcmd_lab.files import atomic_write
from hcmd_lab.owned_folder import Manifest, replaced_folder
from hcmd_lab.study.report import StudyReport, study_report
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.study.study import Study
from hcmd_lab.system_faults import reason_of, remedy_of
from hcmd_lab.timestamps import utc_now
from hcmd_lab.wanted import wanted

REPORT_FILE = "report.html"


def write_report(report: StudyReport, folder: Path) -> list[Path]:
    """Write the page and its figures, replacing those of an earlier report.

    The page holds its pictures, so that it can be sent on its own; the same pictures are beside it
    as PNG files for slides. Each file is written as a whole or not at all, the page last.

    Args:
        report: The study's results.
        folder: The folder, created if necessary.

    Returns:
        The files written, the page first.

    Raises:
        OperatorError: The folder cannot be written to.
    """
    shown = pictures(report)
    files = {
        name: to_png(picture.figure, simulated=report.simulated)
        for name, picture in wanted(shown.items())
    }
    page = HtmlPage(report, shown, files).html()
    paths = [folder / REPORT_FILE, *(folder / f"{name}.png" for name in files)]
    try:
        for path, png in zip(paths[1:], files.values(), strict=True):
            atomic_write(path, png)
        atomic_write(paths[0], page.encode("utf-8"))
    except OSError as error:
        raise OperatorError(
            "The report cannot be written to {folder} ({reason}); {remedy}, or choose another "
            "folder.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return paths


def write_report_to(folder: Path, study: Study, *, pdf: bool = False) -> Path:
    """Write the report of a study into another folder than the study's own.

    Args:
        folder: Is made if there is none.
        study: It may lie where nothing can be written.
        pdf: As a PDF instead of a page.

    Returns:
        The page, or the PDF.

    Raises:
        OperatorError: Nothing has been trained yet, another program has changed what groups
            played, or the folder cannot be written to.
    """
    report = _full_report(study)
    if not pdf:
        return write_report(report, folder)[0]
    write_pdf(report, folder / PDF_FILE)
    return folder / PDF_FILE


def write_study_report(study: Study) -> Path:
    """Write the report into the study's folder, in the place of the last; returns the page.

    The PDF of an earlier moment stays beside it: each says itself when it was made.

    Raises:
        OperatorError: Nothing has been trained yet, another program has changed what groups
            played, or the folder cannot be written to.
    """
    report = _full_report(study)
    with _draft(study, kept=(PDF_FILE,)) as draft:
        write_report(report, draft)
    return _folder(study) / REPORT_FILE


def write_study_pdf(study: Study) -> Path:
    """Write the report as a PDF into the study's folder; returns the file.

    Raises:
        OperatorError: Nothing has been trained yet, another program has changed what groups
            played, or the folder cannot be written to.
    """
    report = _full_report(study)
    with _draft(study, kept=(REPORT_FILE, "*.png")) as draft:
        write_pdf(report, draft / PDF_FILE)
    return _folder(study) / PDF_FILE


def _full_report(study: Study) -> StudyReport:
    require_rows_of_the_log(study.store)
    report = study_report(study)
    if not report.iterations:
        raise OperatorError(
            "There is no result of MODEL to report yet. {status}",
            status=study.status().sentence,
        )
    return report


def _draft(study: Study, *, kept: Sequence[str]) -> AbstractContextManager[Path]:
    store = study.store
    made = Manifest("report", store.identity, utc_now(), store.log.number())
    return replaced_folder(
        _folder(study), made, kept=kept, adopted=(REPORT_FILE, PDF_FILE, "*.png")
    )


def _folder(study: Study) -> Path:
    return study.store.folder.path / "report"
