from pathlib import Path

import pytest

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.texts.shipped import copy_texts, text_folder


def test_a_study_without_texts_uses_the_shipped_ones(tmp_path: Path) -> None:
    assert set(text_folder(tmp_path).languages()) >= {"en", "de"}


def test_a_copy_is_used_from_then_on(tmp_path: Path) -> None:
    assert copy_texts(tmp_path, ["de"]) == ("de",)
    assert text_folder(tmp_path).languages() == ("de",)
    assert text_folder(tmp_path).path == tmp_path / "script"
    assert copy_texts(tmp_path, ["en"]) == ("en",)
    assert text_folder(tmp_path).languages() == ("en", "de")


def test_own_texts_are_never_overwritten(tmp_path: Path) -> None:
    copy_texts(tmp_path, ["de"])
    (tmp_path / "script" / "de" / "consent.md").write_text("mine")
    with pytest.raises(OperatorError, match="are not overwritten"):
        copy_texts(tmp_path)
    assert (tmp_path / "script" / "de" / "consent.md").read_text() == "mine"
    assert not (tmp_path / "script" / "en").exists()


def test_only_what_is_shipped_can_be_copied(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There are no texts in xx, only in: en, "):
        copy_texts(tmp_path, ["xx"])
