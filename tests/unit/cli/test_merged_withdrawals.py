"""A withdrawal that comes with a bundle, and a deletion before one, hold as those made here do."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lab_commands import Lab
from two_labs import two_labs

from hcmd_lab.game.events import CheckedIn
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.timestamps import utc_now


@dataclass
class Two:
    """Folders of two labs, and somebody who has played in the other one."""

    here: Path
    there: Path
    session: str
    person: str
    lab: Lab

    def run(self, *arguments: object) -> str:
        code, out, err = self.lab(*arguments)
        assert code == 0, err
        return out

    def merge(self, *options: str) -> str:
        file = self.here.parent / "sent.hcmd"
        self.run("bundle", "make", self.there, file, *options)
        return self.run("bundle", "merge", self.here, file)

    def withdraw(self) -> None:
        because = ("--reason", "asked", "--yes")
        self.run("privacy", "withdraw", self.there, self.session, self.person, *because)


@pytest.fixture
def two(tmp_path: Path, lab: Lab) -> Two:
    with two_labs(tmp_path) as labs:
        session = SimulatedSession(*labs.there.plan_session("acquire", 1))
        events = [
            replace(event, is_bot=False, label=f"Ann {event.participant}")
            if isinstance(event, CheckedIn)
            else event
            for event in session.play()
        ]
        labs.there.store.log.append(session.code, events, utc_now())
        here, there = labs.here.store.folder.path, labs.there.store.folder.path
    person = next(each.participant for each in events if isinstance(each, CheckedIn))
    return Two(here, there, session.code, person, lab)


def test_exports_are_made_again_without_whoever_has_withdrawn_elsewhere(
    two: Two, tmp_path: Path
) -> None:
    two.merge()
    export, package = tmp_path / "export", tmp_path / "package"
    two.run("export", two.here, export)
    two.run("package", two.here, package)
    assert two.person in (export / "participants.csv").read_text("utf-8")
    two.withdraw()
    told = two.merge()
    assert "added 1 withdrawal." in told
    assert f"The export {export} was made again" in told
    assert f"The folder {package} still holds data of somebody who has withdrawn" in told
    for file in export.rglob("*.csv"):
        assert two.person not in file.read_text("utf-8"), file


def test_nothing_is_said_of_exports_that_hold_nobody(two: Two) -> None:
    two.withdraw()
    assert "has withdrawn" not in two.merge()


def test_fingerprints_that_were_deleted_do_not_come_back(two: Two) -> None:
    assert "fingerprints of 4 participants" in two.merge("--with-fingerprints")
    purge = ("privacy", "purge", two.here, "--fingerprints", "--reason", "done", "--yes")
    assert "who took part is not recognised any more" in two.run(*purge)
    assert "already contains everything" in two.merge("--with-fingerprints")


def test_a_package_is_not_said_to_be_made_again(two: Two, tmp_path: Path) -> None:
    package = tmp_path / "package"
    two.run("package", two.there, package)
    told = two.run("privacy", "withdraw", two.there, two.session, two.person, "--dry-run")
    assert "To be made again" not in told
    assert f"Replication packages that stay as they are: {package}." in told


def test_a_bundle_says_which_groups_count(two: Two, tmp_path: Path) -> None:
    """People in a study of simulated participants play to the end, and do not count."""
    told = two.run("bundle", "make", two.there, tmp_path / "made.hcmd")
    assert "1 session with 0 groups that count" in told
