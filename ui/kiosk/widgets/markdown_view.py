"""Shows Markdown and nothing else: no links, no files, no network, no HTML."""

from itertools import zip_longest

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from hcmd_lab.game.picture_names import DRAWN, named_pictures, shown_pictures
from ui.kiosk.widgets.rule_picture import paint_rule
from ui.kiosk.widgets.scale import scaled
from ui.kiosk.widgets.text_directions import list_directions
from ui.kiosk.widgets.text_images import Pictures
from ui.kiosk.widgets.text_tables import lay_out_tables
from ui.look import tokens

_TALLEST = 260
_INDENT = 2.2
"""Of a list, by the size of its letters; Qt's own has 40 pixels on every screen."""

_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"

_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class Reader(QTextBrowser):
    """A scrollable text; keys that can scroll no further reach the page behind.

    Args:
        pictures: The study's pictures that texts may show.
        whole: Whether it is always as high as its text and never scrolls.
    """

    def __init__(
        self, pictures: Pictures, *, whole: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self._text = ""
        self._pictures = pictures
        self._names: list[str] = []
        self._fitted: dict[str, QImage] = {}
        self._fitted_width = 0
        pictures.arrived.connect(self._on_arrived)
        self._picture = QImage()
        self._picture_look: tuple[object, ...] = ()
        self.setProperty("role", "reader")
        self.setProperty("scrolls", not whole)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        if whole:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def markdown(self) -> str:
        """The Markdown shown."""
        return self._text

    def show_text(self, markdown: str) -> None:
        """Show a text from its beginning."""
        self._text = markdown
        self._names = named_pictures(markdown)
        self._fill()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:  # noqa: N802
        """A built-in picture or one of the study; a transparent pixel for anything else.

        It is not drawn here: Qt asks in the middle of laying out lines, and does not survive that
        anything else is laid out then. A missing image would be looked for as a file.
        """
        del kind
        wanted = QUrl(name).toString()
        if wanted == DRAWN:
            return self._picture
        if wanted in self._fitted:
            return self._fitted[wanted]
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing

    def _on_arrived(self, sha256: str) -> None:
        if sha256 in self._names:
            self._fill_in_place()

    def _fit_pictures(self) -> None:
        """Scale the text's pictures so that each is visible together with some lines."""
        self._fitted_width = self._room_px()
        ratio = self.devicePixelRatioF()
        most = QSizeF(self._fitted_width, scaled(self, _TALLEST)) * ratio
        self._fitted = {}
        for name in self._names:
            image = self._pictures.image(name)
            size = QSizeF(image.size()).scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
            if image.isNull() or size.isEmpty():
                continue
            smooth = Qt.TransformationMode.SmoothTransformation
            # A small picture is not enlarged more than everything else on a large screen.
            natural = image.size() * scaled(self, 1) * ratio
            if natural.width() < size.width():
                size = QSizeF(natural)
            fitted = image.scaled(size.toSize(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            fitted.setDevicePixelRatio(ratio)
            self._fitted[f"picture:{name}"] = fitted

    def _room_px(self) -> int:
        """Width for pictures, beside a scroll bar if there may be one.

        Were it the width without the bar, a bar that comes while the text is laid out would make
        all pictures anew, and the text with them: Qt does not survive that then.
        """
        bar = self.verticalScrollBar()
        bar.ensurePolished()  # it has its width before it is seen first
        return self.maximumViewportSize().width() - (0 if self._whole else bar.sizeHint().width())

    def _draw_rule(self) -> QImage:
        """The picture of a rule, transparent and at the screen's resolution."""
        size = QSizeF(scaled(self, 300), scaled(self, 120))
        ratio = self.devicePixelRatioF()
        image = QImage((size * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_rule(painter, size, self, self._pictures.players)
        painter.end()
        return image

    def sizeHint(self) -> QSize:  # noqa: N802
        """Full height of the text where it is shown whole."""
        if not self._whole:
            return super().sizeHint()
        return QSize(super().sizeHint().width(), round(self.document().size().height()) + 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Full height where the text is shown whole, elsewhere a few lines."""
        lines = self.sizeHint().height() if self._whole else round(scaled(self, 80))
        return QSize(round(scaled(self, 160)), lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll as far as possible; all other keys go to the page behind."""
        bar = self.verticalScrollBar()
        steps: dict[int, int] = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        before = bar.value()
        bar.setValue(before + steps.get(event.key(), 0))
        event.setAccepted(bar.value() != before)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Request a new height when the text wraps differently."""
        if self._names and self._room_px() != self._fitted_width:
            self._fill_in_place()  # before Qt lays the text out for the new size
        super().resizeEvent(event)
        if self._whole:
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Redraw headings and pictures for a new font or new colours."""
        super().changeEvent(event)
        changes = (
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.LayoutDirectionChange,
        )
        if event.type() in changes and self._text:
            self._fill_in_place()

    def _fill_in_place(self) -> None:
        place = self.verticalScrollBar().value()
        self._fill()
        self.verticalScrollBar().setValue(place)

    def _fill(self) -> None:
        self._fit_pictures()
        document = self.document()
        document.clear()
        document.setDefaultFont(self.font())
        document.setIndentWidth(_INDENT * self.font().pixelSize())
        look = (self.font().pixelSize(), self.devicePixelRatioF(), tokens())
        if DRAWN in self._text and look != self._picture_look:
            self._picture, self._picture_look = self._draw_rule(), look
        document.setMarkdown(self._text, _FEATURES)
        spoken = self._spoken()  # before tables are turned round: in the order of reading
        self._space()
        # Reading starts at the top; setting the text left the cursor at its end.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if self._whole:  # nobody comes to it by Tab; it is read out as a label is
            self.setAccessibleName(spoken)
        else:
            self.setAccessibleDescription(spoken)

    def _spoken(self) -> str:
        """The text for screen readers, with pictures replaced by their descriptions."""
        first, *parts = self.document().toPlainText().split(_OBJECT)
        descriptions = [each.description for each in shown_pictures(self._text)]
        named = zip_longest(descriptions[: len(parts)], parts, fillvalue=_OBJECT)
        return "".join([first, *(f"{description}{part}" for description, part in named)])

    def _space(self) -> None:
        """Add space between paragraphs and list items, which Markdown sets tight."""
        gap = round(0.5 * self.font().pixelSize())
        # As one edit: otherwise each block lays the whole text out again.
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        directions = list_directions(self.document(), self.layoutDirection())
        block = self.document().begin()
        while block.isValid():
            shape = block.blockFormat()
            is_first = block == self.document().begin()
            numbered = block.textList()
            in_list = numbered is not None
            shape.setTopMargin(0 if is_first else gap // 2 if in_list else gap)
            shape.setBottomMargin(gap // 2 if in_list else gap)
            if not any(each.isalpha() for each in block.text()):
                # Qt lets a text decide, and a picture or a number alone says nothing.
                shape.setLayoutDirection(self.layoutDirection())
            if numbered is not None:
                shape.setLayoutDirection(directions[numbered.objectIndex()])
            shape.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).setBlockFormat(shape)
            if block.textDirection() is Qt.LayoutDirection.RightToLeft:
                _number_from_the_right(numbered)
            block = block.next()
        lay_out_tables(self.document(), gap, self.layoutDirection())
        edit.endEditBlock()


def _number_from_the_right(numbered: QTextList | None) -> None:
    """Put the point of "1." where reading goes on.

    Qt turns the point and the number round for such a text, and then writes both from the right,
    so that the point would stand before the number again.
    """
    if numbered is None or numbered.format().numberPrefix():
        return
    look = numbered.format()
    look.setNumberPrefix(look.numberSuffix() or ".")
    look.setNumberSuffix("")
    numbered.setFormat(look)
