import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study_log import LOG_FACT, LogEntry, LogKind, add_to_log, is_whole, read_log


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "study", {}) as made:
        yield made


def test_entries_follow_each_other(store: Store) -> None:
    assert read_log(store.facts) == []
    first = add_to_log(store.facts, LogKind.LOOKED, groups=3)
    second = add_to_log(store.facts, LogKind.GROUPS_ADDED, added=2)
    assert read_log(store.facts) == [first, second]
    assert (first.before, second.before) == ("", first.sha256)
    assert second.details == {"added": 2}
    assert is_whole([first, second])


def test_a_changed_or_missing_entry_is_seen(store: Store) -> None:
    for number in range(3):
        add_to_log(store.facts, LogKind.LOOKED, groups=number)
    entries = read_log(store.facts)
    changed = msgspec.structs.replace(entries[1], details={"groups": 30})
    assert not is_whole([entries[0], changed, entries[2]])
    assert not is_whole([entries[0], entries[2]])
    assert not is_whole(entries[1:])


def test_a_log_that_cannot_be_read_is_said(store: Store) -> None:
    store.facts.set(LOG_FACT, [{"kind": "else"}])
    with pytest.raises(OperatorError, match="The study's log cannot be read"):
        read_log(store.facts)


def chained_as_before(entries: Sequence[LogEntry]) -> list[LogEntry]:
    """Entries as earlier versions chained them: by the SHA-256 of an entry's JSON."""
    chained: list[LogEntry] = []
    for entry in entries:
        data = b"" if not chained else msgspec.json.encode(chained[-1], order="sorted")
        before = hashlib.sha256(data).hexdigest() if data else ""
        chained.append(msgspec.structs.replace(entry, before=before))
    return chained


def test_a_log_that_an_earlier_version_began_goes_on(store: Store) -> None:
    for number in range(3):
        add_to_log(store.facts, LogKind.LOOKED, groups=number)
    old = chained_as_before(read_log(store.facts))
    assert old[1].before != old[0].sha256
    assert is_whole(old)
    store.facts.set(LOG_FACT, msgspec.to_builtins(old))
    add_to_log(store.facts, LogKind.LOOKED, groups=3)
    entries = read_log(store.facts)
    assert entries[-1].before == entries[-2].sha256
    assert is_whole(entries)
    changed = msgspec.structs.replace(entries[1], details={"groups": 30})
    assert not is_whole([entries[0], changed, *entries[2:]])
