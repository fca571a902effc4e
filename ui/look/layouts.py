"""Rows and columns, written in the order in which their parts are seen.

Distances are steps of `SPACE`, so that nothing stands at a distance of its own.
"""

from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look.tokens import SPACE


@dataclass(frozen=True, slots=True)
class Spare:
    """Free space; with a `share`, it takes that share of the remaining space."""

    share: int = 0


Part: TypeAlias = QWidget | QLayout | Spare | tuple[QWidget | QLayout, int]
"""What stands in a row or column; with a number, it takes that share of what is left over."""

Margins: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom."""

_L = TypeVar("_L", bound=QBoxLayout)


def in_row(
    *parts: Part, of: QWidget | None = None, gap: int | None = None, margins: Margins = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Parts side by side.

    Args:
        parts: In the order of reading.
        of: The widget that they fill; without one, the row goes into another layout.
        gap: Between the parts; None leaves it to the style.
        margins: Around all of them.
    """
    return _set_up(QHBoxLayout(), parts, of, gap, margins)


def in_column(
    *parts: Part, of: QWidget | None = None, gap: int | None = None, margins: Margins = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Parts stacked vertically; the arguments are those of `in_row`."""
    return _set_up(QVBoxLayout(), parts, of, gap, margins)


def scrolled(content: QWidget | None = None, *, by_tab: bool = True) -> QScrollArea:
    """What is as wide as its place, and scrolled where it is higher.

    Args:
        content: None if it is not known yet.
        by_tab: Whether Tab stops at it, so that the arrow keys scroll; False where it stops inside.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    if not by_tab:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if content is not None:
        area.setWidget(content)
    return area


def fill(layout: QBoxLayout, *parts: Part) -> None:
    """Append parts to a row or column."""
    for part in parts:
        if isinstance(part, Spare):
            layout.addStretch(part.share)
            continue
        item, share = part if isinstance(part, tuple) else (part, 0)
        if isinstance(item, QLayout):
            layout.addLayout(item, share)
        else:
            layout.addWidget(item, share)


def _set_up(
    layout: _L, parts: tuple[Part, ...], of: QWidget | None, gap: int | None, margins: Margins
) -> _L:
    if of is not None:
        of.setLayout(layout)
    left, top, right, bottom = (SPACE[step] for step in margins)
    layout.setContentsMargins(left, top, right, bottom)
    if gap is not None:
        layout.setSpacing(SPACE[gap])
    fill(layout, *parts)
    return layout
