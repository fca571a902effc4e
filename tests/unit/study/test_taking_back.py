"""An import is removed until a MODEL has used it, and declared unusable after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from foreign_tables import games, plain
from step_results import MODELLED
from studies import playable_study

from hcmd_lab.errors import UsageError
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.audit import audit
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind
from hcmd_lab.study.taking_back import take_back
from hcmd_lab.telling.audit import audit_in_words

UTC = "2026-01-02T03:04:05.678+00:00"
LATER = "2026-01-03T03:04:05.678+00:00"


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Store.open(playable_study(tmp_path / "study", 4, "people")) as store:
        yield Study(store)


def imported(study: Study, tmp_path: Path, code: str = "theirs00") -> None:
    path = tmp_path / "theirs.csv"
    path.write_text(plain(games()))
    import_csv(study.store, path, "plain", study.game, 1, UTC, code)


def test_what_no_model_has_used_is_removed_and_can_come_again(study: Study, tmp_path: Path) -> None:
    imported(study, tmp_path)
    before = study.store.log.number()
    assert take_back(study, "theirs00", "the wrong wave")
    assert study.store.tables.sessions() == []
    assert study.store.tables.played_groups() == []
    assert study.store.log.holds(before)  # nothing is deleted from the log
    assert check_study(study.store) == []
    assert study.store.tables_from_log.altered_sessions() == set(), (
        "no other program has removed it"
    )
    (entry,) = study.log()
    assert (entry.kind, entry.details["reason"]) == (LogKind.IMPORT_TAKEN_BACK, "the wrong wave")
    told = " ".join(audit_in_words(audit(study)))
    assert "theirs00 (theirs.csv, 2 groups) was removed: the wrong wave" in told
    assert study._sessions_ever() == 1  # so that no later session is planned from its seed
    imported(study, tmp_path, "theirs01")
    study.store.tables_from_log.rebuild()
    assert [row.code for row in study.store.tables.sessions()] == ["theirs01"]


def test_what_a_model_has_used_is_declared_unusable(study: Study, tmp_path: Path) -> None:
    imported(study, tmp_path)
    job = ModelJob(game=study.game, seed=1)
    study.store.learned.add_run("model", 1, job, MODELLED, LATER, LATER)
    assert not take_back(study, "theirs00", "bots")
    assert {row.status for row in study.store.tables.groups()} == {"void"}
    assert study.store.tables.played_groups() == []
    assert check_study(study.store) == []
    with pytest.raises(UsageError, match="declared unusable before"):
        take_back(study, "theirs00", "bots")


@pytest.mark.parametrize(
    ("data", "started", "is_removed"),
    [
        (("theirs00-1", "theirs00-2"), "2000-01-01T00:00:00.000+00:00", False),
        (("other000-1",), LATER, True),
        (("theirs00x-1",), LATER, True),
    ],
)
def test_what_a_model_has_used_is_told_by_its_groups_and_not_by_a_clock(
    study: Study, tmp_path: Path, data: tuple[str, ...], started: str, is_removed: bool
) -> None:
    """A computer whose battery is empty begins in the year 2000."""
    imported(study, tmp_path)
    job = ModelJob(game=study.game, seed=1, data=data)
    study.store.learned.add_run("model", 1, job, MODELLED, started, started)
    assert take_back(study, "theirs00", "the wrong wave") is is_removed


@pytest.mark.parametrize(("code", "reason"), [("nobody00", "why"), ("theirs00", "  ")])
def test_what_cannot_be_taken_back(study: Study, tmp_path: Path, code: str, reason: str) -> None:
    imported(study, tmp_path)
    with pytest.raises(UsageError, match=r"no imported session|Give the reason"):
        take_back(study, code, reason)
    assert len(study.store.tables.groups()) == 2
