"""The pairing code full screen, for a projector."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.session.code_view import CodeView
from ui.control.session.joining import Joining
from ui.look.layouts import Spare, fill, in_column
from ui.look.widgets import label


class Projector(QDialog):
    """Shows code and address as large as the screen allows; any key or click closes it."""

    def __init__(self, joining: Joining, parent: QWidget | None = None) -> None:
        """Create the window, to be shown full screen."""
        super().__init__(parent)
        self.setWindowTitle(translate("Pairing code"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        code = CodeView(min_height_px=120)
        code.show_code(joining.code)
        centre = Qt.AlignmentFlag.AlignCenter
        layout = in_column(Spare(1), of=self, gap=6, margins=(7, 7, 7, 6))
        title = label(translate("Pairing code of this session"), "title")
        server = label(translate("Lab computer: {server}", server=joining.servers[0]), "display")
        closing = label(translate("Press any key to close"), "caption")
        for text in (title, server, closing):
            text.setAlignment(centre)
        fill(layout, title, (code, 4), server, Spare(1), closing)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close."""
        del event
        self.close()

    def mousePressEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Close."""
        del event
        self.close()
