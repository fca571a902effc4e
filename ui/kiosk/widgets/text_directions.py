"""In which direction lists and tables of a text are read: that of most of their parts.

Qt decides for each block, and would write one list, or one table, in both directions.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument


class Balance:
    """Counts the blocks that are written from the right and from the left."""

    def __init__(self) -> None:
        self._more_from_right = 0

    def count(self, block: QTextBlock) -> None:
        """Count a block; one without letters says nothing."""
        if any(each.isalpha() for each in block.text()):
            is_from_right = block.textDirection() is Qt.LayoutDirection.RightToLeft
            self._more_from_right += 1 if is_from_right else -1

    def direction(self, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
        """The direction of most blocks; `otherwise` if there are as many of each."""
        if not self._more_from_right:
            return otherwise
        if self._more_from_right > 0:
            return Qt.LayoutDirection.RightToLeft
        return Qt.LayoutDirection.LeftToRight


def list_directions(
    document: QTextDocument, otherwise: Qt.LayoutDirection
) -> dict[int, Qt.LayoutDirection]:
    """The direction in which each list is read, by the list's index.

    Args:
        document: The text.
        otherwise: Of a list that has as many items of each.
    """
    balances: dict[int, Balance] = {}
    block = document.begin()
    while block.isValid():
        if (numbered := block.textList()) is not None:
            balances.setdefault(numbered.objectIndex(), Balance()).count(block)
        block = block.next()
    return {index: balance.direction(otherwise) for index, balance in balances.items()}
