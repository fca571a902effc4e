"""Whoever scrolls a page changes no choice that passes below the mouse."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from ui.control.decimal_field import DecimalField
from ui.control.session.wizard import SessionWizard
from ui.control.session_panel import SessionPanel
from ui.look.fields import ChoiceField, Slide, WholeNumber

UI = Path(__file__).parents[3] / "ui"
TURNED = {"QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox", "QSlider", "QDial",
          "QDateEdit", "QTimeEdit", "QDateTimeEdit"}  # fmt: skip
"""Fields of Qt that the wheel changes, also below a mouse that only passes."""


def turn(field: QWidget, delta: int) -> None:
    at = QPointF(field.rect().center())
    turned = QWheelEvent(
        at, field.mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turned)


def shown(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QSlider):
        return str(field.value())
    assert isinstance(field, QAbstractSpinBox)
    return field.text()


def fields(of: QWidget) -> Iterator[QWidget]:
    for kind in (QComboBox, QAbstractSpinBox, QSlider):
        yield from (each for each in of.findChildren(kind) if each.isVisible())


def test_no_page_before_a_session_is_changed_by_scrolling(panel: SessionPanel) -> None:
    panel.overview.act.click()
    wizard = panel.wizard
    assert isinstance(wizard, SessionWizard)
    met = 0
    told: list[str] = []
    for page in wizard.pages:
        for field in fields(page):
            before = shown(field)
            field.setFocus()  # as a page gives its first field by itself
            for delta in (120, -240):
                turn(field, delta)
                if shown(field) != before:
                    told.append(f"{type(page).__name__}: {before} became {shown(field)}")
            met += 1
        if wizard.number < len(wizard.pages) - 1:
            wizard.forward.click()
    assert met > 8
    assert not told


@pytest.mark.parametrize("kind", [ChoiceField, WholeNumber, DecimalField, Slide])
def test_the_wheel_goes_on_to_the_page(kind: type[QWidget], qtbot: QtBot) -> None:
    field = kind()
    qtbot.addWidget(field)
    if isinstance(field, ChoiceField):
        field.addItems(["a", "b", "c"])
        field.setCurrentIndex(1)
    elif isinstance(field, WholeNumber | DecimalField | Slide):
        field.setValue(5)
    field.show()
    before = shown(field)
    for delta in (120, -240):
        turn(field, delta)
    assert shown(field) == before
    assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus  # the wheel gives no focus either


def test_the_control_window_has_no_other_fields() -> None:
    found = []
    for path in sorted((UI / "control").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func if isinstance(node, ast.Call) else None
            if isinstance(name, ast.Name) and name.id in TURNED:
                found.append(f"{path.relative_to(UI)}:{name.lineno}")
    assert not found
