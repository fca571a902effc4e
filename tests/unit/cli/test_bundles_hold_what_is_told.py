"""A bundle holds nothing by which a lab knows people, and what texts it holds is told."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lab_commands import Lab
from studies import playable_study

from hcmd_lab.game import events as ev
from hcmd_lab.game.simulation import SimulatedSession
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.timestamps import utc_now

PAGE = Path(__file__).parents[3] / "docs/privacy.md"
USER = "zaphodbeeblebrox"
LABEL, LISTED, AWAY = "Annabel Checked", "Listed Only", "Turned Away"
WRITTEN = ("a note", "a message", "a reason to pay", "a reason to withdraw")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study with a label, or a text, wherever somebody can have typed one."""
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        session = SimulatedSession(*Study(store).plan_session("acquire", 1))
        code, events = session.code, session.play()
        person = next(each.participant for each in events if isinstance(each, ev.CheckedIn))
        labelled = [
            replace(each, is_bot=False, label=f"{LABEL} {each.station}")
            if isinstance(each, ev.CheckedIn)
            else each
            for each in events
        ]
        closed = labelled.index(next(e for e in labelled if isinstance(e, ev.SessionClosed)))
        at = labelled[closed].at_ms
        labelled[closed:closed] = [
            ev.TurnedAway(at, "away0001", label=AWAY, reason="full"),
            ev.NoteTaken(at, WRITTEN[0]),
            ev.MessageSent(at, person, WRITTEN[1]),
            ev.PaymentAdjusted(at, person, 100, WRITTEN[2]),
        ]
        store.private.add_participant_list(code, [LISTED])
        store.log.append(code, labelled, utc_now())
        store.private.withdraw(code, person, utc_now(), WRITTEN[3])
    return folder


@pytest.mark.parametrize("options", [(), ("--with-fingerprints",)])
def test_no_label_is_in_any_part(
    study: Path, lab: Lab, tmp_path: Path, options: tuple[str, ...]
) -> None:
    assert lab("export", study, tmp_path / "folder of Annabel Checked")[0] == 0
    code, out, err = lab("bundle", "make", study, tmp_path / "sent.hcmd", *options)
    assert code == 0, err
    with zipfile.ZipFile(tmp_path / "sent.hcmd") as bundle:
        parts = b"".join(bundle.read(name) for name in bundle.namelist())
    database = b"".join(each.read_bytes() for each in study.glob("study.db*"))
    for label in (LABEL, LISTED, AWAY):
        assert label.encode() in database, "the study knows it"
        assert label.encode() not in parts
    for text in WRITTEN:
        assert text.encode() in parts
    assert "notes, messages, reasons and answers as they were written" in " ".join(out.split())


def test_the_experimenter_s_user_name_is_where_the_page_says(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, USER)
    folder = playable_study(tmp_path / "study", 4)
    with Store.open(folder) as store:
        play_simulated(Study(store), "acquire", 1)
    family = ("--own-weight", "0.3", "--relative-weight", "0.7")
    for command in (
        ("contrast", "plan", folder, "newest", "libertarian"),
        ("mechanism", "family", folder, *family),
        ("preregister", folder),
        ("export", folder, tmp_path / "export"),
        ("package", folder, tmp_path / "package"),
        ("support", tmp_path / "support.zip", "--study", folder),
        ("bundle", "make", folder, tmp_path / "sent.hcmd"),
    ):
        code, out, err = lab(*command)
        assert (code, USER in out) == (0, False), err
    for command, told in (
        (("mechanism", "list", folder), True),
        (("contrast", "list", folder), False),
        (("contrast", "list", folder, "--json"), True),
        (("audit", folder), False),
        (("audit", folder, "--json"), True),
    ):
        assert (USER in lab(*command)[1]) is told, command
    (row,) = (each for each in PAGE.read_text("utf-8").splitlines() if each.startswith("| User n"))
    assert "every bundle, of contrasts, iterations and mechanisms; no export, rep" in row
    for file, holds in (("sent.hcmd", True), ("support.zip", False)):
        with zipfile.ZipFile(tmp_path / file) as packed:
            parts = b"".join(packed.read(name) for name in packed.namelist())
        assert (USER.encode() in parts) is holds, file
    for written in ("export", "package"):
        files = [each for each in (tmp_path / written).rglob("*") if each.is_file()]
        assert len(files) > 10
        assert all(USER.encode() not in each.read_bytes() for each in files)


def test_the_page_says_of_each_kind_that_bundles_hold_it() -> None:
    rows = [row for row in PAGE.read_text("utf-8").splitlines() if row.startswith("|")]
    for kind in (
        "Messages between",
        "Reasons that the experimenter gave: for a payment",
        "Reasons that the experimenter gave for a withdrawal",
        "Answers to open questions",
        "Addresses in the local network",
    ):
        (row,) = (each for each in rows if each.startswith(f"| {kind}"))
        assert "every bundle" in row
