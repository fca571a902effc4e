"""What stands below a picture's title is there to be read: no part of it is left out."""

from collections.abc import Iterator

import figure_records as records
import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from step_results import EVALUATED

from hcmd_lab.figures import layout
from hcmd_lab.figures.check_rows import label_lines
from hcmd_lab.figures.figure import HALF_WIDTH, WIDTH
from hcmd_lab.figures.text import text_width
from hcmd_lab.figures.theme import LABEL
from hcmd_lab.figures.vote_shares import votes_by_endowment, votes_by_role
from hcmd_lab.telling.known_languages import lab_languages
from hcmd_lab.telling.language import install_language
from hcmd_lab.vote_plan import VotePlan

LONG = "Against liberal egalitarian, with 95% intervals over groups; those of the conditions hold"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float]]:
    """Texts of titles, each with how far down it begins."""
    told: list[tuple[str, float]] = []

    def note(_: QPainter, at: QPointF, text: str, *_style: object) -> None:
        told.append((text, at.y()))

    monkeypatch.setattr(layout, "put_text", note)
    return told


def draw(subtitle: str) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layout.draw_title(painter, QRectF(0, 0, HALF_WIDTH, 300), "Title", subtitle)
    painter.end()


def test_a_long_one_takes_two_lines(qapp: QApplication, written: list[tuple[str, float]]) -> None:
    assert qapp
    assert text_width(LONG, LABEL) > HALF_WIDTH
    draw(LONG)
    (_, title), (first, at), (second, below) = written
    assert f"{first} {second}" == LONG
    assert title < at < below < layout.TITLE_HEIGHT - 12


def test_titles_beside_each_other_are_level(written: list[tuple[str, float]]) -> None:
    """However many lines the subtitles take."""
    draw(LONG)
    (_, title), (_, subtitle) = written[:2]
    written.clear()
    draw("Short")
    assert [text for text, _ in written if text] == ["Title", "Short"]
    assert [at for _, at in written][:2] == [title, subtitle]


@pytest.fixture(params=lab_languages())
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "en")


def test_that_of_votes_is_whole_in_every_language(
    language: str, written: list[tuple[str, float]]
) -> None:
    assert language
    draw(votes_by_endowment(EVALUATED).subtitle)
    draw(votes_by_role(records.explanation()).subtitle)
    assert not [text for text, _ in written if text.endswith("…")]


@pytest.mark.parametrize(
    "label",
    ["Evaluate 2: share of the endowment contributed under liberal egalitarian", "Short"],
)
def test_the_label_of_a_row_is_whole(qapp: QApplication, label: str) -> None:
    assert qapp
    lines = label_lines(label, 0.45 * WIDTH)
    assert " ".join(line for line, _ in lines) == label
    assert [down for _, down in lines] == ([0] if len(lines) == 1 else [-6.0, 6.0])


def test_intervals_are_not_said_to_hold_together_where_there_is_one() -> None:
    several = msgspec.structs.replace(EVALUATED, plan=VotePlan())
    assert "hold together" in votes_by_endowment(several).subtitle
    one = dict(list(EVALUATED.by_tail_endowment.items())[:1])
    alone = msgspec.structs.replace(several, by_tail_endowment=one)
    assert "hold together" not in votes_by_endowment(alone).subtitle


def test_an_interval_that_holds_together_with_others_is_not_called_one_of_95_percent() -> None:
    """Those of conditions are wider, so that all of them hold with 95%."""
    several = msgspec.structs.replace(EVALUATED, plan=VotePlan())
    before = msgspec.structs.replace(EVALUATED, plan=None)
    roles = votes_by_role(records.explanation())
    for figure in (votes_by_endowment(several), roles):
        assert {mark.tail_endowment is None for mark in figure.marks} == {True, False}
        for mark in figure.marks:
            assert ("95% interval" in mark.words) == (mark.tail_endowment is None)
    assert "hold together" in roles.subtitle
    assert all("95% interval" in mark.words for mark in votes_by_endowment(before).marks)
