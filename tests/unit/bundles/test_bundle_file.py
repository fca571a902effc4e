"""Bundles from disk: every hash is checked, and nothing in one is trusted."""

import contextlib
import hashlib
import json
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from studies import playable_study

from hcmd_lab.bundles.bundle_file import CHECKPOINTS, EVENTS, MANIFEST, read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = playable_study(tmp_path_factory.mktemp("lab") / "study", 4)
    with Store.open(folder) as store:
        (store.folder.checkpoints / "ab.safetensors").write_bytes(b"weights")
        named = hashlib.sha256(b"weights").hexdigest()
        (store.folder.checkpoints / "ab.safetensors").rename(
            store.folder.checkpoints / f"{named}.safetensors"
        )
        play_simulated(Study(store), "acquire", 1)
        make_bundle(ReadOnlyStudy(store), folder / "study.hcmd")
    return folder / "study.hcmd"


def changed(bundle: Path, target: Path, change: Callable[[Members], None]) -> Path:
    """A copy of a bundle with other members; the hashes stay what they were."""
    with zipfile.ZipFile(bundle) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


def rehashed(members: Members) -> None:
    """Bring a manifest into line with members that were changed: somebody who means it."""
    manifest = json.loads(members[MANIFEST])
    manifest["members"] = [
        {"name": name, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in members.items()
        if name != MANIFEST
    ]
    members[MANIFEST] = json.dumps(manifest).encode()


def test_a_bundle_reads_as_it_was_made(bundle: Path) -> None:
    found = read_bundle(bundle)
    assert len(found.sessions) == 1
    assert [run.kind for run in found.runs] == ["initialise"]
    assert b"weights" in found.checkpoints.values()
    assert {table.name for table, _ in found.mechanisms} >= {"theta_0"}


def test_it_tells_its_own_hash(bundle: Path, tmp_path: Path) -> None:
    with Store.read(bundle.parent) as store:
        summary = make_bundle(ReadOnlyStudy(store), tmp_path / "again.hcmd")
    assert summary.sha256 == hashlib.sha256(summary.file.read_bytes()).hexdigest()
    assert (summary.sessions, summary.groups, summary.runs) == (1, 1, 1)


@pytest.mark.parametrize("year", [1970, 2200])
def test_it_is_made_on_any_day_that_a_clock_says(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    now = time.struct_time((year, 1, 1, 0, 0, 0, 0, 1, 0))
    monkeypatch.setattr(time, "localtime", lambda _=None: now)
    with Store.read(bundle.parent) as store:
        make_bundle(ReadOnlyStudy(store), tmp_path / "dated.hcmd")
    assert read_bundle(tmp_path / "dated.hcmd").checkpoints == read_bundle(bundle).checkpoints


@pytest.mark.parametrize("member", [EVENTS, "runs.jsonl", "mechanisms.jsonl"])
def test_a_changed_member_is_refused_by_its_name(bundle: Path, tmp_path: Path, member: str) -> None:
    def change(members: Members) -> None:
        members[member] = members[member].replace(b"1", b"2", 1)

    with pytest.raises(UsageError, match=f"is damaged: its file {member} has changed since"):
        read_bundle(changed(bundle, tmp_path / "x.hcmd", change))


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_archive_is_refused_or_reads_as_it_was(bundle: Path, data: st.DataObject) -> None:
    """A changed byte may also make a member look encrypted or compressed in another way."""
    whole = bundle.read_bytes()
    with zipfile.ZipFile(bundle) as archive:
        begins = [info.header_offset for info in archive.infolist()]
        begins += [archive.start_dir, len(whole) - 22]
    near = st.sampled_from(begins).flatmap(lambda begin: st.integers(begin, begin + 60))
    place = data.draw(st.integers(0, len(whole) - 1) | near.filter(lambda at: at < len(whole)))
    byte = data.draw(st.integers(0, 255))
    damaged = bundle.with_name("damaged.hcmd")
    damaged.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
    try:
        read = read_bundle(damaged)
    except UsageError:
        return
    assert read.sessions == read_bundle(bundle).sessions


@pytest.mark.parametrize(
    ("member", "field", "value"),
    [
        (EVENTS, "session", "../../elsewhere"),
        (EVENTS, "utc", "2030-13-01T00:00:00.000+00:00"),
        ("mechanisms.jsonl", "name", "../../elsewhere"),
        ("mechanisms.jsonl", "sha256", "abc"),
        ("runs.jsonl", "iteration", -1),
        ("runs.jsonl", "iteration", 2**70),
        ("runs.jsonl", "finished_utc", ""),
    ],
)
def test_values_that_cannot_be_are_refused(
    bundle: Path, tmp_path: Path, member: str, field: str, value: object
) -> None:
    def change(members: Members) -> None:
        first, *others = members[member].splitlines()
        line = json.dumps({**json.loads(first), field: value}).encode()
        members[member] = b"\n".join([line, *others])
        rehashed(members)

    with pytest.raises(UsageError, match=f"cannot be read.*{field}"):
        read_bundle(changed(bundle, tmp_path / "x.hcmd", change))


def test_missing_and_additional_members_are_refused(bundle: Path, tmp_path: Path) -> None:
    for change in (
        lambda members: members.pop(EVENTS),
        lambda members: members.update({"more": b""}),
    ):
        with pytest.raises(UsageError, match="does not contain the files that it lists"):
            read_bundle(changed(bundle, tmp_path / "x.hcmd", change))


@pytest.mark.parametrize(
    "name",
    [EVENTS, MANIFEST, "../outside", "/etc/outside", "C:\\outside", "a/" * 5000, "more\0more", ""],
)
@pytest.mark.parametrize("mode", [stat.S_IFREG, stat.S_IFLNK, stat.S_IFCHR, stat.S_IFDIR])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_any_name_and_kind_beside_its_own_are_refused(
    bundle: Path, tmp_path: Path, name: str, mode: int
) -> None:
    target = changed(bundle, tmp_path / "x.hcmd", lambda members: None)
    info = zipfile.ZipInfo("member")
    info.filename = name  # as it stands: the constructor would tidy it
    info.external_attr = (mode | 0o777) << 16
    with zipfile.ZipFile(target) as archive:
        same = archive.read(name) if name in archive.namelist() else b"/dev/zero"
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(info, b"" if stat.S_ISDIR(mode) else same)
    with pytest.raises(UsageError, match=r"files that it lists|is not a study"):
        read_bundle(target)
    assert [path.name for path in tmp_path.iterdir()] == ["x.hcmd"]


def test_a_checkpoint_can_be_called_nothing_but_its_hash(bundle: Path, tmp_path: Path) -> None:
    def change(members: Members) -> None:
        members[f"{CHECKPOINTS}../../outside.safetensors"] = b"anything"
        rehashed(members)

    with pytest.raises(UsageError, match="is not the one that its name says"):
        read_bundle(changed(bundle, tmp_path / "x.hcmd", change))


def test_an_unknown_event_is_refused(bundle: Path, tmp_path: Path) -> None:
    def change(members: Members) -> None:
        members[EVENTS] = members[EVENTS].replace(b'"CheckedIn"', b'"FlewIn"', 1)
        rehashed(members)

    with pytest.raises(OperatorError, match="unknown kind FlewIn"):
        read_bundle(changed(bundle, tmp_path / "x.hcmd", change))


def test_what_is_not_json_of_ours_is_refused(bundle: Path, tmp_path: Path) -> None:
    def change(members: Members) -> None:
        members["runs.jsonl"] = b'{"kind": "guess"}\n'
        rehashed(members)

    with pytest.raises(UsageError, match="cannot be read"):
        read_bundle(changed(bundle, tmp_path / "x.hcmd", change))


def test_no_member_with_bytes_of_no_text_is_a_fault(bundle: Path, tmp_path: Path) -> None:
    """Put behind each quotation mark in turn; whoever means it has given it its hash."""
    with zipfile.ZipFile(bundle) as archive:
        texts = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.endswith((".json", ".jsonl"))
        }
    for name, data in texts.items():
        places = [place for place, byte in enumerate(data) if byte == ord('"')]
        for place in places[:: max(1, len(places) // 12)]:

            def change(members: Members, name: str = name, at: int = place + 1) -> None:
                spoilt = members[name][:at] + b"\xff" + members[name][at:]
                members[name] = spoilt
                if name != MANIFEST:
                    rehashed(members)

            # A name of a field that nobody knows is passed over, whatever its bytes are.
            with contextlib.suppress(UsageError):
                read_bundle(changed(bundle, tmp_path / "x.hcmd", change))


def test_other_files_are_no_bundles(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no archive", encoding="utf-8")
    with pytest.raises(UsageError, match=r"notes\.txt is not a study bundle"):
        read_bundle(text)
    archive = tmp_path / "holiday.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("beach.jpg", b"sun")
    with pytest.raises(UsageError, match=r"holiday\.zip is not a study bundle"):
        read_bundle(archive)
    with pytest.raises(OperatorError, match="cannot be read"):
        read_bundle(tmp_path / "nothing.hcmd")


def test_a_newer_bundle_asks_for_a_newer_program(bundle: Path, tmp_path: Path) -> None:
    def change(members: Members) -> None:
        members[MANIFEST] = msgspec.json.encode({"format": 99})

    with pytest.raises(UsageError, match="newer version"):
        read_bundle(changed(bundle, tmp_path / "x.hcmd", change))
