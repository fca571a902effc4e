"""A centred column of limited width."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kiosk.widgets.scale import limit_width


def centred(widget: QWidget, widest_px: int) -> QHBoxLayout:
    """A row with a centred widget that takes the full width up to a limit.

    Args:
        widget: May hold texts of several lines: its height follows its width.
        widest_px: On the smallest screen.
    """
    limit_width(widget, widest_px)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
