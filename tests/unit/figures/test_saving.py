"""A saved picture is what its name says."""

from pathlib import Path

import figure_records as records
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.figures.estimates import Estimates
from hcmd_lab.figures.figure import sheet_size
from hcmd_lab.figures.saving import PNG_SCALE, SUFFIXES, save_picture
from hcmd_lab.figures.vote_shares import votes_by_endowment

pytestmark = pytest.mark.usefixtures("qapp")

BEGINNINGS = {".png": b"\x89PNG", ".pdf": b"%PDF", ".svg": b"<?xml"}


@pytest.fixture(scope="module")
def figure() -> Estimates:
    return votes_by_endowment(records.evaluate_result())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_ending_says_what_is_written(figure: Estimates, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"votes{suffix}"
    save_picture(figure, path, simulated=True)
    assert path.read_bytes().startswith(BEGINNINGS[suffix])
    assert list(tmp_path.iterdir()) == [path]


def test_a_png_is_sharp_enough_for_print(figure: Estimates, tmp_path: Path) -> None:
    save_picture(figure, tmp_path / "votes.PNG")
    size = sheet_size(figure) * PNG_SCALE
    image = QImage(str(tmp_path / "votes.PNG"), "PNG")
    assert image.size() == QSize(round(size.width()), round(size.height()))


def test_an_svg_keeps_its_letters_and_its_mark(figure: Estimates, tmp_path: Path) -> None:
    save_picture(figure, tmp_path / "votes.svg", simulated=True)
    text = (tmp_path / "votes.svg").read_text("utf-8")
    assert "Share of votes for" in text
    assert "Simulated participants" in text
    save_picture(figure, tmp_path / "votes.svg")
    assert "Simulated" not in (tmp_path / "votes.svg").read_text("utf-8")


def test_other_endings_and_places_are_the_operators(figure: Estimates, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"use one of \.png, \.pdf, \.svg"):
        save_picture(figure, tmp_path / "votes.gif")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OperatorError, match="cannot be written"):
        save_picture(figure, tmp_path / "file" / "votes.png")
