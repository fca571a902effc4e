"""Read an export with pandas: contributions by role and stage, votes by mechanism.

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
    long = read(folder, "long")
    # Void groups are no data; what a time-out or a stand-in decided is nobody's choice.
    long = long[(long["group.status"] != "void") & (long["player.decided_by"] == "participant")]
    long["fraction"] = long["player.contribution"] / long["player.endowment"]
    print("Mean fraction of the endowment that is contributed")
    print(long.groupby(["player.role", "subsession.stage"])["fraction"].mean().round(3))

    votes = read(folder, "votes").dropna(subset=["player.vote"])
    groups = read(folder, "groups")
    votes = votes.merge(groups, on=["session.code", "group.id_in_subsession"], validate="m:1")
    first = votes["group.mechanism_1"].where(votes["player.vote"] == 1, votes["group.mechanism_2"])
    print("\nVotes by mechanism")
    print(first.value_counts())

    times = read(folder, "page_times")
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
