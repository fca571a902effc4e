"""An export takes the place of an earlier one as a whole, or not at all."""

import io
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from killed_at_files import run_alone
from walks import TABLES, random_walk

from hcmd_lab import folder_swap
from hcmd_lab.drafts import DRAFT
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.export import parquet
from hcmd_lab.export.renewing import renew_exports
from hcmd_lab.export.study_export import export_study, place_in
from hcmd_lab.game import events as ev
from hcmd_lab.owned_folder import changed_files, read_manifest
from hcmd_lab.storage.store import Store

UTC = "2026-01-02T03:04:05.678+00:00"


def make(folder: Path, *sessions: str) -> Path:
    with Store.create(folder, {"settings": {"name": folder.name}}) as store:
        for policy in TABLES.values():
            store.learned.add_mechanism(policy, {})
        for number, code in enumerate(sessions):
            store.log.append(code, random_walk(number).events, UTC)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(make(tmp_path / "study", "aaaaaaaa")) as opened:
        yield opened


def everything(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_it_is_named_by_the_day_where_no_folder_is_named(store: Store) -> None:
    folder = export_study(store).folder
    assert folder.parent == store.folder.exports
    assert len(folder.name) == len("2026-01-02")
    assert place_in(store.folder.exports, store.folder) == folder


def test_no_export_of_a_day_takes_the_place_of_one_of_another_kind(store: Store) -> None:
    kinds = [
        {"with_labels": labels, "include_pilots": pilots}
        for labels in (True, False)
        for pilots in (True, False)
    ]
    folders = [export_study(store, **kind).folder for kind in kinds]
    assert len(set(folders)) == len(kinds)
    for folder, kind in zip(folders, kinds, strict=True):
        manifest = read_manifest(folder)
        assert manifest is not None
        assert manifest.with_labels == kind["with_labels"]
        assert manifest.with_pilots == kind["include_pilots"]
        assert ("without-labels" in folder.name) is not kind["with_labels"]
        assert place_in(store.folder.exports, store.folder, **kind) == folder


def test_every_file_is_in_the_manifest_and_private(store: Store, tmp_path: Path) -> None:
    folder = export_study(store, tmp_path / "out").folder
    manifest = read_manifest(folder)
    assert manifest is not None
    assert set(manifest.files) == everything(folder).keys() - {"manifest.json"}
    assert changed_files(folder, manifest) == []
    assert (manifest.study, manifest.log) == (store.identity, store.log.number())
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0


def test_no_parquet_of_an_earlier_export_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    export_study(store, folder)
    assert (folder / "parquet" / "participants.parquet").exists()
    monkeypatch.setattr(parquet, "is_possible", lambda: False)
    export_study(store, folder, with_labels=False)
    assert not (folder / "parquet").exists()
    manifest = read_manifest(folder)
    assert manifest is not None
    assert not manifest.with_labels


def other_study(folder: Path) -> None:
    with Store.open(make(folder.parent / "other", "bbbbbbbb")) as other:
        export_study(other, folder)


def a_file_more(folder: Path) -> None:
    (folder / "my analysis.R").write_text("read.csv('long.csv')")


def an_edited_file(folder: Path) -> None:
    with (folder / "long.csv").open("a") as file:
        file.write("edited\n")


def no_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def an_unreadable_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("{")


def a_file_instead(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("something")


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (a_file_more, r"1 file in .* was added or changed since the export .* \(my analysis.R\)"),
        (an_edited_file, r"was added or changed since the export was written \(long.csv\)"),
        (no_manifest, "has files in it that no study has written so"),
        (an_unreadable_manifest, "has files in it that no study has written so"),
        (a_file_instead, "is not a folder; choose another one"),
    ],
)
def test_what_is_not_its_own_is_refused_and_left_alone(
    store: Store, tmp_path: Path, harm: Callable[[Path], None], sentence: str
) -> None:
    folder = tmp_path / "out"
    export_study(store, folder)
    harm(folder)
    before = everything(tmp_path)
    with pytest.raises(UsageError, match=sentence):
        export_study(store, folder)
    assert everything(tmp_path) == before | {  # what the study remembers is of the first export
        name: data for name, data in everything(tmp_path).items() if "/.written/" in name
    }


def test_the_export_of_another_study_is_refused(store: Store, tmp_path: Path) -> None:
    other_study(tmp_path / "out")
    with pytest.raises(UsageError, match="holds the export of another study"):
        export_study(store, tmp_path / "out")


def test_a_chosen_folder_with_other_things_gets_one_in_it(store: Store, tmp_path: Path) -> None:
    taken = tmp_path / "documents"
    taken.mkdir()
    assert place_in(taken, store.folder) == taken
    (taken / "letter.txt").write_text("Dear")
    inside = place_in(taken, store.folder)
    assert inside.parent == taken
    assert inside.name.startswith("study-")
    export_study(store, inside)
    assert place_in(inside, store.folder) == inside


_KILLED = """
import shutil, sys
from pathlib import Path
from killed_at_files import Moments
from pyarrow import parquet  # once, not in every child
from hcmd_lab import folder_swap
from hcmd_lab.export.study_export import export_study
from hcmd_lab.storage.store import Store

folder, target, states = map(Path, sys.argv[1:])
old = target.parent.with_name("old")
shutil.copytree(target, old)
moments = Moments(target.name)

exchange = folder_swap._exchange
def exchanged(first, second):
    done = exchange(first, second)
    moments.come()
    return done
folder_swap._exchange = exchanged

def export():
    with Store.read(folder) as store:
        export_study(store, target, with_labels=False)

def export_again(moment):
    shutil.rmtree(target.parent)
    shutil.copytree(old, target)
    seen = moments.work(export, moment)
    shutil.copytree(target, states / str(moment))
    return seen

seen = export_again(0)
for moment in [*range(1, 30, 5), *range(30, seen - 9, 21), *range(seen - 9, seen + 1)]:
    export_again(moment)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_whoever_is_killed_leaves_the_old_or_the_new(store: Store, tmp_path: Path) -> None:
    """Killed at every file that is opened, moved or removed, one export after the other."""
    target = tmp_path / "places" / "out"
    export_study(store, target)
    old = everything(target)
    with Store.read(store.folder.path) as reader:
        new = set(everything(export_study(reader, tmp_path / "new", with_labels=False).folder))
    states = tmp_path / "states"
    run_alone(_KILLED, store.folder.path, target, states)
    was_old = was_new = 0
    for state in states.iterdir():
        found = everything(state)
        manifest = read_manifest(state)
        assert manifest is not None
        assert changed_files(state, manifest) == []
        assert set(manifest.files) == set(found) - {"manifest.json"}
        if manifest.with_labels:
            assert found == old
            was_old += 1
        else:
            assert set(found) == new
            was_new += 1
    assert was_old > 10
    assert was_new > 1
    export_study(store, target)
    assert [each.name for each in target.parent.iterdir()] == ["out"], "drafts are swept"


def test_where_folders_cannot_be_exchanged(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_swap, "_exchange", lambda first, second: False)
    target = tmp_path / "places" / "out"
    export_study(store, target)
    old = everything(target)
    move = folder_swap.move

    def killed(source: Path, to: Path) -> None:
        if to == target:
            raise KeyboardInterrupt
        move(source, to)

    with monkeypatch.context() as patched:
        patched.setattr(folder_swap, "move", killed)
        with pytest.raises(KeyboardInterrupt):
            export_study(store, target, with_labels=False)
    assert not target.exists()
    (target.parent / ".out.before").exists()
    with pytest.raises(KeyboardInterrupt):
        export_study(store, target, on_progress=break_off)
    assert everything(target) == old, "put back before anything else is done"
    export_study(store, target, with_labels=False)
    assert [each.name for each in target.parent.iterdir()] == ["out"]


def test_where_the_new_one_cannot_be_put_in_place_the_old_one_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a virus scanner reads what has just been written."""
    target = tmp_path / "places" / "out"
    export_study(store, target)
    old = everything(target)
    move = folder_swap.move

    def refused(source: Path, to: Path) -> None:
        if to == target and source.name.endswith(DRAFT):
            raise PermissionError(13, "in use")
        move(source, to)

    monkeypatch.setattr(folder_swap, "_exchange", lambda first, second: False)
    monkeypatch.setattr(folder_swap, "move", refused)
    with pytest.raises(OperatorError, match="cannot be written"):
        export_study(store, target, with_labels=False)
    assert everything(target) == old
    assert [each.name for each in target.parent.iterdir()] == ["out"]


def break_off(done: int, total: int) -> None:
    raise KeyboardInterrupt


def test_a_full_disk_leaves_the_old_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "places" / "out"
    export_study(store, target)
    old = everything(target)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hcmd_lab.files.os.fsync", full)
    with pytest.raises(OperatorError, match=r"cannot be written \(No space left on device\)"):
        export_study(store, target)
    monkeypatch.undo()
    assert everything(target) == old
    assert [each.name for each in target.parent.iterdir()] == ["out"]


def _words(name: str, data: bytes) -> set[str]:
    """All words of a file, of a Parquet file those of its cells."""
    if name.endswith(".parquet"):
        return set(re.findall(r"\w+", str(pq.read_table(io.BytesIO(data)).to_pylist())))
    return set(re.findall(r"\w+", data.decode("latin-1")))


def test_where_it_cannot_be_told_it_is_said(store: Store, tmp_path: Path) -> None:
    person = next(e for e in store.log.events("aaaaaaaa") if isinstance(e, ev.CheckedIn))
    spoilt = tmp_path / "spoilt"
    export_study(store, spoilt)
    (spoilt / "participants.csv").write_bytes(b"\xff")
    store.private.withdraw("aaaaaaaa", person.participant, UTC, "asked")
    renewal = renew_exports(store, [("aaaaaaaa", person.participant)])
    assert [folder for folder, _ in renewal.holding] == [spoilt]
    told = " ".join(str(sentence) for sentence in renewal.sentences())
    assert f"Whether the folder {spoilt} holds data of somebody who has withdrawn cannot be" in told


def test_who_has_withdrawn_is_in_no_older_export(store: Store, tmp_path: Path) -> None:
    person = next(e for e in store.log.events("aaaaaaaa") if isinstance(e, ev.CheckedIn))
    own, elsewhere, edited = export_study(store).folder, tmp_path / "mine", tmp_path / "edited"
    for folder in (elsewhere, edited):
        export_study(store, folder, include_pilots=True)
    an_edited_file(edited)
    assert person.participant in (own / "participants.csv").read_text(encoding="utf-8")
    store.private.withdraw("aaaaaaaa", person.participant, UTC, "asked")
    renewal = renew_exports(store, [("aaaaaaaa", person.participant)])
    assert set(renewal.renewed) == {own, elsewhere}
    assert [folder for folder, _ in renewal.holding] == [edited]
    for folder in renewal.renewed:
        for name, data in everything(folder).items():
            assert person.participant not in _words(name, data), name
        manifest = read_manifest(folder)
        assert manifest is not None
        assert manifest.with_pilots == (folder == elsewhere)
    told = " ".join(str(sentence) for sentence in renewal.sentences())
    assert f"The folder {edited} still holds data of somebody who has withdrawn" in told
    assert "are not known to the study" in told
