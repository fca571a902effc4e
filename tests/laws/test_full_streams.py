"""What a command does is done before it is told, and no message ends what it is about.

Where a file for the results is on a full disk, the command has done what it does elsewhere, and one
sentence says that the result could not be told. Where one for messages is, nothing is different.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from studies import playable_study

from hcmd_lab.cli.main import run
from hcmd_lab.export.study_export import export_study
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

FULL = "/dev/full"

pytestmark = pytest.mark.skipif(not os.path.exists(FULL), reason="it needs a file that is full")

ACTS = (
    "attendance study --table a.csv",
    "backup study",
    "bundle make study b.hcmdlab",
    "contrast plan study theta_0 libertarian",
    "export study e",
    "guests check list.csv --cards c.pdf",
    "guests codes 4 g.csv --cards c.pdf",
    "mechanism export study theta_0 m.csv",
    "mechanism family study --own-weight 0.3 --relative-weight 0.7",
    "mechanism template m.csv",
    "payments study --table p.csv",
    "preregister study",
    "privacy withdraw study {session} {participant} --reason asked --yes",
    "restore study",
    "script new study --language en",
    "support s.zip --study study",
)
"""Command lines that write files or change a study."""

MESSAGES = (*ACTS, "kiosks list --identity i", "restore nothing", "study remake study", "export -x")
"""Command lines of which some say something on standard error."""

Line = Callable[[str], tuple[int, str, str]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("place")
    study = playable_study(place / "study", 4)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 1)
        store.back_up(Occasion.HAND)
    (place / "list.csv").write_text("Anna\nBob\n")
    return place


@pytest.fixture
def line(
    sound: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: QApplication,
) -> Line:
    """Runs a command line in a copy of the place; its exit code and what it has said."""
    del qapp  # some of them draw
    with Store.read(sound / "study") as store:
        person = store.tables.participants()[0]

    def call(words: str) -> tuple[int, str, str]:
        shutil.rmtree(tmp_path)
        shutil.copytree(sound, tmp_path)
        monkeypatch.chdir(tmp_path)
        with Store.read(tmp_path / "study") as store:  # it remembers where it has written one
            export_study(store, tmp_path / "earlier", include_pilots=False, with_labels=False)
        filled = words.format(session=person.session, participant=person.code)
        monkeypatch.setattr(sys, "argv", ["hcmd-lab", *filled.split()])
        with pytest.raises(SystemExit) as ended:
            run()
        return int(ended.value.code or 0), *capsys.readouterr()

    return call


def written(place: Path) -> list[tuple[str, bytes]]:
    """What lies in a place and was not there: names without times and draws, tables with content.

    Tables of an export that was there are made again where somebody withdraws.
    """
    found = []
    for path in sorted(place.rglob("*")):
        name = re.sub(r"\d{8}T\d+Z|[0-9a-f]{16,64}", "#", str(path.relative_to(place)))
        if path.is_file() and not name.endswith(("-wal", "-shm")):
            is_told = path.parent.name == "earlier" and path.suffix == ".csv"
            found.append((name, path.read_bytes() if is_told else b""))
    return found


@pytest.mark.parametrize("words", ACTS)
def test_what_cannot_be_told_is_done(
    words: str, line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, told, _ = line(words)
    done = written(tmp_path)
    assert (code, bool(told)) == (0, True)
    with open(FULL, "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        code, _, said = line(words)
    assert (code, said.count("hcmd-lab: The result cannot be written")) == (1, 1), said
    assert written(tmp_path) == done


@pytest.mark.parametrize("words", MESSAGES)
def test_what_no_message_can_be_written_for_is_done_and_told(
    words: str, line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, told, _ = line(words)
    done = written(tmp_path)
    with open(FULL, "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stderr", full)
        again, once_more, _ = line(words)
    assert (again, once_more.count("\n")) == (code, told.count("\n"))
    assert written(tmp_path) == done


@pytest.mark.parametrize("words", ["--help", "export --help", "study --help", "--version"])
def test_help_that_cannot_be_written_is_one_sentence(
    words: str, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open(FULL, "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        code, _, said = line(words)
    assert (code, said.count("\n"), "cannot be written to standard output" in said) == (1, 1, True)
    monkeypatch.setattr(sys, "stdout", None)
    code, _, said = line(words)
    assert (code, said.count("\n"), "the standard output is closed" in said) == (1, 1, True)
