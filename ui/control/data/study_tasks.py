"""Background tasks of the data panel, each with a sentence about its outcome."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import Merge, plan_merge
from hcmd_lab.export.renewing import Holding, folders_with, renew_exports
from hcmd_lab.export.study_export import WITHOUT_LABELS, export_study
from hcmd_lab.figures.report.report_pictures import Picture
from hcmd_lab.figures.report.writing import write_study_pdf, write_study_report
from hcmd_lab.figures.saving import save_picture
from hcmd_lab.replication_package.writing import Choices, write_package
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.study import Study
from hcmd_lab.study.whole import check_whole
from hcmd_lab.telling import counts
from hcmd_lab.telling.bundles import brought, what_was_written
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.study_log import taken_as_it_was
from hcmd_lab.telling.translate import translate
from ui.control.background import OnProgress


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome of a task.

    Attributes:
        sentence: Sentence for the experimenter.
        file: The file written, if any.
        findings: Problems of the study, one line each.
    """

    sentence: str
    file: Path | None = None
    findings: Sequence[str] = ()


def export(
    store: Store,
    on_progress: OnProgress,
    folder: Path,
    *,
    include_pilots: bool,
    with_labels: bool = True,
) -> Outcome:
    """Write all tables into a folder."""
    summary = export_study(
        store,
        folder,
        include_pilots=include_pilots,
        with_labels=with_labels,
        on_progress=on_progress,
    )
    sentence = translate(
        "Exported {n} contribution(s) to {folder}.",
        n=summary.rows["long"],
        folder=summary.folder.name,
    )
    if not with_labels:
        sentence += " " + translate(WITHOUT_LABELS)
    if summary.pilots_left_out:
        sentence += " " + translate(
            "{n} pilot session(s) (is|are) not included.", n=summary.pilots_left_out
        )
    if summary.changed is not None:
        sentence += " " + translate(summary.changed)
    return Outcome(sentence, summary.folder)


def package(store: Store, on_progress: OnProgress, folder: Path, choices: Choices) -> Outcome:
    """Write a replication package into a folder."""
    summary = write_package(store, folder, choices, on_progress)
    return Outcome(" ".join(map(translate, summary.sentences())), summary.folder)


def bundle(
    store: Store, _on_progress: OnProgress, path: Path, *, with_fingerprints: bool = False
) -> Outcome:
    """Write everything that another lab needs into one file."""
    summary = make_bundle(ReadOnlyStudy(store), path, with_fingerprints=with_fingerprints)
    sentence = translate(
        "{n} group(s) that (counts|count) (is|are) in the bundle {file}.",
        n=summary.groups,
        file=path.name,
    )
    if written := what_was_written(summary.sessions):
        sentence = f"{sentence} {translate(written)}"
    return Outcome(sentence, path)


def plan(store: Store, _on_progress: OnProgress, file: Path) -> Merge:
    """Plan the merge of a bundle."""
    return plan_merge(ReadOnlyStudy(store), read_bundle(file))


def merge_words(planned: Merge) -> str:
    """What a merge would add, in one sentence."""
    return translate("New in this study: {parts}.", parts=brought(planned.additions))


def renewed_by_merge(store: Store, planned: Merge) -> str:
    """Make the exports anew that hold people whom a merge says to have withdrawn; what was done."""
    people = planned.withdrawn
    if not people or folders_with(store, people) == Holding((), ()):
        return ""
    return " ".join(map(translate, renew_exports(store, people).sentences()))


def check(store: Store, on_progress: OnProgress) -> Outcome:
    """Compare the study with its log, and look up what its next step needs and its restrictions."""
    study = Study(store)
    findings = [translate(finding) for finding in check_whole(study, on_progress)]
    verdicts = [] if findings else study.mechanisms.verdicts(study.settings.restriction)
    findings += [
        f"{pretty_name(name)}: {translate(verdict.sentence)}"
        for name, verdict in verdicts
        if not verdict.kept
    ]
    if findings:
        return Outcome(
            translate("The check found {n} problem(s) with the study.", n=len(findings)),
            findings=findings,
        )  # fmt: skip
    sentence = translate(
        "The study is intact: the log replays to the same tables, every contribution occurs once, "
        "the coins add up in all of them ({contributions}), and settings, training steps and notes "
        "are as HCMD Lab stored them last.",
        contributions=counts.contributions(store.tables.count_decisions()),
    )
    if verdicts:
        sentence += " " + translate(
            "Its mechanisms keep to the study's restrictions in every state."
        )
    return Outcome(" ".join([sentence, *taken_as_it_was(study)]))


def renew(store: Store, on_progress: OnProgress, people: Collection[tuple[str, str]]) -> Outcome:
    """Make the exports anew that hold data of people who have withdrawn."""
    renewal = renew_exports(store, people, on_progress)
    return Outcome(" ".join(translate(sentence) for sentence in renewal.sentences()))


def write_page(store: Store, _on_progress: OnProgress) -> Outcome:
    """Write the report as a web page."""
    path = write_study_report(Study(store))
    return Outcome(translate("The report is written as a web page."), path)


def write_pdf(store: Store, _on_progress: OnProgress) -> Outcome:
    """Write the report as a PDF."""
    path = write_study_pdf(Study(store))
    return Outcome(translate("The report is written as a PDF."), path)


def save(picture: Picture, path: Path, *, simulated: bool) -> Outcome:
    """Save a picture in a file."""
    save_picture(picture.figure, path, simulated=simulated)
    return Outcome(translate("The picture is saved as {file}.", file=path.name), path)
