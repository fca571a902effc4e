"""The PDF is a document of A4 pages, read back as a reader's program would."""

import dataclasses
import re
import shutil
from pathlib import Path

import figure_records as records
import msgspec
import pytest
from pdf_text import beyond_margins, text_of
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from studies import playable_study

from hcmd_lab.cli.data import report
from hcmd_lab.cli.paper_language import writing_in
from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.report.pdf import to_pdf, write_pdf
from hcmd_lab.figures.report.pdf_flow import Piece, paginate
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.storage.store import Store
from hcmd_lab.study.report import StudyReport
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.telling.known_languages import lab_languages

pytestmark = pytest.mark.usefixtures("qapp")


def nothing(_painter: QPainter, _rect: QRectF) -> None:
    pass


def piece(height: float, **more: object) -> Piece:
    return dataclasses.replace(Piece(height, nothing), **more)


def heights(pieces: list[Piece], page: float = 100) -> list[list[float]]:
    return [[placed.height for _, placed in sheet.placed] for sheet in paginate(pieces, page)]


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", data))


def test_pieces_fill_pages_in_order() -> None:
    assert heights([piece(60), piece(30), piece(20), piece(90)]) == [[60, 30], [20], [90]]


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    assert heights([piece(70), piece(10, keeps_next=True), piece(30)]) == [[70], [10, 30]]


def test_space_is_left_between_pieces_and_not_above_the_first() -> None:
    (sheet,) = paginate([piece(10, space=50), piece(10, space=5)], 100)
    assert [top for top, _ in sheet.placed] == [0, 15]


def test_a_divided_table_repeats_its_head() -> None:
    head = piece(11, keeps_next=True)
    rows = [piece(40, again=head) for _ in range(3)]
    assert heights([head, *rows]) == [[11, 40, 40], [11, 40]]


def test_it_is_paginated_and_says_what_the_report_says(tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.pdf"
    write_pdf(records.study_report(), path)
    data = path.read_bytes()
    count = pages(data)
    assert data.startswith(b"%PDF")
    assert count >= 4
    text = text_of(path)
    for words in ("Spring study", "Simulated participants", "2.13.0", "Who gets the fund",
                  "The comparison with liberal egalitarian", "54.3%", "d" * 64):  # fmt: skip
        assert words in text, words
    for number, page in enumerate(text.split("\f")[:-1], start=1):
        assert "".join(page.split()).endswith(f"{number}/{count}")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["theta_1", "a mechanism with a name of many words", "n" * 80])
def test_nothing_is_written_beyond_the_margins(tmp_path: Path, language: str, name: str) -> None:
    told = records.study_report()
    checks = tuple(msgspec.structs.replace(check, first=name) for check in told.checks)
    path = tmp_path / "report.pdf"
    with writing_in(language, lab_languages()):
        write_pdf(dataclasses.replace(told, checks=checks), path)
    assert beyond_margins(path, 16) == []
    assert ("yes" if language == "en" else "ja") in text_of(path)


def test_every_page_of_a_simulation_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(records.study_report(), path)
    assert all("Simulated participants" in page for page in text_of(path).split("\f")[:-1])
    write_pdf(records.study_report(simulated=False), path)
    assert "Simulated" not in text_of(path)


def test_pictures_are_lines_and_letters() -> None:
    plain = dataclasses.replace(records.study_report(), policies=())  # heat maps are pixels
    assert b"/Subtype /Image" not in to_pdf(plain)


def test_a_long_name_and_an_early_study_fit() -> None:
    early = StudyReport(
        name="An experiment " * 20, simulated=True, seed=1, game=PAPER_GAME, iterations=()
    )
    assert pages(to_pdf(early)) == 2


def test_the_command_writes_it_into_the_study(tmp_path: Path) -> None:
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 4)
        job = ModelJob(
            game=PAPER_GAME, seed=1, sizes=((8, 4),), vote_penalties=(0.1,), max_epochs=1, splits=1
        )
        store.learned.add_run("model", 1, job, records.model_result(1), "", "")
    report(folder, pdf=True)
    assert {path.name for path in (folder / "report").iterdir()} == {"report.pdf", "manifest.json"}
    assert pages((folder / "report" / "report.pdf").read_bytes()) > 1
    shutil.rmtree(folder / "report")
    for pdf in (False, True):
        report(folder, pdf=pdf, to=tmp_path / "elsewhere")
    assert {path.suffix for path in (tmp_path / "elsewhere").iterdir()} == {".html", ".pdf", ".png"}
    assert not (folder / "report").exists(), "as where the study cannot be written"


def test_a_path_that_cannot_be_written_is_the_operators(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    early = StudyReport(name="Early", simulated=False, seed=1, game=PAPER_GAME, iterations=())
    with pytest.raises(OperatorError, match="cannot be written"):
        write_pdf(early, tmp_path / "file" / "report.pdf")
