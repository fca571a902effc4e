"""The panels by name, each imported when first shown."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QWidget

from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

if TYPE_CHECKING:
    from ui.control.desk import Desk

PanelFactory: TypeAlias = "Callable[[Desk, QWidget], QWidget]"


def _study(desk: "Desk", parent: QWidget) -> QWidget:
    from ui.control.study_panel import StudyPanel  # noqa: PLC0415

    return StudyPanel(desk, parent)


def _session(desk: "Desk", parent: QWidget) -> QWidget:
    from ui.control.session_panel import SessionPanel  # noqa: PLC0415

    return SessionPanel(desk, parent)


def _live(desk: "Desk", parent: QWidget) -> QWidget:
    from ui.control.live_panel import LivePanel  # noqa: PLC0415

    return LivePanel(desk, parent)


def _training(desk: "Desk", parent: QWidget) -> QWidget:
    from ui.control.training_panel import TrainingPanel  # noqa: PLC0415

    return TrainingPanel(desk, parent)


def _data(desk: "Desk", parent: QWidget) -> QWidget:
    from ui.control.data_panel import DataPanel  # noqa: PLC0415

    return DataPanel(desk, parent)


def _mechanisms(desk: "Desk", parent: QWidget) -> QWidget:
    from ui.control.mechanisms_panel import MechanismsPanel  # noqa: PLC0415

    return MechanismsPanel(desk, parent)


PANELS: Mapping[str, PanelFactory] = {
    "study": _study,
    "session": _session,
    "live": _live,
    "training": _training,
    "data": _data,
    "mechanisms": _mechanisms,
}
"""How each panel is made, in the order of the rail."""

_NAMES = {
    "study": Sentence("Study"),
    "session": Sentence("Session"),
    "live": Sentence("Live plots"),
    "training": Sentence("Training"),
    "data": Sentence("Data"),
    "mechanisms": Sentence("Mechanisms"),
}


def panel_names() -> dict[str, str]:
    """Each panel's name in the current language."""
    return {name: translate(text) for name, text in _NAMES.items()}
