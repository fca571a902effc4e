"""Contents of the data panel, read in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from hcmd_lab.figures.figure import render
from hcmd_lab.figures.report.report_pictures import Picture, pictures
from hcmd_lab.figures.theme import GRID, pen
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.storage.records import GroupRow, RunRow, SessionRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.report import study_report
from hcmd_lab.study.rows_of_the_log import told_as_altered
from hcmd_lab.study.run_standing import RunStanding, run_standings
from hcmd_lab.study.study import Study
from hcmd_lab.study.trained_names import names_at
from hcmd_lab.telling.results import result_in_words
from hcmd_lab.telling.standing import standing_in_words
from hcmd_lab.telling.translate import translate
from ui.control.background import OnProgress

THUMBNAIL_PX = QSize(184, 112)
"""The room that a small picture has in the list, in logical pixels."""

_SHARP = 2
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A figure with a thumbnail."""

    picture: Picture
    thumbnail: QImage


@dataclass(frozen=True, slots=True)
class Contents:
    """A study's pictures and tables.

    Attributes:
        simulated: Whether simulated people play.
        pictures: Figures in the order of the report.
        sessions: Newest first.
        groups: Groups of all sessions, newest first.
        runs: Training steps, newest first.
        mechanisms: Names by the SHA-256 of the table.
        results: Each training step's result, by its number.
        next_step: The study's next need, as a sentence; empty while pictures are withheld.
        hides_votes: Whether the votes of EVALUATE are not counted yet, and not to be seen.
        altered: What another program has changed in what groups did, so that there are no
            pictures; empty if nothing.
    """

    simulated: bool
    pictures: tuple[ShownPicture, ...]
    sessions: tuple[SessionRow, ...]
    groups: tuple[GroupRow, ...]
    runs: tuple[RunRow, ...]
    mechanisms: dict[str, str]
    results: dict[int, str]
    next_step: str
    hides_votes: bool = False
    altered: str = ""


def read_contents(store: Store, on_progress: OnProgress) -> Contents:
    """Read everything, and paint the thumbnails."""
    study = Study(store)
    with store.transaction():
        altered = told_as_altered(store)
        sessions, groups, runs = (
            store.tables.sessions(),
            store.tables.groups(),
            store.learned.every_run(),
        )
        mechanisms = {row.sha256: row.name for row in store.learned.mechanisms()}
        report = study_report(study)
        next_step, recommendations = standing_in_words(study), study.recommendations()
        standings = run_standings(store.learned)
        results = {
            run.id: run_in_words(
                run,
                recommendations,
                simulated=report.simulated,
                names=names_at(store, run),
                standing=standings[run.id],
            )
            for run in runs
        }
    # Before the first training step there is only a baseline, which is not a result.
    is_to_draw = altered is None and (report.played or report.iterations)
    found = pictures(report) if is_to_draw else {}
    shown = []
    for done, picture in enumerate(found.values()):
        on_progress(done, len(found))
        shown.append(ShownPicture(picture, _thumbnail(picture)))
    return Contents(
        simulated=report.simulated,
        pictures=tuple(shown),
        sessions=tuple(reversed(sessions)),
        groups=tuple(reversed(groups)),
        runs=tuple(reversed(runs)),
        mechanisms=mechanisms,
        results=results,
        next_step="" if altered is not None else next_step,
        hides_votes=study.hides_votes,
        altered="" if altered is None else translate(altered),
    )


def run_in_words(
    run: RunRow,
    recommendations: Mapping[int, Recommendation],
    *,
    simulated: bool,
    names: Sequence[str] = (),
    standing: RunStanding = RunStanding.IN_USE,
) -> str:
    """A training step's result in words; a recommendation follows from one that is in use."""
    in_use = standing is RunStanding.IN_USE
    told = result_in_words(
        run.result,
        run.iteration,
        simulated=simulated,
        recommendation=recommendations.get(run.iteration) if in_use else None,
        origin=run.job.origin if isinstance(run.job, InitialiseJob) else None,
        names=names,
    )
    match standing:
        case RunStanding.IN_USE:
            return told
        case RunStanding.TAKEN_AGAIN:
            return translate("Taken again since: {result}", result=told)
        case RunStanding.SET_ASIDE:
            return translate("Set aside: {result}", result=told)
        case _:
            assert_never(standing)


def _thumbnail(picture: Picture) -> QImage:
    """The figure in small, centred in its space; sharp on high-resolution screens."""
    image = render(picture.figure, _HALF * _SHARP)
    image.setDevicePixelRatio(1)
    room = THUMBNAIL_PX * _SHARP
    small = image.scaled(
        room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    made = QImage(room, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    frame = small.rect()
    frame.moveCenter(made.rect().center())
    painter = QPainter(made)
    painter.drawImage(frame.topLeft(), small)
    painter.setPen(pen(GRID, _SHARP))
    painter.drawRect(frame.adjusted(1, 1, -1, -1))
    painter.end()
    made.setDevicePixelRatio(_SHARP)
    return made
