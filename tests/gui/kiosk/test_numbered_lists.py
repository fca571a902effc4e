"""Lists: the point after a number stands where reading goes on, all at one side, indented alike."""

import pytest
from participant_views import script_view
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shown_screen import shown

from hcmd_lab.game.view import Page
from ui.kiosk.widgets.markdown_view import Reader
from ui.kiosk.widgets.text_images import Pictures


def painted(block: QTextBlock) -> str:
    """A number as Qt writes it: this text, in the direction of its item."""
    numbered = block.textList()
    assert numbered is not None
    return numbered.itemText(block)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. One\n2. Two", ["1.", "2."]),
        ("1. אחד\n2. שתיים", ["1.", "2."]),
        ("1) אחד\n2) שתיים", ["1)", "2)"]),
    ],
)
def test_the_point_follows_the_number(
    qapp: QApplication, qtbot: QtBot, text: str, numbers: list[str]
) -> None:
    """Qt writes it in the direction of its item: from the right, what comes first stands right."""
    reader = Reader(Pictures())
    qtbot.addWidget(reader)
    reader.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for _ in range(2):  # again: a page is shown more than once
        reader.show_text(text)
        blocks = [reader.document().findBlockByNumber(at) for at in range(len(numbers))]
        assert [painted(block) for block in blocks] == numbers


HEBREW, ENGLISH = "ראשית מחליטים כולם", "Then the fund is divided"
RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("page", [RIGHT, LEFT])
@pytest.mark.parametrize("mark", ["1.", "1)", "-"])
@pytest.mark.parametrize(
    ("items", "read"),
    [
        ((HEBREW, HEBREW, ENGLISH), RIGHT),
        ((ENGLISH, HEBREW, HEBREW, "42"), RIGHT),
        ((ENGLISH, HEBREW, ENGLISH), LEFT),
        ((HEBREW, "7", ENGLISH, ENGLISH), LEFT),
        ((HEBREW, ENGLISH), None),
        ((ENGLISH, HEBREW), None),
    ],
)
def test_a_list_of_both_directions_has_its_numbers_at_one_side(
    qapp: QApplication,
    qtbot: QtBot,
    items: tuple[str, ...],
    read: Qt.LayoutDirection | None,
    mark: str,
    page: Qt.LayoutDirection,
) -> None:
    """Most items decide, between equal numbers the page, and the point is right at each."""
    reader = Reader(Pictures())
    qtbot.addWidget(reader)
    reader.setLayoutDirection(page)
    for _ in range(2):
        reader.show_text("\n".join(f"{mark} {item}" for item in items))
        blocks = [reader.document().findBlockByNumber(at) for at in range(len(items))]
        assert {block.textDirection() for block in blocks} == {page if read is None else read}
        if mark != "-":
            point = mark[-1]
            assert [painted(block) for block in blocks] == [
                f"{number}{point}" for number in range(1, len(items) + 1)
            ]


def test_two_lists_of_one_text_are_read_each_in_its_own_way(qtbot: QtBot) -> None:
    reader = Reader(Pictures())
    qtbot.addWidget(reader)
    reader.show_text(f"1. {HEBREW}\n2. {HEBREW}\n\nText\n\n1. {ENGLISH}\n2. {ENGLISH}")
    blocks = [reader.document().findBlockByNumber(at) for at in range(5)]
    assert [block.textDirection() for block in blocks] == [RIGHT, RIGHT, LEFT, LEFT, LEFT]
    assert [painted(block) for block in blocks if block.textList()] == ["1.", "2."] * 2


def test_a_list_is_indented_by_the_size_of_its_letters(qtbot: QtBot) -> None:
    """On a small screen it stood far to the side, and on a large one hardly at all."""
    indents = []
    for width, height in ((480, 270), (960, 540), (1920, 1080), (3840, 2160)):
        consent = script_view(Page.CONSENT, text="- One\n- Two", version="v1")
        screen = shown(qtbot, consent, size=QSize(width, height))
        (reader,) = (each for each in screen.findChildren(Reader) if each.isVisible())
        line = reader.document().begin().layout().lineAt(0)
        indents.append(line.naturalTextRect().x() / reader.font().pixelSize())
    assert max(indents) - min(indents) < 0.1 * min(indents), indents
