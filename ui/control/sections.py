"""Longer explanations to read and to copy, in sections under headings."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_SECTION_PX = 16
_MARGIN_PX = 10


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its paragraphs, and the sections within.

    Attributes:
        title: The heading.
        paragraphs: Each is set apart from the next one.
        within: Sections with a smaller heading.
    """

    title: str
    paragraphs: Sequence[str] = ()
    within: Sequence["Section"] = field(default=())


class SectionsView(QPlainTextEdit):
    """Shows sections; what looks like markup is text as well."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Create the view, empty.

        Args:
            name: Of what is read here, for screen readers.
            parent: Owner in the sense of Qt.
        """
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(_MARGIN_PX)

    def tell(self, sentence: str) -> None:
        """Show one sentence in place of sections; `setPlainText` would make it a heading."""
        self.clear()
        QTextCursor(self.document()).insertText(sentence, QTextCharFormat())

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other sections, from the first one on."""
        self.clear()
        cursor = QTextCursor(self.document())
        for section in sections:
            self._write(cursor, section, is_within=False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, section: Section, *, is_within: bool) -> None:
        heading, plain = QTextCharFormat(), QTextCharFormat()
        heading.setFontWeight(QFont.Weight.DemiBold)
        if not is_within:
            heading.setProperty(QTextCharFormat.Property.FontPixelSize, _SECTION_PX)
        if not cursor.atStart():
            cursor.insertText("\n" if is_within else "\n\n", plain)
        cursor.insertText(section.title, heading)
        for number, paragraph in enumerate(section.paragraphs):
            cursor.insertText(f"\n{paragraph}" if number == 0 else f"\n\n{paragraph}", plain)
        if section.paragraphs:
            cursor.insertText("\n", plain)
        for each in section.within:
            self._write(cursor, each, is_within=True)
