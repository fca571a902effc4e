"""Motion that shows what has changed; reduced where person or computer ask for it."""

import ctypes
import os
import subprocess
import sys
from functools import cache

from PySide6.QtCore import QAbstractAnimation, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look.tokens import tokens

HIGHLIGHT_MS = 1200
_HIGHLIGHT_ALPHA = 70
_CORNER_PX = 6

CALM = "HCMD_REDUCED_MOTION"
"""Environment variable: 1 asks for no animations, 0 allows them whatever the system says."""


def duration_ms(wanted_ms: int) -> int:
    """Duration of an animation: as requested, or 0 where motion is reduced."""
    return 0 if reduced_motion() else wanted_ms


def highlight(widget: QWidget) -> None:
    """Tint a widget that has just changed for a moment; nothing where motion is reduced."""
    lasting_ms = duration_ms(HIGHLIGHT_MS)
    if lasting_ms and widget.isVisible():
        for former in widget.findChildren(Tint, options=Qt.FindChildOption.FindDirectChildrenOnly):
            former.deleteLater()
        Tint(widget, lasting_ms)


class Tint(QWidget):
    """Colour that lies over its parent, takes no clicks, fades and goes."""

    def __init__(self, parent: QWidget, lasting_ms: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fade = QVariantAnimation(self, duration=lasting_ms)
        self._fade.setStartValue(_HIGHLIGHT_ALPHA)
        self._fade.setEndValue(0)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self.deleteLater)
        self.setGeometry(parent.rect())
        self.show()
        self._fade.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is left of the tint."""
        colour = QColor(tokens().accent)
        colour.setAlpha(int(self._fade.currentValue() or 0))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect(), _CORNER_PX, _CORNER_PX)


def reduced_motion() -> bool:
    """Whether animations should be left out."""
    command = os.environ.get(CALM, "")
    return command == "1" if command else _system_is_calm()


@cache
def _system_is_calm() -> bool:
    if sys.platform == "win32":
        return _windows_is_calm()
    if sys.platform == "darwin":
        return _answers(["defaults", "read", "com.apple.universalaccess", "reduceMotion"], "1")
    question = ["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]
    return _answers(question, "false")


def _windows_is_calm() -> bool:
    if sys.platform == "win32":  # tells the type checker where ctypes.windll exists
        get_client_area_animation = 0x1042
        enabled = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            get_client_area_animation, 0, ctypes.byref(enabled), 0
        )
        return not enabled.value
    return False


def _answers(question: list[str], answer: str) -> bool:
    """Whether a system program exists and prints this answer."""
    try:
        done = subprocess.run(question, capture_output=True, text=True, timeout=1, check=False)  # noqa: S603 - fixed questions
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.stdout.strip() == answer
