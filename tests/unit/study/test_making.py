"""A study is duplicated without its data, and deleted into the bin; what is open stays."""

import sys
from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.study import deleting
from hcmd_lab.study.deleting import contents_of, move_to_bin
from hcmd_lab.study.making import MADE_FACT, duplicate_study
from hcmd_lab.study.presets import Preset, make_settings, nearest_preset
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.telling.contents import contents_in_words
from hcmd_lab.texts.shipped import FOLDER, copy_texts


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = playable_study(tmp_path / "study", 8)
    with Store.open(folder) as store:
        settings = store.facts.get("settings") | {"monotone": True, "name": "First"}
        store.facts.set("settings", settings)
        play_simulated(Study(store), "acquire", 2)
    copy_texts(folder, ("de",))
    return folder


@pytest.mark.parametrize("with_settings", [True, False])
@pytest.mark.parametrize("with_texts", [True, False])
def test_a_duplicate_has_what_was_asked_for_and_no_data(
    study: Path, tmp_path: Path, with_settings: bool, with_texts: bool
) -> None:
    folder = tmp_path / "copy"
    made = duplicate_study(
        study, folder, "Second", with_settings=with_settings, with_texts=with_texts
    )
    with made as store:
        settings = Study(store).settings
        assert settings.name == "Second"
        assert settings.monotone is with_settings
        assert (settings.groups == (8, 8)) is with_settings
        assert store.tables.sessions() == store.learned.runs() == []
        assert set(store.facts.get(MADE_FACT)) == {"by", "utc", "version"}
    assert (folder / FOLDER / "de").is_dir() is with_texts
    with Store.read(study) as store:
        assert len(store.tables.groups()) == 2, "the original is as it was"


def test_the_nearest_preset_is_found() -> None:
    for preset in Preset:
        assert nearest_preset(make_settings(preset, {"seed": 7})) is preset


class NoBin:
    """A disk without a bin."""

    def __init__(self, _path: str) -> None:
        pass

    def moveToTrash(self) -> bool:  # noqa: N802 - Qt's name
        return False


def test_what_is_deleted_is_named_and_goes_to_the_bin(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = str(contents_in_words(contents_of(study)))
    parts = "1 session, 2 groups, 1 training step and 0 labels of participants"
    assert told == f"“First” holds {parts}."
    bin_folder = tmp_path / "home" / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(bin_folder))
    with Store.open(study), pytest.raises(OperatorError, match="already open in another window"):
        move_to_bin(study)
    assert study.exists()
    monkeypatch.setattr(deleting, "QFile", NoBin)
    with pytest.raises(OperatorError, match="cannot be moved to the bin"):
        move_to_bin(study)
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(bin_folder))
    move_to_bin(study)
    assert not study.exists()
    if sys.platform == "linux":
        assert (bin_folder / "Trash" / "files" / "study" / "study.db").exists()
