"""Read an export with pandas, of the groups that count: contributions, votes, time to decide.

python docs/analysis/read_export.py FOLDER
"""

import argparse
import json
from pathlib import Path

import pandas as pd


def read(folder: Path, name: str) -> pd.DataFrame:
    """A table with the types that the data package declares."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(r for r in package["resources"] if r["name"] == name)["schema"]["fields"]
    kinds = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "Int64"}
    types = {each["name"]: kinds.get(each["type"], "string") for each in fields}
    return pd.read_csv(folder / f"{name}.csv", dtype=types, keep_default_na=False, na_values=[""])


def main(folder: Path) -> None:
    """Print the three summaries."""
    unit = ["session.code", "group.id_in_subsession"]
    groups = read(folder, "groups")
    counting = groups[groups["group.counts"] == 1]  # no pilots, no void groups, nothing set aside
    # What a time-out or a stand-in decided is nobody's choice.
    long = read(folder, "long").merge(counting[unit], on=unit, validate="m:1")
    long = long[long["player.decided_by"] == "participant"]
    long["fraction"] = long["player.contribution"] / long["player.endowment"]
    print("Mean fraction of the endowment that is contributed")
    print(long.groupby(["player.role", "subsession.stage"])["fraction"].mean().round(3))

    # Groups of ACQUIRE are of no contrast: mostly they play one mechanism twice.
    compared = counting.dropna(subset=["group.contrast"])
    votes = read(folder, "votes").dropna(subset=["player.vote"])
    votes = votes.merge(compared, on=unit, validate="m:1")
    first = votes["group.mechanism_1"].where(votes["player.vote"] == 1, votes["group.mechanism_2"])
    print("\nVotes by contrast and mechanism")
    print(votes.assign(mechanism=first).groupby(["group.contrast", "mechanism"]).size())

    people = long[["session.code", "participant.code"]].drop_duplicates()
    people.columns = ["session_code", "participant_code"]
    times = read(folder, "page_times").merge(people, on=["session_code", "participant_code"])
    pages = times[(times["page_name"] == "decide") & (times["timeout_happened"] == 0)]
    seconds = pages["page_time_ms"] / 1000
    print(f"\nMedian time for a decision: {seconds.median():.1f} s")


def exported() -> Path:
    """The folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="what `hcmd-lab export STUDY FOLDER` has written")
    folder: Path = parser.parse_args().folder
    if not (folder / "datapackage.json").is_file():
        parser.error(f"{folder} is not an export; write one with: hcmd-lab export STUDY {folder}")
    return folder


if __name__ == "__main__":
    main(exported())
