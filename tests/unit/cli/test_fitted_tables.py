"""A table in a terminal is read whole, however narrow that is."""

import sys
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.box import HEAVY_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from hcmd_lab.cli.fitted_tables import fitted
from hcmd_lab.cli.output import tell

LETTERS = "abcdefg0123456789%.참가자組"  # the last four are two columns wide
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=11), max_size=6).map(" ".join)


def printed(table: Table, width: int) -> str:
    text = StringIO()
    Console(file=text, width=width, highlight=False, markup=False).print(fitted(table, width))
    return text.getvalue()


def rule_table(*, boxed: bool = False) -> Table:
    """As wide as the widest table of a command."""
    heads = (
        "Each tail has", "Rounds played", "By contribution", "Fixed: head", "Head counts",
        "Threshold: head", "tail", "Fidelity", "R²", "Strict egalitarian", "Libertarian",
        "Liberal egalitarian",
    )  # fmt: skip
    table = Table(box=HEAVY_HEAD if boxed else None, pad_edge=boxed)
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left")
    for tail in ("2", "4", "6", "8", "10"):
        table.add_row(tail, "10 (all alike)", *["96.4%"] * 10)
    return table


@pytest.mark.parametrize("boxed", [False, True])
@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_no_number_is_cut(width: int, *, boxed: bool) -> None:
    told = printed(rule_table(boxed=boxed), width)
    assert "…" not in told
    assert told.count("96.4%") == 50
    assert max(map(len, told.splitlines())) <= width


@given(
    rows=st.integers(2, 8).flatmap(
        lambda count: st.lists(st.tuples(*[WORDS] * count), min_size=2, max_size=5)
    ),
    width=st.integers(40, 130),
)
def test_every_word_is_whole(rows: list[tuple[str, ...]], width: int) -> None:
    table = Table(box=None, pad_edge=False)
    for head in rows[0]:
        table.add_column(head, justify="right")
    for row in rows[1:]:
        table.add_row(*row)
    told = printed(table, width)
    assert max(map(cell_len, told.splitlines())) <= width
    assert {word for row in rows for text in row for word in text.split()} <= set(told.split())


def test_a_label_of_wide_letters_is_whole() -> None:
    table = Table(box=None, pad_edge=False)
    for head in ("Participant", "Station", "Coins"):
        table.add_column(head, no_wrap=True)
    table.add_row("참가자가나다라마바사아자차카타", "7", "120.50")
    told = printed(table, 44)
    assert "참가자가나다라마바사아자차카타" in told
    assert "120.50" in told


@pytest.mark.parametrize("first", ["0 00000 000000000組組 0 0組組", "조건 가나다라 1 마바사아"])
def test_a_line_that_is_full_of_wide_letters_is_whole(first: str) -> None:
    rows = [("", "", first, "00000000"), ("", "", "", "0 0 組 0000000000")]
    for width in range(30, 60):
        table = Table(box=None, pad_edge=False)
        for head in rows[0]:
            table.add_column(head, justify="right")
        table.add_row(*rows[1])
        assert set(first.split()) <= set(printed(table, width).split()), width


def test_a_table_that_fits_stays_as_it_is() -> None:
    table = rule_table()
    assert fitted(table, 200) is table
    assert all(column.width is None for column in table.columns)


def test_commands_print_them_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    tell(rule_table())
    told = capsys.readouterr().out
    assert "…" not in told
    assert told.count("96.4%") == 50
