"""What a window offers to people who do not see it, see it badly, or have no mouse."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

_Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], frozenset[QAccessible.Role]], ...] = (
    (QCheckBox, frozenset({_Role.CheckBox})),
    (QRadioButton, frozenset({_Role.RadioButton})),
    (QAbstractButton, frozenset({_Role.Button, _Role.ButtonMenu, _Role.ButtonDropDown,
                                 _Role.CheckBox, _Role.RadioButton})),
    (QAbstractSlider, frozenset({_Role.Slider, _Role.ScrollBar})),
    (QAbstractSpinBox, frozenset({_Role.SpinBox})),
    (QComboBox, frozenset({_Role.ComboBox})),
    (QLineEdit, frozenset({_Role.EditableText})),
    (QPlainTextEdit, frozenset({_Role.EditableText})),
    (QTextEdit, frozenset({_Role.EditableText, _Role.StaticText})),
    (QTabBar, frozenset({_Role.PageTabList})),
    (QAbstractItemView, frozenset({_Role.Table, _Role.List, _Role.Tree})),
)  # fmt: skip
"""What a part may say that it is; the first row that fits holds."""

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
"""WCAG 2.1, 1.4.3 and 1.4.11."""


def stops(window: QWidget) -> list[QWidget]:
    """What Tab leads to, in its order."""
    found, part = [], window.nextInFocusChain()
    while part is not None and part is not window:
        if _is_stop(part, window):
            found.append(part)
        part = part.nextInFocusChain()
    return found


def nameless(window: QWidget) -> list[str]:
    """Parts with the focus of which a screen reader would say nothing, or not what they are."""
    found = []
    for part in stops(window):
        told = QAccessible.queryAccessibleInterface(part)
        name = told.text(QAccessible.Text.Name).replace("&", "").strip()
        fitting = next((roles for kind, roles in ROLES if isinstance(part, kind)), None)
        # What only scrolls is read as what stands in it.
        if not name and not isinstance(part, QScrollArea):
            found.append(f"{_called(part)} has no name")
        if fitting is not None and told.role() not in fitting:
            found.append(f"{_called(part)} says that it is {told.role()}")
    return found


def wrong_choices(window: QWidget) -> list[str]:
    """Buttons that say that each can be chosen by itself though one of them is, or the reverse."""
    found = []
    for button in window.findChildren(QAbstractButton):
        if not (button.isCheckable() and button.isVisibleTo(window)):
            continue
        told = QAccessible.queryAccessibleInterface(button)
        group = button.group()
        if (group is not None and group.exclusive()) is not (told.role() == _Role.RadioButton):
            found.append(f"{_called(button)} says that it is {told.role()}")
    return found


def by_tab(first: QWidget) -> list[QWidget]:
    """What presses of Tab lead to, from a part that has the focus until it is back there."""
    found, part = [first], first
    while True:
        QTest.keyClick(part, Qt.Key.Key_Tab)
        part = first.window().focusWidget()
        if part is None or part in found:
            return found
        found.append(part)


def out_of_order(window: QWidget, parts: Sequence[QWidget] | None = None) -> list[str]:
    """Where Tab goes back in the order of reading: up within a column, or back along a line.

    Args:
        window: What is read.
        parts: What Tab leads to, in its order; None for all `stops` of the window.
    """
    from_right = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    found = []
    for one, other in pairwise(stops(window) if parts is None else parts):
        scrolled = _scrolled_with(one) is _scrolled_with(other)
        before, after = (
            _place(part, window, from_right, as_seen=not scrolled) for part in (one, other)
        )
        above = after.bottom() < before.top() and after.left() <= before.right()
        same_line = before.top() <= after.center().y() <= before.bottom()
        if above or (same_line and after.right() < before.left()):
            found.append(f"from {_called(one)} {before} back to {_called(other)} {after}")
    return found


def too_faint(window: QWidget) -> list[str]:
    """Texts, and icons without one, that stand out too little from what is behind them."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wide, high = image.width(), image.height()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(high, -1)[:, :wide]
    found = []
    for part, place, asked in _written(window):
        seen = place.intersected(QRect(0, 0, wide, high))
        shown = pixels[seen.top() : seen.bottom() + 1, seen.left() : seen.right() + 1]
        ratio = _contrast(shown) if shown.size else asked
        if ratio < asked:
            found.append(f"{_called(part)}: {ratio:.2f} to 1")
    return found


def ring_contrast(part: QWidget) -> float:
    """How much the mark of the focus stands out, from what was there or what is around it."""
    window = part.window()
    window.setFocus()
    without = _grabbed(part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = _grabbed(part)
    changed = without != with_focus
    if changed.sum() < part.width():  # a line along one side at least
        return 1.0
    before = _luminance(without[changed])
    after = _luminance(with_focus[changed])
    around = _luminance(with_focus[:1, :1].ravel())[0]
    apart = np.maximum(_ratio(before, after), _ratio(after, np.full_like(after, around)))
    return float(np.sort(apart)[-part.width() // 2])


def _grabbed(part: QWidget) -> np.ndarray:
    """The part and a pixel around it, `[high, wide]`."""
    window = part.window()
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    place = QRect(part.mapTo(window, QPoint()), part.size()).adjusted(-1, -1, 1, 1)
    place = place.intersected(QRect(QPoint(), window.size()))
    return pixels[place.top() : place.bottom() + 1, place.left() : place.right() + 1].copy()


def _is_stop(part: QWidget, window: QWidget) -> bool:
    return (
        bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.isEnabled()
        and part.isVisible()
        and part.focusProxy() is None
        and window.isAncestorOf(part)
        and part.window() is window.window()
    )


def _scrolled_with(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _place(part: QWidget, window: QWidget, from_right: bool, *, as_seen: bool) -> QRect:
    """Where a part is; as seen, what is scrolled away lies at the edge of its area."""
    place = QRect(part.mapTo(window, QPoint()), part.size())
    area = _scrolled_with(part)
    if as_seen and area is not None:
        edge = QRect(area.mapTo(window, QPoint()), area.size())
        place.moveTop(max(edge.top(), min(place.top(), edge.bottom() - place.height())))
    if from_right:
        place.moveLeft(window.width() - place.right() - 1)
    return place


def _written(window: QWidget) -> Iterator[tuple[QWidget, QRect, float]]:
    """What has a text, where, and the contrast that is asked of it."""
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not part.isEnabled() or part.visibleRegion().isEmpty():
            continue
        inside, asked = QRect(), TEXT_CONTRAST
        match part:
            case QLabel() if part.text():
                inside = part.rect()
            case QAbstractButton():
                inside = part.rect().adjusted(5, 5, -5, -5)  # without its edge
                asked = TEXT_CONTRAST if part.text() else MARK_CONTRAST
            case QLineEdit() if part.text():
                inside = part.rect().adjusted(5, 5, -5, -5)
            case _:
                continue
        seen = inside.intersected(part.visibleRegion().boundingRect())
        if seen.size() != inside.size() or seen.height() < part.fontMetrics().ascent():
            continue  # scrolled away in part: it is read once it is seen
        yield part, QRect(part.mapTo(window, seen.topLeft()), seen.size()), asked


def _contrast(shown: np.ndarray) -> float:
    """Between the colour that fills most of a place and the one farthest from it."""
    colours, counts = np.unique(shown, return_counts=True)
    light = _luminance(colours)
    behind = light[counts.argmax()]
    return float(_ratio(light, np.full_like(light, behind)).max())


def _ratio(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def _luminance(colours: np.ndarray) -> np.ndarray:
    channels = np.stack([(colours >> shift & 255) / 255 for shift in (16, 8, 0)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.tensordot([0.2126, 0.7152, 0.0722], linear, axes=1))


def _called(part: QWidget) -> str:
    text = getattr(part, "text", lambda: "")()
    inside = part.parentWidget()
    within = type(inside).__name__ if inside is not None else "nothing"
    return f"{type(part).__name__} {part.objectName() or text!r} in {within}"
