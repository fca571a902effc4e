"""What is wrong with a settings file is said by its line, with what to write instead."""

from pathlib import Path

import pytest

from hcmd_lab.errors import UsageError
from hcmd_lab.files import read_toml

CASES = Path(__file__).parents[3] / "shared" / "cases" / "text"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("fee = 5,50", "line 2: 5,50: write 5.50"),
        ("fee = -0,5 # euros", "line 2: -0,5: write -0.5"),
        ("currency = “EUR”", 'line 2: the quotation marks of “EUR” are curly; write "EUR"'),
        ("currency = „EUR“", 'line 2: the quotation marks of „EUR“ are curly; write "EUR"'),
        ("currency = «EUR»", 'write "EUR" with straight ones'),
        ("currency = EUR", 'line 2: EUR is a text; write "EUR"'),
        ("decide_s = 30 s", "line 2: 30 s: write 30, without a unit"),
        ("fee = 5,50 €", "line 2: 5,50 €: write 5.50, without a unit"),
        ("practice = True", "line 2: True: write true"),
        ("practice = nein", "line 2: nein: write false"),
        ("decide_s = 030", "line 2: 030: write 30"),
        ("fee = .5", "line 2: .5: write 0.5"),
        ("fee = 5.", "line 2: 5.: write 5"),
        ("decide_s 30", "line 2: decide_s 30 is no setting; write name = value"),
        ("decide_s =", "line 2: decide_s has no value"),
        (r'from = "C:\Users\lab"', r"write 'C:\Users\lab' between single ones"),
        (
            r'from = "C:\Users\lab\Documents\studies of the year\trust"',
            r"write 'C:\Users\lab\Documents",
        ),
        ("name_of_it = " + "x" * 60 + ' "', "is a text"),
        ('currency = "EUR', 'line 2: the quotation mark of "EUR has no partner'),
        ("groups = [4, 4", "the bracket of [4, 4 has no partner"),
        ("name = 1", "line 2: name is set a second time"),
    ],
)
def test_the_line_and_what_to_write(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'name = "x"\n{line}\n', encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_toml(path, "The settings file s.toml")
    assert str(caught.value).startswith("The settings file s.toml is not valid TOML: line 2: ")
    assert words in str(caught.value)
    assert "document" not in str(caught.value)


@pytest.mark.parametrize("path", [r"C:\temp\new", r"d:\results\before"])
def test_a_path_with_other_signs_in_it_is_told(tmp_path: Path, path: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'name = "x"\nwarm_start = "{path}"\n', encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_toml(file, "s.toml")
    assert "line 2: a backslash between double quotation marks" in str(caught.value)
    assert f"write '{path}' between single ones" in str(caught.value)


@pytest.mark.parametrize(
    "value", [r"'C:\temp\new'", r'"C:\\temp\\new"', '"C:/temp/new"', r'"a\tb"', r'"x: C:\temp"']
)
def test_what_is_written_as_toml_wants_it_is_taken(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"text = {value}\n", encoding="utf-8")
    assert read_toml(file, "s.toml")["text"]


@pytest.mark.skipif(not CASES.is_dir(), reason="the collected files are not here")
@pytest.mark.parametrize(
    ("name", "words"), [("set_comma.toml", "5,50: write 5.50"), ("set_smart.toml", 'write "EUR"')]
)
def test_collected_files(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_toml(CASES / name, "it")
