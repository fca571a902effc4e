"""After a purge no file of the programs holds a label: no log, no state, no forgotten copy."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study

from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import UNSENT, CheckIn
from hcmd_lab.processes import HostProcess, lab_command

HOME = "127.0.0.1"
NAME = "Zdenka-Marusha"


def holding(folder: Path, words: str) -> list[str]:
    """Files below a folder that hold some words, in the usual encodings."""
    wanted = [words.encode(encoding) for encoding in ("utf-8", "utf-16-le")]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(each in path.read_bytes() for each in wanted)
    ]


@pytest.mark.timeout(180)
def test_the_programs_keep_labels_in_the_study_alone(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "computer"
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR"):
        (here / variable).mkdir(parents=True)
        monkeypatch.setenv(variable, str(here / variable))
    study = playable_study(here / "study", 4, "people")
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(f"{NAME} {number}" for number in range(1, 6)), "utf-8")
    options = ["--port", "0", "--purpose", "pilot", "--participant-list", str(listed)]
    answers: list[str] = []
    with HostProcess(study, options) as host:
        code, port = host.listening["code"], host.listening["port"]
        links = []
        for number, label in enumerate(("1", "2", "2", "nobody", "3"), start=1):
            station = f"s{min(number, 4)}"
            if number < 5:
                state = here / "kiosks" / station
                link = StationLink(HOME, port, station, state, code=parse_code(code))
                link.rejected.connect(lambda code, *_: answers.append(code))
                link.accepted.connect(lambda _: answers.append(""))
                links.append(link)
                with qtbot.waitSignal(link.connected, timeout=20_000):
                    link.start()
            links[-1].send(CheckIn(UNSENT, f"{NAME} {label}", False))
            qtbot.waitUntil(lambda: len(answers) == number, timeout=20_000)  # noqa: B023
        for link in links:
            link.stop()
    assert [each for each in answers if each] == ["label_taken", "not_on_list"]
    subprocess.run(
        lab_command("serve", str(study), "--identity", str(study / "keys"), "--resume",
                    "--abandon", "--address", HOME, "--port", "0"),
        check=True, capture_output=True,
    )  # fmt: skip
    backups = [f"study/backups/{path.name}" for path in (study / "backups").glob("*.db")]
    before = holding(here, NAME)
    assert "study/study.db" in before
    assert set(before) <= {"study/study.db", "study/study.db-wal", *backups}
    shutil.rmtree(study / "backups")
    subprocess.run(
        lab_command("privacy", "purge", str(study), "--reason", "paid", "--yes"),
        check=True, capture_output=True,
    )  # fmt: skip
    assert holding(here, NAME) == []
