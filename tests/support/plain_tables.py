"""Small tables in the plain layout."""

import csv
from pathlib import Path

Cells = list[str]

HEADER = ["group", "stage", "round", "seat", "endowment", "contribution", "payout", "vote"]


def two_groups() -> list[Cells]:
    """Group `x` with three stages and votes, group `y` with one stage and none."""
    rows = []
    for group, stages in (("x", (1, 2, 3)), ("y", (1,))):
        for stage in stages:
            for round_number in (1, 2):
                for seat in range(4):
                    vote = {0: "1", 1: "2"}.get(seat, "") if group == "x" and stage == 1 else ""
                    endowment = 10 if seat == 0 else 4
                    rows.append(
                        [group, str(stage), str(round_number), str(seat), str(endowment), str(seat),
                         "2.4", vote]
                    )  # fmt: skip
    return rows


def write(path: Path, rows: list[Cells], header: Cells = HEADER) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path
