"""Every picture can be copied and saved from its menu."""

from pathlib import Path

import figure_records as records
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hcmd_lab.figures.figure import render
from hcmd_lab.figures.metagame import MetaGame
from hcmd_lab.figures.vote_shares import votes_by_endowment
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.telling.mechanism_names import checkpoint_names
from ui.control.banner import Banner
from ui.control.figure_view import FigureView
from ui.control.live.round_card import RoundCard
from ui.control.picture_menu import PictureMenu
from ui.control.top_strip import TopStrip
from ui.look.style import apply_look

HEADS = {".png": b"\x89PNG", ".pdf": b"%PDF", ".svg": b"<?xml"}
KEYBOARD, MOUSE = QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse
FIGURE = MetaGame(records.convergence_result(3), checkpoint_names(3))


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.show_figure(FIGURE)
    return view


def menu_of(widget: QWidget, reason: QContextMenuEvent.Reason = MOUSE) -> PictureMenu:
    """The menu that a right click or the menu key opens."""
    event = QContextMenuEvent(reason, QPoint(4, 4), widget.mapToGlobal(QPoint(4, 4)))
    below = widget
    if isinstance(widget, QAbstractScrollArea) and reason is MOUSE:
        below = widget.viewport()
    QApplication.sendEvent(below, event)
    menu = widget.findChildren(PictureMenu)[-1]
    assert menu.isVisible()
    menu.hide()
    return menu


def pasted() -> QImage:
    return QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_RGB32)


def same(one: QImage, other: QImage) -> bool:
    for image in (one, other):
        image.setDevicePixelRatio(1)
    return one == other


@pytest.mark.parametrize("reason", [MOUSE, KEYBOARD])
def test_a_figure_is_pasted_as_the_report_has_it(
    view: FigureView, qapp: QApplication, reason: QContextMenuEvent.Reason
) -> None:
    apply_look(qapp, "dark")
    try:
        menu_of(view, reason).copy_it.trigger()
    finally:
        apply_look(qapp, "light")
    assert same(pasted(), render(FIGURE, 2.0))


def test_a_live_plot_is_pasted_with_its_card(qtbot: QtBot) -> None:
    card = RoundCard(PAPER_GAME)
    qtbot.addWidget(card)
    card.resize(500, 480)
    with qtbot.waitExposed(card):
        card.show()
    card.show_rounds((), 10, 10, one_group=False)
    for reason in (MOUSE, KEYBOARD):
        QGuiApplication.clipboard().clear()
        menu_of(card.rewards, reason).copy_it.trigger()
        image = pasted()
        assert image.width() > 2 * card.width()
        colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in (180, 400, 900)}
        assert len(colours) > 3, "it is not empty"


@pytest.mark.parametrize("ending", HEADS)
def test_pictures_are_saved(
    qtbot: QtBot, view: FigureView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    card = RoundCard(PAPER_GAME)
    qtbot.addWidget(card)
    card.resize(500, 480)
    for number, widget in enumerate((view, card.contributions)):
        path = tmp_path / f"picture-{number}"
        monkeypatch.setattr(
            "ui.control.save_place.QFileDialog.getSaveFileName",
            lambda *_, path=path: (str(path), f"Anything (*{ending})"),
        )
        menu_of(widget).save_it.trigger()
        assert path.with_suffix(ending).read_bytes().startswith(HEADS[ending])


@pytest.mark.parametrize("simulated", [False, True])
def test_simulated_people_are_marked_and_problems_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, simulated: bool
) -> None:
    monkeypatch.setattr(TopStrip, "says_simulated", simulated)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    view, banner = FigureView(), Banner()
    for part in (view, TopStrip(), banner):
        column.addWidget(part)
    figure = votes_by_endowment(records.evaluate_result())
    view.show_figure(figure)
    menu_of(view).copy_it.trigger()
    expected = render(figure, 2.0, simulated=simulated)
    assert same(pasted(), expected)
    assert not same(expected, render(figure, 2.0, simulated=not simulated))
    (tmp_path / "file").touch()
    menu_of(view).save_picture(tmp_path / "file" / "picture.png")
    assert "cannot be written" in banner.text
