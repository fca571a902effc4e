"""An argument that a shell made of nothing is not taken for the folder the shell is in."""

from pathlib import Path

import pytest
from lab_commands import program
from studies import playable_study

from hcmd_lab.cli.empty_arguments import require_arguments
from hcmd_lab.errors import UsageError
from hcmd_lab.program import open_window

REFUSED = (
    ["study", "status", ""],
    ["check", ""],
    ["check", "--json", ""],
    ["export", "S", ""],
    ["privacy", "purge", "", "--reason", "done", "--yes"],
    ["report", "S", "--to", ""],
    ["report", "S", "--to="],
    ["payments", "S", "", "--table", "t.csv"],
    ["support", "file.zip", "--study", ""],
    ["bundle", "start", "", "S"],
)
TAKEN = (
    ["check", "S"],
    ["check", "S", "--log", ""],
    ["check", "S", "--log="],
    ["privacy", "purge", "S", "--reason", ""],
    ["study", "new", "S", "--set", "name="],
    ["study", "status", "folder="],
    ["-h"],
    [],
)


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_an_empty_path_or_word_is_refused(words: list[str]) -> None:
    with pytest.raises(UsageError, match="An argument is empty"):
        require_arguments(program(words), words)


@pytest.mark.parametrize("words", TAKEN, ids=" ".join)
def test_an_empty_text_of_an_option_is_that_option_s_business(words: list[str]) -> None:
    require_arguments(program(words), words)


def test_nothing_is_done_with_the_study_in_which_the_shell_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(playable_study(tmp_path / "study", 4))
    with pytest.raises(SystemExit) as ended:
        open_window([""])
    assert ended.value.code == 2
    assert "it is empty; name the study's folder" in capsys.readouterr().err
