"""The course of MODEL and OPTIMIZE leaves with the study, as a table."""

import csv
from pathlib import Path

import msgspec
from step_results import MODELLED, OPTIMIZED, store_turn
from studies import playable_study

from hcmd_lab.export.study_export import export_study
from hcmd_lab.jobs.report import Result
from hcmd_lab.storage.store import Store


def test_every_point_of_every_curve_is_a_row(tmp_path: Path) -> None:
    with Store.open(playable_study(tmp_path / "study", 5)) as store:
        store_turn(store)
        export_study(store, tmp_path / "out")
        runs = {run.kind: run.id for run in store.learned.runs()}
    with (tmp_path / "out" / "training_curves.csv").open(encoding="utf-8-sig") as lines:
        rows = list(csv.DictReader(lines))
    points = sum(len(curve.places) for curve in (*MODELLED.curves, *OPTIMIZED.curves))
    assert len(rows) == points
    by = {(row["curve.measure"], float(row["curve.place"])): row for row in rows}
    last = by["vote_share", 2000]
    assert last == {
        "run.id": str(runs["optimize"]), "curve.measure": "vote_share", "curve.size": "",
        "curve.place": "2000.0", "curve.over": "updates", "curve.value": "0.53",
        "curve.value_low": "0.0", "curve.value_high": "1.0", "curve.groups": "80",
    }  # fmt: skip
    held_out = by["held_out", 3]
    assert (held_out["curve.size"], held_out["curve.over"]) == ("8/4", "epochs")
    assert (held_out["curve.value"], held_out["curve.value_low"]) == ("1.6", "")
    assert by["vote_held_out", 0.1]["curve.over"] == "penalty"


def test_a_result_without_curves_is_read() -> None:
    decoder: msgspec.json.Decoder[Result] = msgspec.json.Decoder(Result)
    for result in (MODELLED, OPTIMIZED):
        stored = msgspec.json.decode(msgspec.json.encode(result))
        del stored["curves"]
        read = decoder.decode(msgspec.json.encode(stored))
        assert read == msgspec.structs.replace(result, curves=())
