"""A language that marks every text that translators are given, so that all others show."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from PySide6.QtCore import QAbstractListModel, QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from hcmd_lab.telling.translate import CONTEXT
from resources.translate import texts_of_sources

OPENING, CLOSING = "⟪", "⟫"

_TAG = re.compile(r"<[^<>]*>")
_INNERMOST = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
_WORD = re.compile(r"[^\W\d_]{2,}")


class PretendedLanguage(QTranslator):
    """Says everything in English, between marks."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The text of the program, marked; whoever fills in `%n` does so afterwards."""
        del disambiguation, n
        if context == CONTEXT and source not in _given_to_translators():
            return source
        # The mnemonic stays where Qt looks for it.
        return f"{OPENING}{source}{CLOSING}"

    def isEmpty(self) -> bool:  # noqa: N802
        """It has a translation for everything."""
        return False


@cache
def _given_to_translators() -> frozenset[str]:
    return frozenset(text.source for text in texts_of_sources())


@contextmanager
def pretended_language() -> Iterator[None]:
    """Inside, whatever is made speaks the pretended language."""
    language = PretendedLanguage()
    QCoreApplication.installTranslator(language)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(language)


def escaped(text: str, data: Iterable[str] = ()) -> str:
    """The words of a text that no translation has brought, and that are no data.

    Args:
        text: As it is shown.
        data: What people or programs have named: labels, codes, units.
    """
    rest = _TAG.sub(" ", text)
    while OPENING in rest and (shorter := _INNERMOST.sub(" ", rest)) != rest:
        rest = shorter
    for known in sorted(data, key=len, reverse=True):
        rest = rest.replace(known, " ")
    return " ".join(_WORD.findall(rest))


def shown_texts(root: QWidget) -> list[tuple[str, str]]:
    """Everything that a window says, with where it says it; what is painted by hand too."""
    with painted() as lines:
        root.grab()
    found = [("painted", text) for text in _whole(lines)]
    for widget in (root, *root.findChildren(QWidget)):
        kind = type(widget).__name__
        found += [(f"{kind} {widget.objectName()}", text) for text in _texts(widget)]
    for action in root.findChildren(QAction):
        found += [("QAction", text) for text in (action.text(), action.toolTip())]
    return [(where, text) for where, text in found if text]


@contextmanager
def painted() -> Iterator[list[str]]:
    """The texts that are painted meanwhile, as they are shown."""
    texts: list[str] = []
    draw = QPainter.drawText

    def note(painter: QPainter, *arguments: object) -> object:
        texts.extend(each for each in arguments if isinstance(each, str))
        return draw(painter, *arguments)

    with patch.object(QPainter, "drawText", note):
        yield texts


def _whole(lines: list[str]) -> Iterator[str]:
    """Painted lines, those of one text together; what is elided has lost its closing mark."""
    open_text = ""
    for line in lines:
        open_text = f"{open_text} {line}".strip()
        if open_text.count(OPENING) <= open_text.count(CLOSING):
            yield open_text
            open_text = ""
        elif line.endswith("…"):
            yield open_text + CLOSING * open_text.count(OPENING)
            open_text = ""
    yield open_text


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QGroupBox():
            yield widget.title()
        case QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            # Of a list model the number of columns is private.
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
            for column in range(columns):
                heading = model.headerData(column, Qt.Orientation.Horizontal)
                if isinstance(heading, str):
                    yield heading
                for row in range(model.rowCount()):
                    cell = model.index(row, column).data()
                    if isinstance(cell, str):
                        yield cell
        case _:
            return
