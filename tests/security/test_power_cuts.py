"""Power cuts at any moment of a session: no decision that was confirmed is lost or changed.

What the host writes is traced at the system while four stations play; disks are then made as a
power cut could leave them (`write_trace`), opened as a study, checked, and compared with what the
stations had been told by that moment.
"""

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from studies import playable_study
from witness import WitnessLink, compared, stored_decisions
from write_trace import STRACE, Disk, Step, WriteTrace

from hcmd_lab.processes import HostProcess
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from ui.kiosk.bot import Bot
from ui.kiosk.person import SimulatedPerson

pytestmark = pytest.mark.skipif(not STRACE, reason="strace is missing")
FILES = ("study.db", "study.db-wal", "study.mark")


@pytest.mark.timeout(600)
@pytest.mark.parametrize("cuts", [40, pytest.param(400, marks=pytest.mark.release)])
def test_what_was_confirmed_survives_a_power_cut(
    tmp_path: Path, qtbot: QtBot, cuts: int, record_property: Callable[[str, object], None]
) -> None:
    study = playable_study(tmp_path / "study", 4)
    with HostProcess(study, ["--port", "0", "--groups", "1"]) as host:
        qtbot.wait(300)  # until it is idle, so that what is copied is at rest
        base = {str(study / name): (study / name).read_bytes() for name in FILES
                if (study / name).exists()}  # fmt: skip
        trace = WriteTrace(host.process.pid, study, tmp_path / "trace")
        links = [WitnessLink(host, str(number), tmp_path / "stations") for number in range(4)]
        done: list[Bot] = []
        for seed, link in enumerate(links):
            bot = Bot(link, SimulatedPerson(seed), "bot", parent=link)
            bot.done.connect(lambda bot=bot: done.append(bot))
            link.start()
        qtbot.waitUntil(lambda: len(done) == 4, timeout=120_000)
        for link in links:
            link.stop()
        steps = trace.end()
    # The stations' clock is the trace's, begun at another moment.
    apart_s = time.time() - time.monotonic()
    told = sorted(
        (at_s + apart_s, nonce, link.decisions[nonce])
        for link in links
        for nonce, at_s in zip(link.acknowledged, link.acknowledged_at_s, strict=True)
    )
    assert len(told) == 4 * 31
    dice = random.Random(22)  # noqa: S311 - reproducible cuts
    moments = sorted(dice.sample(range(len(steps)), cuts))
    disk, confirmed, lost, changed, unsound = Disk(base), 0, 0, 0, []
    for number, step in enumerate(steps):
        if number in moments:
            made = {nonce: decision for at_s, nonce, decision in told if at_s < step.at_s}
            image = tmp_path / "image"
            _make(image, study, disk.after_a_cut(dice))
            with Store.open(image) as store:
                findings = check_study(store, made)
            if findings:
                unsound.append((number, [str(finding) for finding in findings]))
            kinds = compared(made, stored_decisions(image))
            confirmed += len(made)
            lost += kinds["lost"]
            changed += kinds["changed"]
            shutil.rmtree(image)
        disk.do(step)
    record_property("times", cuts)
    record_property("confirmed", confirmed)
    record_property("lost", lost)
    record_property("changed", changed)
    assert unsound == []
    assert (lost, changed) == (0, 0)
    assert confirmed > cuts


def _make(image: Path, study: Path, files: dict[str, bytes]) -> None:
    """A folder like the study's with other files of the database."""
    shutil.copytree(
        study, image, ignore=shutil.ignore_patterns("study.db*", "study.mark", "keys", "backups")
    )
    for path, data in files.items():
        place = image / Path(path).relative_to(study)
        if place.parent == image:
            place.write_bytes(data)


def test_a_sync_that_is_left_out_is_found_out() -> None:
    """The disk that is made forgets what nobody synchronised, and only that."""
    write = Step(1.0, "pwrite64", "/study.db", b"new" * 400, 0)
    synchronised, forgetful = Disk({"/study.db": b"old" * 400}), Disk({"/study.db": b"old" * 400})
    for disk in (synchronised, forgetful):
        disk.do(write)
    synchronised.do(Step(2.0, "fdatasync", "/study.db"))
    dice = random.Random(1)  # noqa: S311 - reproducible cuts
    assert {synchronised.after_a_cut(dice)["/study.db"] for _ in range(30)} == {b"new" * 400}
    assert len({forgetful.after_a_cut(dice)["/study.db"] for _ in range(30)}) > 3
