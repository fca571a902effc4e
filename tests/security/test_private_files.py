"""Every file with labels, codes or pay is its owner's alone, whatever the user's umask says."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from studies import playable_study

from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.export.payment_file import write_payment_file
from hcmd_lab.export.study_export import export_study
from hcmd_lab.figures.cards import save_cards
from hcmd_lab.hosting.participant_list import write_labels
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.backups import set_place
from hcmd_lab.storage.restoring import restore
from hcmd_lab.storage.sound_backup import newest_sound
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from ui.control import crash_log
from ui.kiosk.exit_tries import ExitTries
from ui.kiosk.host_address import parse_address
from ui.kiosk.remembered import Place, save_place
from ui.log_file import log_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")


@pytest.fixture(autouse=True)
def _open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def _open_to_others(folder: Path) -> list[str]:
    return [
        f"{path.relative_to(folder)} {stat.filemode(path.stat().st_mode)}"
        for path in [*folder.rglob("*")]
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]


def test_a_study_and_all_that_comes_from_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    study = playable_study(out / "study", 4)
    with Store.open(study) as store:
        play_simulated(Study(store), "acquire", 4)
        export_study(store)
        export_study(store, out / "elsewhere")
        store.back_up(Occasion.HAND)
        make_bundle(Study(store), out / "sent.hcmd")
    folder = StudyFolder(study)
    set_place(folder, out / "second disk")
    with Store.open(study) as store:
        store.back_up(Occasion.HAND)
    restore(folder, newest_sound(folder)[0].path)
    write_payment_file(out / "payments.csv", [], "EUR")
    write_labels(out / "labels.csv", ["A1"])
    save_cards(out / "cards.pdf", ["A1"])
    assert stat.S_IMODE(study.stat().st_mode) == 0o700
    assert _open_to_others(out / "study") == []
    assert _open_to_others(out) == []


def test_what_the_programs_keep(tmp_path: Path) -> None:
    state = tmp_path / "state"
    LabIdentity(state / "identity").certificate()
    save_place(state / "kiosk", Place(parse_address("10.0.0.1:5000"), "A1"))
    ExitTries(state / "kiosk").count(right=False)
    handler = log_file(state / "log" / "kiosk.log")
    handler.emit(logging.makeLogRecord({"msg": "somebody came"}))
    handler.close()
    assert crash_log.write_fault(state / "log" / "crash.log", "a fault")
    assert _open_to_others(state) == []


def test_a_log_of_an_earlier_version_is_closed(tmp_path: Path) -> None:
    log = tmp_path / "kiosk.log"
    log.write_text("what was", encoding="utf-8")
    assert log.stat().st_mode & stat.S_IROTH
    handler = log_file(log)
    handler.emit(logging.makeLogRecord({"msg": "somebody came"}))
    handler.close()
    assert not log.stat().st_mode & stat.S_IROTH
    assert "what was" in log.read_text(encoding="utf-8")


def test_a_study_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    study = playable_study(tmp_path / "study", 4)
    (study / "study.db").chmod(0o644)
    with Store.open(study):
        assert not (study / "study.db").stat().st_mode & stat.S_IROTH
