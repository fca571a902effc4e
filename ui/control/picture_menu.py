"""The menu of every picture in a window: copy it, or save it as a file."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.figures.figure import Figure, render
from hcmd_lab.telling.translate import translate
from ui.control.banner import Banner
from ui.control.save_place import ask_where_to_save
from ui.control.top_strip import TopStrip
from ui.look.tips import show_tip

COPY_SCALE = 2.0
_MARK_PX = 28


def ask_for_picture_file(place: QWidget, name: str) -> Path | None:
    """Ask for the file of a picture; without an ending it gets that of the chosen kind.

    Args:
        place: The widget with the picture.
        name: Suggests the file's name.

    Returns:
        None if the experimenter changed their mind.
    """
    kinds = translate("PDF for print (*.pdf);;SVG to edit (*.svg);;PNG for slides (*.png)")
    return ask_where_to_save(
        place, translate("Save the picture"), Path.home() / f"{name}.pdf", kinds
    )


class WidgetPicture:
    """What grows while one watches, as a figure: a card with its plots, as it is on the screen."""

    def __init__(self, card: QWidget) -> None:
        """Show a card."""
        self._card = card

    @property
    def size(self) -> QSizeF:
        """The card's size, and room above it for the mark of simulated participants."""
        return QSizeF(self._card.size()) + QSizeF(0, _MARK_PX)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into a rectangle of the natural size."""
        painter.save()
        painter.translate(rect.topLeft() + QPointF(0, _MARK_PX))
        self._card.render(painter, QPoint())
        painter.restore()


class PictureMenu(QMenu):
    """Copies or saves a picture; marked where simulated participants made it.

    Attributes:
        copy_it: Copies it to the clipboard.
        save_it: Asks for a file and saves it there.
    """

    def __init__(self, parent: QWidget, title: str, figure: Callable[[], Figure]) -> None:
        """Create the menu.

        Args:
            parent: The widget with the picture.
            title: Of the picture; suggests the file's name.
            figure: Makes the picture when it is wanted.
        """
        super().__init__(parent)
        self._place, self._title, self._figure = parent, title, figure
        self.copy_it = self.addAction(translate("&Copy picture"), self.copy_picture)
        self.save_it = self.addAction(translate("&Save picture…"), self.ask_where_to_save)
        self.aboutToHide.connect(self.deleteLater)

    def copy_picture(self) -> None:
        """Copy the picture to the clipboard."""
        image = render(self._figure(), COPY_SCALE, simulated=self._is_simulated)
        QGuiApplication.clipboard().setImage(image)
        self._say(translate("The picture is in the clipboard."))

    def ask_where_to_save(self) -> None:
        """Ask for a file, and save the picture there."""
        name = re.sub(r"\W+", "-", self._title.lower()).strip("-") or "picture"
        if path := ask_for_picture_file(self._place, name):
            self.save_picture(path)

    def save_picture(self, path: Path) -> None:
        """Save the picture in a file; its ending says how."""
        from hcmd_lab.figures.saving import save_picture  # noqa: PLC0415 - loads SVG and PDF

        try:
            save_picture(self._figure(), path, simulated=self._is_simulated)
        except (OperatorError, UsageError) as error:
            banner = self._place.window().findChild(Banner)
            if banner is not None:
                banner.tell(translate(error))
        else:
            self._say(translate("The picture has been saved in {path}.", path=path))

    @property
    def _is_simulated(self) -> bool:
        strip = self._place.window().findChild(TopStrip)
        return strip is not None and strip.says_simulated

    def _say(self, sentence: str) -> None:
        middle = self._place.rect().center()
        show_tip(self._place.mapToGlobal(middle), sentence, self._place)
