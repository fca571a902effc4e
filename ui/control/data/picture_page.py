"""The picture page: a list on the left, the chosen picture on the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QImage, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from hcmd_lab.figures.figure import render
from hcmd_lab.figures.report.report_pictures import Picture
from hcmd_lab.telling.numbers import percent
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress
from ui.control.data.contents import THUMBNAIL_PX, ShownPicture
from ui.control.data.sheet import PictureView
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.control.picture_menu import ask_for_picture_file
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, fill, in_column, in_row
from ui.look.tips import set_tip
from ui.look.tokens import SPACE
from ui.look.widgets import button, label

_LIST_PX = 288
_COPY_SCALE = 2.0


class PicturePage(QWidget):
    """Figures to view, save and copy.

    Signals:
        save_requested(Picture, Path): Save a picture in a file.
        copied(): A picture is in the clipboard.
    """

    save_requested = Signal(object, object)
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the page without figures."""
        super().__init__(parent)
        self._shown: Sequence[ShownPicture] = ()
        self._simulated = False
        self._next_step, self._are_withheld = "", False
        self._copying: Background[QImage] | None = None
        self._busy = ""
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Pictures"))
        self.list.setFixedWidth(_LIST_PX)
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setFlow(QListWidget.Flow.TopToBottom)
        self.list.setWrapping(False)
        self.list.setWordWrap(True)
        self.list.setIconSize(THUMBNAIL_PX)
        self.list.setSpacing(SPACE[1])
        self.list.currentRowChanged.connect(self._on_chosen)
        self.view = PictureView()
        self.caption = label("", "caption")
        self._title = label("", "heading")
        self._zoom = label("", wrap=False)
        self._zoom.setAccessibleName(translate("Zoom"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._zoom.setMinimumWidth(52)
        self.view.zoomed.connect(lambda zoom: self._zoom.setText(percent(zoom)))
        right = in_column(self._title, self._tools(), (self.view, 1), self.caption, gap=2)
        in_row(self.list, (right, 1), of=self, gap=4, margins=(0, 3, 0, 0))

    def show_pictures(
        self,
        shown: Sequence[ShownPicture],
        *,
        simulated: bool,
        next_step: str,
        are_withheld: bool = False,
    ) -> None:
        """Show other figures; the chosen one stays chosen if it is among them.

        Args:
            shown: The figures in order.
            simulated: Whether they are marked as made from simulated participants.
            next_step: What to do to get figures, if there are none.
            are_withheld: Whether there are none because what they would show is not so.
        """
        self._next_step, self._are_withheld = next_step, are_withheld
        chosen = self.current
        self._shown, self._simulated = shown, simulated
        self.list.blockSignals(True)
        self.list.clear()
        for each in shown:
            icon = QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # else the chosen one is tinted
                icon.addPixmap(QPixmap.fromImage(each.thumbnail), mode)
            item = QListWidgetItem(icon, each.picture.title)
            item.setSizeHint(QSize(_LIST_PX - 26, THUMBNAIL_PX.height() + 64))
            set_tip(item, each.picture.title)
            self.list.addItem(item)
        self.list.blockSignals(False)
        names = [each.picture.name for each in shown]
        row = names.index(chosen.name) if chosen is not None and chosen.name in names else 0
        self.list.setCurrentRow(row if shown else -1)
        self._on_chosen(self.list.currentRow())

    def allow_saving(self, *, why_not: str) -> None:
        """Offer to save the figure, or say for what that would have to wait."""
        self._busy = why_not
        self._enable()

    @property
    def current(self) -> Picture | None:
        """The chosen figure."""
        row = self.list.currentRow()
        return self._shown[row].picture if 0 <= row < len(self._shown) else None

    def copy(self) -> None:
        """Copy the figure to the clipboard."""
        picture = self.current
        if picture is None or self._copying is not None:
            return
        simulated = self._simulated

        def work(_on_progress: OnProgress) -> QImage:
            return render(picture.figure, _COPY_SCALE, simulated=simulated)

        self._copying = Background(work, self)
        self._copying.hand_to(self._on_copied)

    def ask_where_to_save(self) -> None:
        """Ask for a file, then request that the figure be saved there."""
        picture = self.current
        if picture is None:
            return
        if path := ask_for_picture_file(self, picture.name):
            self.save_requested.emit(picture, path)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE[2])
        smaller, larger = button("−", "quiet"), button("+", "quiet")
        smaller.setAccessibleName(translate("Smaller"))
        larger.setAccessibleName(translate("Larger"))
        fit = button(translate("Fit"), "quiet")
        smaller.clicked.connect(self.view.zoom_out)
        larger.clicked.connect(self.view.zoom_in)
        fit.clicked.connect(self.view.fit)
        copy = icon_button(Icon.DUPLICATE, translate("Cop&y"), "quiet")
        save = icon_button(Icon.EXPORT, translate("S&ave picture…"), "quiet")
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._copy_it = QAction(translate("&Copy picture"), self.view)
        self._copy_it.triggered.connect(self.copy)
        self._save_it = QAction(translate("S&ave picture…"), self.view)
        self._save_it.triggered.connect(self.ask_where_to_save)
        self.view.addActions([self._copy_it, self._save_it])
        self._save = save
        copy.clicked.connect(self.copy)
        save.clicked.connect(self.ask_where_to_save)
        fill(row, smaller, self._zoom, larger, fit, Spare(), copy, save)
        fits = translate("As large as the window allows (Ctrl+0)")
        self._tools_of_picture = {smaller: "", larger: "", fit: fits, copy: ""}
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, self.view.zoom_in),
            (QKeySequence.StandardKey.ZoomOut, self.view.zoom_out),
            (QKeySequence("Ctrl+0"), self.view.fit),
            (QKeySequence.StandardKey.Copy, self.copy),
        ):
            action = QAction(self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)
        return row

    def _on_chosen(self, _row: int) -> None:
        picture = self.current
        if picture is None:
            self._title.setText(self._nothing())
            self.caption.setText(self._next_step)
            self.view.clear()
        else:
            self._title.setText(picture.title)
            self.caption.setText(picture.caption)
            self.view.show_picture(picture.figure, picture.title, simulated=self._simulated)
        self._enable()

    def _nothing(self) -> str:
        if self._are_withheld:
            return translate("No pictures are shown")
        return translate("There is no picture yet")

    def _enable(self) -> None:
        none = "" if self.current is not None else self._nothing()
        for each, tip in self._tools_of_picture.items():
            allow_unless(each, none, tip=tip)
        allow_unless(self._copy_it, none)
        for save in (self._save, self._save_it):
            allow_unless(save, none or self._busy)

    def _on_copied(self, copying: Background[QImage]) -> None:
        self._copying = None
        if copying.result is not None:
            QGuiApplication.clipboard().setImage(copying.result)
            self.copied.emit()
