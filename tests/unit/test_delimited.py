"""Separators of text tables."""

import pytest

from hcmd_lab.delimited import QuotationError, declared_separator, find_separator, split_rows


@pytest.mark.parametrize(
    ("line", "separator"),
    [("sep=;\r\n", ";"), ("SEP=,", ","), ("sep=\t\n", "\t"), ('"sep=|"\n', "|"), ("sep=", ""),
     ("sep=;;", ""), ("a;b", ""), ("", "")],
)  # fmt: skip
def test_a_first_line_may_declare_it(line: str, separator: str) -> None:
    assert declared_separator(line) == separator


@pytest.mark.parametrize(
    ("lines", "separator"),
    [
        (["a;b\n", "1,5;2\n", "2,5;3\n"], ";"),
        (["a,b\n", "1.5,2\n", ",\n", "\n"], ","),
        (["a\tb\n", "x, y\tz\n"], "\t"),
        (["a,b\n", '"1;2",3\n', '"4;5",6\n'], ","),
        (["a\n", "b\n"], ""),
        ([], ""),
    ],
)
def test_it_divides_most_lines_alike(lines: list[str], separator: str) -> None:
    assert find_separator(lines) == separator


def test_rows_have_the_line_at_which_they_begin() -> None:
    assert list(split_rows(['a;"b\n', 'c"\n', "d;e\n"], ";")) == [
        (1, ["a", "b\nc"]),
        (3, ["d", "e"]),
    ]
    with pytest.raises(QuotationError) as caught:
        list(split_rows(["a;b\n", 'c;"d\n', "e;f\n"], ";"))
    assert caught.value.line == 2
