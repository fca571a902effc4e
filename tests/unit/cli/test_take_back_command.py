"""`hcmd-lab take-back` says what it has done, on stdout."""

from pathlib import Path

import pytest
from foreign_tables import games, plain
from lab_commands import Lab
from studies import playable_study

from hcmd_lab.storage.store import Store


@pytest.fixture
def study(lab: Lab, tmp_path: Path) -> Path:
    folder, table = playable_study(tmp_path / "study", 4, "people"), tmp_path / "theirs.csv"
    table.write_text(plain(games()))
    assert lab("import", folder, table)[0] == 0
    return folder


def test_an_import_is_taken_back_in_words_and_as_json(lab: Lab, study: Path) -> None:
    with Store.read(study) as store:
        (session,) = (row.code for row in store.tables.sessions())
    assert lab("take-back", study, session, "--reason", " ")[0] == 2
    code, out, words = lab("take-back", study, session)
    assert (code, out) == (2, "")
    assert "Nothing was done; give the reason with --reason." in words
    code, out, err = lab("take-back", study, session, "--reason", "the wrong wave")
    assert (code, err) == (0, "")
    assert f"The imported session {session} is removed" in out
