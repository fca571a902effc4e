"""A file that is saved has the ending of its kind, and replaces nothing unasked."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.control import save_place
from ui.control.save_place import ask_where_to_save

UI = Path(__file__).parents[3] / "ui"
PICTURES = "PDF for print (*.pdf);;SVG to edit (*.svg)"


@pytest.fixture
def above(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions, each of which is declined."""
    heard: list[str] = []

    def decline(_above: QWidget, title: str, *_: str) -> bool:
        heard.append(title)
        return False

    monkeypatch.setattr(save_place, "confirm", decline)
    return heard


def choose(monkeypatch: pytest.MonkeyPatch, file: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), kind))


@pytest.mark.parametrize(
    ("typed", "kind", "saved"),
    [
        ("mine", "SVG to edit (*.svg)", "mine.svg"),
        ("mine", "", "mine.pdf"),
        ("mine.svg", "PDF for print (*.pdf)", "mine.svg"),
        ("mine.PDF", "", "mine.PDF"),
        ("figure 3.1", "", "figure 3.1.pdf"),
        ("mine.doc", "", "mine.doc.pdf"),
    ],
)
def test_every_name_gets_the_ending_of_its_kind(
    monkeypatch: pytest.MonkeyPatch, above: QWidget, tmp_path: Path, asked: list[str],
    typed: str, kind: str, saved: str,
) -> None:  # fmt: skip
    choose(monkeypatch, tmp_path / typed, kind)
    assert ask_where_to_save(above, "Save", tmp_path / "x.pdf", PICTURES) == tmp_path / saved
    assert not asked


def test_what_has_the_whole_name_is_not_replaced_unasked(
    monkeypatch: pytest.MonkeyPatch, above: QWidget, tmp_path: Path, asked: list[str]
) -> None:
    (tmp_path / "cards.pdf").write_text("drawn before")
    choose(monkeypatch, tmp_path / "cards")
    assert ask_where_to_save(above, "Save", tmp_path / "x.pdf") is None
    assert asked == ["Replace cards.pdf?"]
    monkeypatch.setattr(save_place, "confirm", lambda *_: True)
    assert ask_where_to_save(above, "Save", tmp_path / "x.pdf") == tmp_path / "cards.pdf"


def test_what_the_dialog_has_asked_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch, above: QWidget, tmp_path: Path, asked: list[str]
) -> None:
    (tmp_path / "cards.pdf").write_text("drawn before")
    choose(monkeypatch, tmp_path / "cards.pdf")
    assert ask_where_to_save(above, "Save", tmp_path / "x.pdf") == tmp_path / "cards.pdf"
    assert not asked


def test_every_file_is_asked_for_here() -> None:
    """But the folder of a new study, which has no ending and is refused where it is taken."""
    asking = [
        path.relative_to(UI).as_posix()
        for path in sorted((UI).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "getSaveFileName"
    ]
    assert asking == ["control/save_place.py", "control/study_actions.py"]
