"""How long a page was open does not depend on what the computer's time of day was set to."""

import csv
from pathlib import Path

from studies import playable_study

from hcmd_lab.export.study_export import export_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

LATE, EARLY = "2030-01-02T04:00:00.000+00:00", "2030-01-02T03:00:00.000+00:00"


def page_times(store: Store, folder: Path) -> list[dict[str, str]]:
    export_study(store, folder)
    with (folder / "page_times.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_time_of_day_set_back_an_hour(tmp_path: Path) -> None:
    with Store.open(playable_study(tmp_path / "played", 4)) as store:
        play_simulated(Study(store), "acquire", 1)
        (code,) = store.log.sessions()
        events = store.log.events(code)
        as_played = page_times(store, tmp_path / "as played")
    with Store.open(playable_study(tmp_path / "set back", 4)) as store:
        half = len(events) // 2
        store.log.append(code, events[:half], LATE)
        store.log.append(code, events[half:], EARLY)
        set_back = page_times(store, tmp_path / "exported")
    assert any(
        float(row["epoch_time_completed"]) < float(row["epoch_time_entered"]) for row in set_back
    )
    open_ms = [int(row["page_time_ms"]) for row in set_back]
    assert min(open_ms) >= 0
    assert max(open_ms) > 0
    assert open_ms == [int(row["page_time_ms"]) for row in as_played]
