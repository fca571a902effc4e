"""The study folder."""

from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.study_folder import StudyFolder


def test_everything_lies_in_the_folder(tmp_path: Path) -> None:
    folder = StudyFolder(tmp_path / "study")
    folder.make()
    names = {child.name for child in folder.path.iterdir()}
    assert names == {"checkpoints", "exports", "backups", "jobs"}
    assert {folder.database.name, folder.lock.name} == {"study.db", "study.lock"}
    folder.make()  # again changes nothing


def test_little_space_is_a_sentence(tmp_path: Path) -> None:
    folder = StudyFolder(tmp_path)
    folder.require_space(1)
    with pytest.raises(OperatorError, match=r"has only [\d,]+ MB free; free space") as caught:
        folder.require_space(folder.free_bytes() * 2)
    assert str(tmp_path) in str(caught.value)
