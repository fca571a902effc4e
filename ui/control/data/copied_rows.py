"""Rows of a table as text that a spreadsheet takes for rows, for the clipboard."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from hcmd_lab.formula_guard import guarded


def copied_rows(model: QAbstractItemModel, rows: Sequence[int]) -> str:
    """Headings and rows, their cells parted by tabs; a tick is 1, a box without one 0."""
    columns = range(model.columnCount())
    headings = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for column in columns
    ]
    lines = [[str(heading) for heading in headings]]
    lines += [[_cell(model.index(row, column)) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines)


def _cell(index: QModelIndex) -> str:
    """A cell's words in one line, none of which a spreadsheet computes."""
    words = " ".join(str(index.data(Qt.ItemDataRole.DisplayRole) or "").split())
    ticked = index.data(Qt.ItemDataRole.CheckStateRole)
    if not words and ticked is not None:
        return str(int(Qt.CheckState(ticked) is Qt.CheckState.Checked))
    return guarded(words)
