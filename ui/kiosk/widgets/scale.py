"""Scales a screen with the display: type, buttons, margins.

The pages are designed for 960 x 540 logical pixels, the smallest screen. On a larger one things
grow, though less than the screen does, so that there is more air as well. On one that has fewer
logical pixels, because the system enlarges everything, they shrink with it until they fit.
"""

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.look.tokens import Tokens

SMALLEST = QSize(960, 540)
"""Logical pixels into which every page fits."""

BODY_PX = 15
"""Height of running text on the smallest screen."""

_GROWTH = 0.6
_STEP = 0.05
_LARGEST, _SMALLEST = 2.5, 0.4
_WIDTH = "widest_px"
_HEIGHT = "tallest_px"
_BASE = "unscaled"


def scale_for(size: QSize) -> float:
    """Scale factor for a screen of this size: 1 on the smallest screen."""
    room = min(size.width() / SMALLEST.width(), size.height() / SMALLEST.height())
    if room < 1:
        return max(_SMALLEST, _STEP * math.floor(room / _STEP))
    grown = 1 + _GROWTH * (room - 1)
    return min(_LARGEST, _STEP * round(grown / _STEP))


def font_px(widget: QWidget, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font of a widget's painted text.

    Args:
        widget: Gives the family and, by its own font, the scale.
        size: Times the height of running text.
        weight: Font weight.
    """
    font = QFont(widget.font())
    font.setPixelSize(round(widget.font().pixelSize() * size))
    font.setWeight(weight)
    return font


def scaled(widget: QWidget, pixels: float) -> float:
    """A length on the smallest screen, converted to this widget's screen."""
    return pixels * widget.font().pixelSize() / BODY_PX


def limit_width(widget: QWidget, pixels: int) -> None:
    """Limit a widget's width, in pixels of the smallest screen."""
    widget.setProperty(_WIDTH, pixels)
    widget.setMaximumWidth(pixels)


def limit_height(widget: QWidget, pixels: int) -> None:
    """Limit a widget's height, in pixels of the smallest screen."""
    widget.setProperty(_HEIGHT, pixels)
    widget.setMaximumHeight(pixels)


def apply_scale(root: QWidget, scale: float, colours: Tokens) -> None:
    """Apply a scale to everything on a screen; may be called again with another scale."""
    # The font for widgets without a rule yet, the style sheet for polished ones.
    font = QFont(root.font())
    font.setPixelSize(round(BODY_PX * scale))
    root.setFont(font)
    mirrored = root.layoutDirection() is Qt.LayoutDirection.RightToLeft
    root.setStyleSheet(_sheet(scale, colours, "right" if mirrored else "left"))
    for layout in root.findChildren(QLayout):
        _scale_layout(layout, scale)
    for widget in root.findChildren(QWidget):
        widest = widget.property(_WIDTH)
        if widest is not None:
            widget.setMaximumWidth(round(widest * scale))
        tallest = widget.property(_HEIGHT)
        if tallest is not None:
            widget.setMaximumHeight(round(tallest * scale))


def _scale_layout(layout: QLayout, scale: float) -> None:
    gaps = layout.property(_BASE)
    grid = layout if isinstance(layout, QGridLayout) else None
    if gaps is None:
        edges = layout.contentsMargins()
        gaps = [edges.left(), edges.top(), edges.right(), edges.bottom()]
        gaps += [grid.horizontalSpacing(), grid.verticalSpacing()] if grid else [layout.spacing()]
        layout.setProperty(_BASE, gaps)
    left, top, right, bottom, *spacing = (round(gap * scale) for gap in gaps)
    layout.setContentsMargins(left, top, right, bottom)
    if grid:
        grid.setHorizontalSpacing(spacing[0])
        grid.setVerticalSpacing(spacing[1])
    else:
        layout.setSpacing(spacing[0])


def _sheet(scale: float, colours: Tokens, leading: str) -> str:
    def px(pixels: float) -> str:
        return f"{round(pixels * scale)}px"

    return f"""
    QWidget {{ font-size: {px(BODY_PX)}; }}
    QLabel[role="display"] {{ font-size: {px(32)}; }}
    QLabel[role="title"] {{ font-size: {px(23)}; }}
    QLabel[role="heading"] {{ font-size: {px(17)}; }}
    QLabel[role="number"] {{ font-size: {px(28)}; }}
    QLabel[role="caption"] {{ font-size: {px(13)}; }}
    QPushButton {{ padding: {px(6)} {px(14)}; border-radius: {px(7)}; }}
    QPushButton:focus {{ padding: {px(6 - 1 / scale)} {px(14 - 1 / scale)}; }}
    QPushButton[size="large"] {{
        font-size: {px(17)}; padding: {px(10)} {px(34)}; border-radius: {px(9)};
    }}
    QPushButton[size="large"]:focus {{ padding: {px(10 - 1 / scale)} {px(34 - 1 / scale)}; }}
    QLineEdit {{ font-size: {px(17)}; padding: {px(8)} {px(10)}; border-radius: {px(7)}; }}
    QLineEdit:focus {{ padding: {px(8 - 1 / scale)} {px(10 - 1 / scale)}; }}
    QPlainTextEdit {{ font-size: {px(16)}; padding: {px(6)} {px(8)}; border-radius: {px(7)}; }}
    QTextBrowser[role="reader"] {{
        font-size: {px(16)}; padding: 0; background: transparent; border: none; border-radius: 0;
    }}
    QTextBrowser[role="reader"][scrolls="true"] {{
        padding-{leading}: {px(14)}; border-{leading}: {px(3)} solid transparent;
    }}
    QTextBrowser[role="reader"][scrolls="true"]:focus {{
        border-{leading}: {px(3)} solid {colours.accent};
    }}
    QFrame[role="chip"] {{
        background: {colours.surface}; border: 1px solid {colours.line}; border-radius: {px(8)};
    }}
    QFrame[role="chip"][last="true"] {{
        background: {colours.surface}; border: 2px solid {colours.ink};
    }}
    QFrame[role="chip"][last="true"] QLabel {{ color: {colours.ink}; font-weight: 700; }}
    QFrame[role="chip"] QLabel[role="heading"] {{ font-size: {px(18)}; }}
    QFrame[role="notice"] {{
        border: 1px solid {colours.accent};
        border-{leading}: {px(6)} solid {colours.accent};
        border-radius: 0;
    }}
    QFrame[role="notice"] QLabel {{ font-size: {px(16)}; font-weight: 600; }}
    QFrame[role="banner"] {{ background: {colours.ink}; border: none; }}
    QFrame[role="banner"] QLabel {{ color: {colours.surface}; font-weight: 600; }}
    QFrame[role="sheet"] {{
        background: {colours.surface}; border: 1px solid {colours.edge};
        border-radius: {px(12)};
    }}
    QTableView {{ font-size: {px(14)}; }}
    QHeaderView::section {{ font-size: {px(13)}; padding: {px(4)} {px(6)}; }}
    """
