"""The support file of a real study holds what it lists, and nobody."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from studies import playable_study
from told_studies import GROUPS

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import CheckedIn, HelpCalled
from hcmd_lab.log_folder import CRASH_LOG, WINDOW_LOG
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.support.support_file import CONTENTS, write_support_file


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = playable_study(tmp_path_factory.mktemp("support") / "study", GROUPS)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
        session = store.log.sessions()[0]
        named = CheckedIn(9, "ABCDEFGH", "7", "Zoë Zander", is_bot=False)
        asked = HelpCalled(9, "ABCDEFGH", text="Zoë Zander asks")
        numbered = store.private.take_label(
            session, CheckedIn(9, "IJKLMNOP", "8", "1", is_bot=False)
        )
        store.log.append(session, [numbered], "2026-01-01")
        store.log.append(session, [store.private.take_label(session, named), asked], "2026-01-01")
    return folder


def texts(file: Path) -> dict[str, str]:
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_it_holds_what_it_lists_and_nobody(study: Path, tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / WINDOW_LOG).write_text("station 7: zoë zander was refused\n", "utf-8")
    (logs / CRASH_LOG).write_text("KeyError: 'Zoë Zander'\n", "utf-8")
    steps: list[tuple[int, int]] = []
    packed = write_support_file(
        tmp_path / "s.zip", study, logs, lambda done, total: steps.append((done, total))
    )
    found = texts(tmp_path / "s.zip")
    assert set(found) == set(packed)
    assert all(name in found[CONTENTS] for name in packed if name != CONTENTS)
    assert not [name for name, text in found.items() if "zander" in text.lower()]
    assert found[f"logs/{CRASH_LOG}"] == "KeyError\n"
    with Store.read(study) as store:
        assert len(found["events.jsonl"].splitlines()) == store.log.count() == steps[-1][1]
    for line in found["events.jsonl"].splitlines():
        assert isinstance(json.loads(line)["event_id"], int)
    assert json.loads(found["settings.json"])["seed"] == 1
    assert json.loads(found["status.json"])["iteration"] == 1
    if os.name == "posix":  # Windows has no such modes
        assert (tmp_path / "s.zip").stat().st_mode & 0o077 == 0


def test_without_a_study_it_tells_of_the_computer(tmp_path: Path) -> None:
    write_support_file(tmp_path / "s.zip", None, tmp_path / "none")
    assert set(texts(tmp_path / "s.zip")) == {CONTENTS, "computer.json"}


def test_one_that_is_given_up_leaves_the_one_before(study: Path, tmp_path: Path) -> None:
    target = tmp_path / "s.zip"
    target.write_text("before")

    class GivenUp(Exception):  # noqa: N818 - not an error
        pass

    def give_up(done: int, total: int) -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        write_support_file(target, study, tmp_path, give_up)
    assert target.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["s.zip"]


def test_a_place_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OperatorError, match=r"cannot be written to .* choose another place"):
        write_support_file(tmp_path / "file" / "s.zip", None, tmp_path)


def test_a_study_that_is_write_protected_is_told_of(study: Path, tmp_path: Path) -> None:
    kept = Path(shutil.copytree(study, tmp_path / "kept"))
    for each in kept.rglob("*"):
        each.chmod(0o500 if each.is_dir() else 0o400)
    write_support_file(tmp_path / "s.zip", kept, tmp_path)
    assert "events.jsonl" in texts(tmp_path / "s.zip")
