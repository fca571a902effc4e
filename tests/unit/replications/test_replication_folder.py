from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.replications.run_folder import open_folder


def test_a_folder_keeps_its_identity(tmp_path: Path) -> None:
    first = open_folder(tmp_path / "runs", "quick", {"games": 50})
    assert first.identity()
    assert open_folder(tmp_path / "runs", "quick", {"games": 50}).identity() == first.identity()
    assert open_folder(tmp_path / "others", "quick", {}).identity() != first.identity()


def test_settings_that_have_other_results_need_another_folder(tmp_path: Path) -> None:
    open_folder(tmp_path, "quick", {"games": 50})
    with pytest.raises(UsageError, match=r"different settings \(games\)"):
        open_folder(tmp_path, "quick", {"games": 60})
    with pytest.raises(UsageError, match="different settings"):
        open_folder(tmp_path, "paper", {"games": 50})
    open_folder(tmp_path, "quick", {"games": 50, "threads": 3})


def test_a_study_is_no_folder_of_replications(tmp_path: Path) -> None:
    (tmp_path / "study.db").touch()
    with pytest.raises(UsageError, match="is a study"):
        open_folder(tmp_path, "quick", {})


def test_a_damaged_record_is_a_sentence(tmp_path: Path) -> None:
    open_folder(tmp_path, "quick", {}).record.write_text("{", encoding="utf-8")
    with pytest.raises(OperatorError, match="cannot be used for replications"):
        open_folder(tmp_path, "quick", {})
