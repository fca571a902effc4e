"""Longer explanations are read under headings, and nothing in them is markup."""

from PySide6.QtGui import QFont, QTextBlock
from pytestqt.qtbot import QtBot

from ui.control.sections import Section, SectionsView

TAG = '<img src="file:///dev/zero"> **bold**'


def looks(view: SectionsView) -> list[tuple[str, bool, int]]:
    """Each line that is not empty: its text, whether it stands out, and how large it is."""
    found: list[tuple[str, bool, int]] = []
    block: QTextBlock = view.document().begin()
    while block.isValid():
        if block.text():
            font = block.begin().fragment().charFormat().font()
            found.append((block.text(), font.weight() >= QFont.Weight.DemiBold, font.pixelSize()))
        block = block.next()
    return found


def test_headings_stand_out_and_paragraphs_stand_apart(qtbot: QtBot) -> None:
    view = SectionsView("Explanation")
    qtbot.addWidget(view)
    view.show_sections([
        Section("The rule", ["One paragraph.", TAG]),
        Section("OSF", within=[Section("Title", ["A name"]), Section("Blinding", ["Yes"])]),
    ])  # fmt: skip
    told = looks(view)
    assert [text for text, stands_out, _ in told if stands_out] == [
        "The rule", "OSF", "Title", "Blinding"
    ]  # fmt: skip
    sizes = {text: size for text, _, size in told}
    assert sizes["The rule"] == sizes["OSF"] > sizes["Title"]
    assert view.toPlainText().split("\n") == [
        "The rule", "One paragraph.", "", TAG, "", "",
        "OSF", "Title", "A name", "", "Blinding", "Yes", "",
    ]  # fmt: skip
    assert view.verticalScrollBar().value() == 0


def test_what_is_shown_next_replaces_what_was_shown(qtbot: QtBot) -> None:
    view = SectionsView("Explanation")
    qtbot.addWidget(view)
    view.show_sections([Section("First", ["a"])])
    view.show_sections([Section("Second", ["b"])])
    assert [text for text, _, _ in looks(view)] == ["Second", "b"]
    view.tell("It is read.")
    [(text, stands_out, _)] = looks(view)
    assert (text, stands_out) == ("It is read.", False)
