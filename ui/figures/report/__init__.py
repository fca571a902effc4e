"""The readable report of a study: its pictures and one page that explains them."""

from ui.figures.report.records import IterationReport, StudyReport
from ui.figures.report.writing import REPORT_FILE, write_report

__all__ = ["REPORT_FILE", "IterationReport", "StudyReport", "write_report"]
