"""The training panel: steps while they are computed, and what came out of each."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtGui import QImage

from docs.screenshots.studies import COMPLETE, MODELLING, OPTIMIZING, told
from docs.screenshots.studio import Studio
from docs.screenshots.taking import rest, wait_until
from hcmd_lab.study.status import Step
from ui.control.training.history import TrainingHistory
from ui.control.training_panel import TrainingPanel
from ui.training_thread import TrainingThread

_BETWEEN_NEWS_S = 0.4
_SHARE_DONE = 0.7
_RESULTS = (Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)


def training() -> Iterator[tuple[str, QImage]]:
    """Names and pictures."""
    for study, step in ((MODELLING, Step.MODEL), (OPTIMIZING, Step.OPTIMIZE)):
        yield from _waiting(study, step)
        yield from _running(study, step)
    yield from _results()


def _waiting(study: Path, step: Step) -> Iterator[tuple[str, QImage]]:
    studio = Studio(study)
    _open_panel(studio).show_step(step, 1)
    yield f"training-{step.value}-next", studio.picture()
    studio.close()


def _running(study: Path, step: Step) -> Iterator[tuple[str, QImage]]:
    """A step that tells again what it told when the study was made; its thread stands still."""
    studio = Studio(study)
    _open_panel(studio)
    desk = studio.desk
    news = told(step)
    clock = count()
    history = TrainingHistory(step, 1, lambda: _BETWEEN_NEWS_S * next(clock))
    desk.training.history = history
    desk.training.running = TrainingThread(desk.study.store.folder.path, step, desk)
    desk.training.started.emit(step)
    for progress in news:
        if progress.step <= _SHARE_DONE * progress.total:
            history.add(progress)
    desk.training.progressed.emit(history.latest)
    rest(400)
    yield f"training-{step.value}-running", studio.picture()
    desk.training.running = None
    studio.close()


def _results() -> Iterator[tuple[str, QImage]]:
    studio = Studio(COMPLETE)
    panel = _open_panel(studio)
    for step in _RESULTS:
        panel.show_step(step, 2)
        rest(1500)  # the maps of a mechanism are computed beside the window
        yield f"training-{step.value}", studio.picture()
    studio.close()


def _open_panel(studio: Studio) -> TrainingPanel:
    panel = studio.panel("training", TrainingPanel)
    wait_until(lambda: panel.views is not None, "the plots")
    return panel
