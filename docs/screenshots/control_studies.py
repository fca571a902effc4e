"""The control window without a study, and with one that is in the middle or complete."""

from collections.abc import Iterator

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTabWidget

from docs.screenshots.studies import COMPLETE, MIDDLE, OPTIMIZING
from docs.screenshots.studio import Studio
from docs.screenshots.taking import rest, wait_until
from ui.control.data_panel import DataPanel
from ui.control.live_panel import LivePanel
from ui.control.session_panel import SessionPanel
from ui.control.study_panel import StudyPanel

_TABLES = ("sessions", "groups", "steps")


def studies() -> Iterator[tuple[str, QImage]]:
    """Names and pictures."""
    yield from _welcome()
    yield from _middle()
    yield from _complete()


def _welcome() -> Iterator[tuple[str, QImage]]:
    studio = Studio()
    rest(300)
    yield "welcome-first", studio.picture()
    studio.window.welcome.show_recent([COMPLETE, MIDDLE, OPTIMIZING])
    studio.window.welcome.look_into_recent()
    rest(600)
    yield "welcome", studio.picture()
    studio.close()


def _middle() -> Iterator[tuple[str, QImage]]:
    studio = Studio(MIDDLE)
    studio.panel("study", StudyPanel)
    yield "study-middle", studio.picture()
    studio.panel("session", SessionPanel)
    yield "session-none", studio.picture()
    studio.panel("live", LivePanel)
    yield "live-none", studio.picture()
    studio.close()


def _complete() -> Iterator[tuple[str, QImage]]:
    studio = Studio(COMPLETE)
    studio.panel("study", StudyPanel)
    yield "study-complete", studio.picture()
    data = studio.panel("data", DataPanel)
    wait_until(lambda: data.pictures.current is not None, "the pictures of the study")
    rest(500)
    yield "data-pictures", studio.picture()
    tabs = data.findChild(QTabWidget)
    if tabs is None:
        raise ValueError("the data have no tabs")
    for number, name in enumerate(_TABLES, start=1):
        tabs.setCurrentIndex(number)
        yield f"data-{name}", studio.picture()
    studio.close()
