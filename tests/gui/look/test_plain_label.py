"""A label's height follows whatever it depends on; its lines begin level in both directions."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.look.plain_label import PlainLabel
from ui.look.widgets import label, set_role

TEXT = "Some words that take several lines, and one: " + "endless" * 20


def set_font(made: QLabel) -> None:
    font = made.font()
    font.setPointSize(31)
    made.setFont(font)


CHANGES: dict[str, Callable[[QLabel], None]] = {
    "text": lambda made: made.setText(TEXT * 3),
    "role": lambda made: set_role(made, "display"),
    "wrap": lambda made: made.setWordWrap(False),
    "margins": lambda made: made.setContentsMargins(9, 9, 9, 9),
    "font": set_font,
    "style": lambda made: made.setStyleSheet("font-size: 40px"),
}


@pytest.mark.parametrize("text", [TEXT, "Some words that take several lines."])
@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_label_is_as_high_as_a_new_one(qtbot: QtBot, change: str, text: str) -> None:
    changed, new = label(text), label(text)
    for made in (changed, new):
        qtbot.addWidget(made)
        made.resize(120, 80)
    before = changed.heightForWidth(120)
    for made in (changed, new):
        CHANGES[change](made)
    assert changed.heightForWidth(120) == new.heightForWidth(120)
    if change != "role":  # without the program's style sheet all are alike
        assert changed.heightForWidth(120) != before


def inked(label: PlainLabel) -> list[tuple[int, int]]:
    """Where each line of a label begins and ends, in pixels from its left."""
    image = label.grab().toImage()
    paper = image.pixelColor(0, 0)
    lines: list[tuple[int, int]] = []
    ended = True
    for y in range(image.height()):
        marks = [x for x in range(image.width()) if image.pixelColor(x, y) != paper]
        if not marks:
            ended = True
        elif ended:
            lines.append((marks[0], marks[-1]))
            ended = False
        else:
            lines[-1] = (min(lines[-1][0], marks[0]), max(lines[-1][1], marks[-1]))
    return lines


@pytest.mark.parametrize("place", ["AlignTop", "AlignVCenter", "AlignBottom"])
def test_lines_from_the_right_begin_level_and_end_within(qtbot: QtBot, place: str) -> None:
    """Qt draws each broken line too far to the left by the space at which it was broken."""
    words = "מממ מממ מממ מממ מממ מממ מממ מממ"
    label = PlainLabel(words)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag[place])
    half = label.fontMetrics().horizontalAdvance("מממ מממ מממ מממ") + 1
    label.resize(half, 4 * label.fontMetrics().height())
    lines = inked(label)
    assert len(lines) == 2, "broken once"
    assert len({end for _begin, end in lines}) == 1
    assert len({begin for begin, _end in lines}) == 1, "as long as each other, and whole"
