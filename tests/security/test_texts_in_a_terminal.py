"""Attacks by texts that a terminal would obey: a name of another lab, a label of an old log.

Escape sequences clear the screen, colour what follows, rename the window or type into the shell.
"""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from hcmd_lab.cli import output
from hcmd_lab.sentence import Sentence
from hcmd_lab.typed_text import printable

OBEYED = ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\x08\x08\x08", "\r", "\x00", "\x7f"]


def table_of(text: str) -> Table:
    table = Table(title=text)
    table.add_column(text)
    table.add_row(text)
    table.add_row(Text(text))
    return table


def obeyed_in(written: str) -> set[str]:
    return {each for each in written if unicodedata.category(each) == "Cc" and each != "\n"}


@pytest.mark.parametrize("shown", [str, Text, table_of], ids=["sentence", "text", "table"])
@pytest.mark.parametrize("attack", OBEYED, ids=ascii)
def test_no_result_is_obeyed(
    shown: type[RenderableType], attack: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output.tell(shown(f"A{attack}B"))
    written = capsys.readouterr().out
    assert obeyed_in(written) == set()
    assert "A" in written
    assert "B" in written


@pytest.mark.parametrize("attack", OBEYED, ids=ascii)
def test_no_note_and_no_line_is_obeyed(attack: str, capsys: pytest.CaptureFixture[str]) -> None:
    output.people.print(Sentence("The study {name}.", name=f"A{attack}B"), soft_wrap=True)
    output.write_out(f"A{attack}B\n")
    captured = capsys.readouterr()
    assert obeyed_in(captured.out) == obeyed_in(captured.err) == set()


def test_colours_of_our_own_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    console = output._TextConsole(
        file=file, force_terminal=True, color_system="standard", markup=False, highlight=False
    )
    console.print("A\x1b[2JB", style="red")
    assert file.getvalue() == "\x1b[31mA[2JB\x1b[0m\n"


@given(st.text(st.characters(codec=None)))
def test_what_is_printed_can_be_written(text: str) -> None:
    shown = printable(text)
    shown.encode()
    assert obeyed_in(shown) <= {"\t"}


def test_half_a_character_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder whose name is not UTF-8."""
    output.tell("Study /tmp/\udcff")
    assert capsys.readouterr().out == "Study /tmp/?\n"
