"""What the data panel can have done with a study, each with the words that tell the result."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import Merge, plan_merge
from hcmd_lab.export.study_export import export_study
from hcmd_lab.laboratory import Laboratory
from hcmd_lab.report import write_study_pdf, write_study_report
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study_reader import StudyReader
from ui.control.background import OnProgress
from ui.figures.report.pictures import Picture
from ui.figures.saving import save_picture
from ui.look.numbers import whole
from ui.told import told

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Outcome:
    """How something ended.

    Attributes:
        sentence: For the experimenter.
        file: What was written, if anything was.
        findings: What is wrong with the study, a line each.
    """

    sentence: str
    file: Path | None = None
    findings: Sequence[str] = ()


def export(store: Store, on_progress: OnProgress, folder: Path, *, include_pilots: bool) -> Outcome:
    """Write all tables into a folder."""
    summary = export_study(store, folder, include_pilots=include_pilots, on_progress=on_progress)
    sentence = translate(
        "Errands", "Exported %n decision(s) to {folder}.", "", summary.rows["long"]
    ).format(folder=summary.folder.name)  # fmt: skip
    if summary.pilots_left_out:
        sentence += " " + translate(
            "Errands", "%n pilot session(s) are not in it.", "", summary.pilots_left_out
        )
    return Outcome(sentence, summary.folder)


def bundle(store: Store, _on_progress: OnProgress, path: Path) -> Outcome:
    """Write everything that another lab needs into one file."""
    summary = make_bundle(StudyReader(store), path)
    sentence = translate(
        "Errands", "%n group(s) that count are in the bundle {file}.", "", summary.groups
    )
    return Outcome(sentence.format(file=path.name), path)


def plan(store: Store, _on_progress: OnProgress, file: Path) -> Merge:
    """Look what a bundle would bring."""
    return plan_merge(StudyReader(store), read_bundle(file))


def merge_words(planned: Merge) -> str:
    """What a bundle brings, in a sentence."""
    parts = [
        translate("Errands", "%n session(s)", "", planned.sessions),
        translate("Errands", "%n group(s)", "", planned.groups),
        translate("Errands", "%n training step(s)", "", planned.runs),
        translate("Errands", "%n withdrawal(s)", "", planned.withdrawals),
        translate("Errands", "news of %n known session(s)", "", planned.continued),
    ]
    counts = (planned.sessions, planned.groups, planned.runs, planned.withdrawals,
              planned.continued)  # fmt: skip
    named = ", ".join(part for part, count in zip(parts, counts, strict=True) if count)
    return translate("Errands", "New in this study: {parts}.").format(parts=named)


def check(store: Store, on_progress: OnProgress) -> Outcome:
    """Compare everything in the study with its log."""
    findings = check_study(store, on_progress=on_progress)
    verdicts = [] if findings else Laboratory(store).verdicts()
    findings += [
        f"{name}: {told(verdict.sentence)}" for name, verdict in verdicts if not verdict.kept
    ]
    if findings:
        return Outcome(
            translate("Errands", "The study is not what its log says: %n finding(s).", "",
                      len(findings)),
            findings=findings,
        )  # fmt: skip
    decisions = len(store.decisions())
    sentence = translate(
        "Errands",
        "The study is whole: the log replays to the same tables, every decision is there "
        "once, and in all {decisions} decisions the coins add up.",
    ).format(decisions=whole(decisions))
    if verdicts:
        sentence += " " + translate(
            "Errands", "In every state its mechanisms keep to what the study asks of them."
        )
    return Outcome(sentence)


def write_page(store: Store, _on_progress: OnProgress) -> Outcome:
    """Write the report as a web page."""
    path = write_study_report(Laboratory(store))
    return Outcome(translate("Errands", "The report is written as a web page."), path)


def write_pdf(store: Store, _on_progress: OnProgress) -> Outcome:
    """Write the report as a PDF."""
    path = write_study_pdf(Laboratory(store))
    return Outcome(translate("Errands", "The report is written as a PDF."), path)


def save(picture: Picture, path: Path, *, simulated: bool) -> Outcome:
    """Save a picture in a file."""
    save_picture(picture.figure, path, simulated=simulated)
    return Outcome(
        translate("Errands", "The picture is saved as {file}.").format(file=path.name), path
    )
