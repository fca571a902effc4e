"""Makes the maps anew, or tells whether they are up to date.

python -m docs.maps            write docs/figures/architecture-*.svg
python -m docs.maps --check    only tell whether that would change something
"""

import argparse
import sys
from pathlib import Path

from docs.maps import contribution, packages

FOLDER = Path(__file__).parents[1] / "figures"


def maps() -> dict[str, str]:
    """Every map by its file's name."""
    return {packages.FILE: packages.draw(), contribution.FILE: contribution.draw()}


def stale() -> list[str]:
    """Names of the maps that no longer show the code."""
    return [
        name
        for name, drawn in maps().items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf-8") != drawn
    ]


def main() -> int:
    """Do what the command line asks for; returns 1 if a check finds something to do."""
    parser = argparse.ArgumentParser(description="The maps of docs/architecture.md.")
    parser.add_argument("--check", action="store_true", help="change nothing")
    if parser.parse_args().check:
        if names := stale():
            print(f"Run python -m docs.maps; it changes {', '.join(names)}.")
        return int(bool(names))
    for name, drawn in maps().items():
        (FOLDER / name).write_text(drawn, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
