"""Motion is left out where it is not wanted."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import motion


def test_a_wish_goes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(motion.CALM, "1")
    assert motion.duration_ms(400) == 0
    monkeypatch.setenv(motion.CALM, "0")
    assert motion.duration_ms(400) == 400


def test_a_computer_that_cannot_be_asked_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(motion.CALM, raising=False)
    monkeypatch.setattr(motion.sys, "platform", "linux")
    monkeypatch.setenv("PATH", "")
    motion._system_is_calm.cache_clear()
    try:
        assert not motion.reduced_motion()
    finally:
        motion._system_is_calm.cache_clear()


def test_what_has_changed_is_tinted_for_a_moment(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(motion, "HIGHLIGHT_MS", 40)
    monkeypatch.setenv(motion.CALM, "1")
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    plain = widget.grab().toImage()
    motion.highlight(widget)
    assert widget.grab().toImage() == plain
    assert not widget.findChildren(QWidget)
    monkeypatch.setenv(motion.CALM, "0")
    motion.highlight(widget)
    motion.highlight(widget)  # again at once
    assert widget.grab().toImage() != plain
    qtbot.waitUntil(lambda: not widget.findChildren(QWidget))
    assert widget.grab().toImage() == plain
