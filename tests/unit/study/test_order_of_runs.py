"""Sessions that came after a training step are known although the clock was set back since."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from foreign_tables import games, plain
from studies import playable_study

from hcmd_lab.storage.importers.importing import import_csv
from hcmd_lab.storage.store import Store
from hcmd_lab.study.order_of_runs import come_since, note_run
from hcmd_lab.study.study import Study

LONG_AGO = "2000-01-01T00:00:00.000+00:00"
AHEAD = "2099-01-01T00:00:00.000+00:00"


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Store.open(playable_study(tmp_path / "study", 4, "people")) as store:
        yield Study(store)


def import_at(study: Study, folder: Path, utc: str, tail: int) -> None:
    path = folder / f"{tail}.csv"
    path.write_text(plain(games(tail)))
    import_csv(study.store, path, "plain", study.game, 1, utc, f"tail{tail:04}")


@pytest.mark.parametrize("utc", [LONG_AGO, AHEAD])
def test_sessions_since_a_step_are_told_by_the_log(study: Study, tmp_path: Path, utc: str) -> None:
    import_at(study, tmp_path, AHEAD, 4)
    (run,) = study.store.learned.runs()
    assert come_since(study.store, run) == 1, "of an earlier version the clock alone tells"
    note_run(study.store, run.id)
    assert come_since(study.store, run) == 0
    for spoilt in ([1], "x", -1, 10**30, None):
        study.store.facts.set("log at runs", {str(run.id): spoilt})
        assert come_since(study.store, run) == 1
    note_run(study.store, run.id)
    import_at(study, tmp_path, utc, 6)
    assert come_since(study.store, run) == 1
