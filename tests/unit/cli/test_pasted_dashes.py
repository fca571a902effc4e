"""An option with the dashes of a document is no folder, and no option that does not hold."""

import re
import sys
from pathlib import Path

import pytest
from lab_commands import program
from studies import playable_study

from hcmd_lab.cli.main import run
from hcmd_lab.cli.pasted_dashes import require_hyphens
from hcmd_lab.errors import UsageError

REFUSED = {
    "\u2013anonymous": "--anonymous",
    "\u2014anonymous": "--anonymous",
    "\u2010\u2010anonymous": "--anonymous",
    "\u2011-anonymous": "--anonymous",
    "-\u2013anonymous": "--anonymous",
    "\u2212\u2212anonymous": "--anonymous",
    "\u2013h": "-h",
    "\u2013include-pilots": "--include-pilots",
}
TAKEN = (
    ["export", "S", "--anonymous"],
    ["export", "S", "a\u2013b"],
    ["export", "S", "./\u2013anonymous"],
    ["privacy", "purge", "S", "--reason", "\u2013done"],
    ["export", "S", "\u2013"],
)


@pytest.mark.parametrize("typed", REFUSED)
def test_an_option_with_a_dash_is_told_as_it_is_typed(typed: str) -> None:
    words = ["export", "S", typed]
    with pytest.raises(UsageError, match=f"type {re.escape(REFUSED[typed])}, or"):
        require_hyphens(program(words), words)


@pytest.mark.parametrize("words", TAKEN, ids=" ".join)
def test_other_dashes_are_nobody_s_business(words: list[str]) -> None:
    require_hyphens(program(words), words)


def test_no_export_has_labels_because_a_dash_was_pasted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    study = playable_study(tmp_path / "study", 4)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["hcmd-lab", "export", str(study), "\u2013anonymous"])
    with pytest.raises(SystemExit):
        run()
    assert "begins with a dash" in " ".join(capsys.readouterr().err.split())
    assert [each.name for each in tmp_path.iterdir()] == ["study"]
