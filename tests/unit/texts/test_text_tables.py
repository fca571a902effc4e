"""Tables of texts that a station can lay out at once and show whole."""

from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.texts.markdown import checked_markdown
from hcmd_lab.texts.text_pictures import PictureFiles
from hcmd_lab.texts.text_tables import MAX_CELLS, MAX_COLUMNS


def table(columns: int, rows: int, edge: str = "|") -> str:
    lines = [["a"] * columns, ["-"] * columns, *[["1"] * columns] * rows]
    return "\n".join(edge + "|".join(line) + edge for line in lines)


def checked(text: str, pictures: PictureFiles) -> str:
    return checked_markdown(text, Sentence("rules.md"), pictures)


@pytest.fixture
def pictures(tmp_path: Path) -> PictureFiles:
    return PictureFiles([tmp_path], {}, tmp_path)


@pytest.mark.parametrize("edge", ["|", ""])
def test_a_table_of_too_many_columns_is_told_with_its_place(
    pictures: PictureFiles, edge: str
) -> None:
    right = f"Words.\n\n{table(MAX_COLUMNS, 3, edge)}\n\nMore."
    assert checked(right, pictures) == right
    with pytest.raises(OperatorError, match=r"^rules\.md has a table of 400 columns; 20 fit "):
        checked(table(400, 1, edge), pictures)


def test_a_page_of_too_many_cells_is_told_but_not_many_pages(pictures: PictureFiles) -> None:
    half = table(10, MAX_CELLS // 20)
    assert checked(f"{half}\n---\n{half}\n\n---\n\n{half}", pictures)
    with pytest.raises(OperatorError, match="more than 600 cells"):
        checked(f"{half}\n\n{half}", pictures)


def test_rows_without_marks_are_rows(pictures: PictureFiles) -> None:
    with pytest.raises(OperatorError, match="more than 600 cells"):
        checked(table(20, 1) + "\nx" * 40, pictures)
