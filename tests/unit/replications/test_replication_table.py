import csv
import dataclasses
import json
import re
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from hcmd_lab.errors import OperatorError
from hcmd_lab.inference.assumed_votes import vote_chances
from hcmd_lab.inference.vote_shares import share_interval
from hcmd_lab.jobs.record import Interval
from hcmd_lab.replications.replication_plan import plan_replications
from hcmd_lab.replications.results_table import ResultRow, make_row, summarise_points, write_tables
from hcmd_lab.replications.run_folder import ReplicationFolder

PAGE = Path(__file__).parents[3] / "docs" / "replication-runs.md"


def row(values: dict[str, object], seed: int, share: float) -> ResultRow:
    return ResultRow(
        name=f"seed={seed}",
        seed=seed,
        values=values,
        iterations=2,
        converged=True,
        evaluation=Interval(estimate=share, low=share - 0.1, high=share + 0.1),
        evaluation_votes=60,
        last_vote_share=Interval(estimate=0.5, low=0.4, high=0.6),
    )


def test_points_have_the_t_interval_over_their_replications() -> None:
    shares = [0.55, 0.6, 0.52, 0.58]
    rows = [row({"games": 100}, seed, share) for seed, share in enumerate(shares)]
    rows += [row({"games": 200}, 1, 0.7)]
    first, second = summarise_points(rows)
    low, high = stats.t.interval(0.95, 3, loc=sum(shares) / 4, scale=stats.sem(shares))
    assert (first.values, first.replications) == ({"games": 100}, 4)
    assert first.mean == pytest.approx(sum(shares) / 4)
    assert (first.low, first.high) == pytest.approx((low, high))
    assert (second.mean, second.low, second.high) == (0.7, None, None)


@pytest.mark.parametrize("seeds", [2, 3, 8])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_few_seeds_that_agree_are_no_certainty(seeds: int, share: float) -> None:
    """Studies of five groups each, whose shares move in steps of a twentieth."""
    dice = np.random.default_rng(seeds)
    held, points = 0, 150
    for _ in range(points):
        rows = []
        for seed in range(seeds):
            won = dice.choice(5, 5, p=vote_chances(share, 4, 0.1))
            found = share_interval(won, np.full(5, 4))
            rows.append(dataclasses.replace(row({}, seed, 0.5), evaluation=found))
        (point,) = summarise_points(rows)
        assert point.low is not None
        assert point.high is not None
        assert point.low < point.high
        held += point.low <= share <= point.high
    assert held / points >= 0.95 - 4 * (0.05 * 0.95 / points) ** 0.5


def test_an_interval_of_shares_stays_between_0_and_1() -> None:
    (point,) = summarise_points([row({}, 1, 0.05), row({}, 2, 0.95)])
    assert (point.low, point.high) == (0, 1)


def test_the_tables_hold_one_row_a_replication(tmp_path: Path) -> None:
    folder = ReplicationFolder(tmp_path)
    rows = [row({"updates": (4, 8), "inputs": "full"}, seed, 0.6) for seed in (1, 2)]
    points = summarise_points(rows)
    write_tables(folder, rows, points)
    with folder.table.open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    assert [line["seed"] for line in read] == ["1", "2"]
    assert read[0]["updates"] == "[4, 8]"
    assert read[0]["inputs"] == "full"
    assert float(read[0]["evaluation_share"]) == 0.6
    assert read[0]["converged"] == "true"
    told = json.loads(folder.report.read_text(encoding="utf-8"))
    assert [line["evaluation"]["estimate"] for line in told["replications"]] == [0.6, 0.6]
    assert told["points"] == [
        {
            "values": {"updates": [4, 8], "inputs": "full"},
            "replications": 2, "mean": 0.6,
            "low": pytest.approx(0.6 - 0.1 / 2**0.5), "high": pytest.approx(0.6 + 0.1 / 2**0.5),
        }
    ]  # fmt: skip


def test_the_page_names_the_columns_in_their_order(tmp_path: Path) -> None:
    folder = ReplicationFolder(tmp_path)
    rows = [row({"learning_rate": 0.001}, 1, 0.6)]
    write_tables(folder, rows, summarise_points(rows))
    header, *_ = folder.table.read_text("utf-8").splitlines()
    told = [
        name
        for line in PAGE.read_text("utf-8").partition("| Column of `")[2].splitlines()[1:]
        if line.startswith("| `")
        for name in re.findall(r"`(\w+)`|one column for each", line.split(" | ")[0])
    ]
    assert [name or "learning_rate" for name in told] == header.split(",")


@pytest.mark.parametrize("result", [b"", b"{}", b'{"iterations": []}'])
def test_a_result_that_cannot_be_read_is_a_sentence(result: bytes) -> None:
    (replication,) = plan_replications("quick", {}, [1], {})
    with pytest.raises(OperatorError, match="The result of the replication seed=1 cannot be read"):
        make_row(replication, result)
