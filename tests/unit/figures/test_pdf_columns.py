"""The columns of a printed table take the page's width, and words make room for numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcmd_lab.figures.report.pdf_columns import Wanted, shared_out

COLUMNS = st.lists(
    st.builds(
        lambda least, more, wraps: Wanted(least + more, least, wraps=wraps),
        st.integers(1, 400),
        st.integers(0, 2000),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(COLUMNS, st.integers(50, 1000))
def test_together_they_are_as_wide_as_the_page(columns: list[Wanted], room: int) -> None:
    widths = shared_out(columns, room)
    assert sum(widths) == pytest.approx(room)
    assert all(width > 0 for width in widths)


@given(COLUMNS, st.integers(50, 1000))
def test_no_word_is_divided_while_a_line_for_each_suffices(
    columns: list[Wanted], room: int
) -> None:
    if sum(column.least for column in columns) > room:
        return
    for column, width in zip(columns, shared_out(columns, room), strict=True):
        assert width >= column.least - 1e-6


def test_words_take_lines_before_numbers_do() -> None:
    words, numbers = Wanted(500, 60, wraps=True), Wanted(300, 40, wraps=False)
    assert shared_out([words, numbers], 500) == [200, 300]
    assert shared_out([words, numbers], 200) == pytest.approx(
        [60 + 100 * 440 / 700, 40 + 100 * 260 / 700]
    )


def test_only_the_longest_words_are_divided() -> None:
    columns = [Wanted(900, 800, wraps=True), Wanted(40, 40, wraps=False)]
    assert shared_out(columns, 300) == [260, 40]


def test_what_is_left_goes_to_the_last_words_or_to_all_alike() -> None:
    numbers, words = Wanted(100, 100, wraps=False), Wanted(100, 50, wraps=True)
    assert shared_out([words, numbers, words], 400) == [100, 100, 200]
    assert shared_out([numbers, numbers], 300) == [150, 150]
