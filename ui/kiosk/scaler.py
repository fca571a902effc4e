"""Scales type and margins with a widget's size."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.kiosk.widgets.scale import apply_scale, scale_for
from ui.look import tokens


class Scaler(QObject):
    """Applies the scale for a widget's size, and the current look, to everything in it.

    Args:
        widget: Fills the window.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._done: tuple[float, object] | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size and the look."""
        if event.type() is QEvent.Type.Show:
            self._done = None  # what is first shown now may have kept the desktop's type
        if event.type() in (QEvent.Type.Resize, QEvent.Type.PaletteChange, QEvent.Type.Show):
            wanted = (scale_for(self._widget.size()), tokens())
            if wanted != self._done:
                self._done = wanted
                apply_scale(self._widget, *wanted)
        return super().eventFilter(watched, event)
