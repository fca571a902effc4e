"""The strip above every panel: the study and its standing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hcmd_lab.telling.translate import translate
from ui.look import tokens
from ui.look.elided_line import ElidedLine
from ui.look.layouts import in_row
from ui.look.tips import set_tip
from ui.look.widgets import label

if TYPE_CHECKING:  # the window is shown before the database is loaded
    from hcmd_lab.study.study import Study


class Mark(QWidget):
    """A framed short word, like a stamp on paper."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Create the mark."""
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the word in bold."""
        font = self.font()
        font.setPixelSize(11)
        font.setBold(True)
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 20, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark."""
        del event
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(colours.head_wash))
        painter.setPen(QPen(QColor(colours.head_ink), 1.5))
        painter.drawRoundedRect(frame, 5, 5)
        font = self.font()
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._text)


class TopStrip(QWidget):
    """Name of the study, its iteration, and its important marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the strip without a study."""
        super().__init__(parent)
        self._name = ElidedLine("", "heading")
        self._iteration = label("", "caption", wrap=False)
        self._simulated = Mark(translate("SIMULATED PEOPLE"))
        set_tip(self._simulated, translate("Simulated participants play in this study."))
        in_row(
            (self._name, 1), self._simulated, self._iteration, of=self, gap=4, margins=(5, 3, 5, 3)
        )
        self.show_study(None)

    @property
    def text(self) -> str:
        """Name and iteration as shown."""
        return f"{self._name.text()} {self._iteration.text()}".strip()

    @property
    def says_simulated(self) -> bool:
        """Whether the mark for simulated participants is shown."""
        return self._simulated.isVisibleTo(self)

    def show_study(self, study: "Study | None") -> None:
        """Show a study's state, or that none is open."""
        self.setVisible(study is not None)
        if study is None:
            return
        settings = study.settings
        self._name.setText(study.name)
        set_tip(self._name, f"{study.name}\n{study.store.folder.path}")
        self._simulated.setVisible(settings.simulated)
        self._iteration.setText(
            translate(
                "Iteration {iteration} of at most {iterations}",
                iteration=study.status().iteration,
                iterations=settings.iterations,
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the border line."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().surface))
        painter.setPen(QColor(tokens().line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
