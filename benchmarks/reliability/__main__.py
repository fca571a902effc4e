"""Measures how reliable the program is, and writes the page that tells it.

    python -m benchmarks.reliability [KIND ...] [--release] [--missing] [--page-only]

What was measured is kept in `docs/reliability.json`, by kind, as soon as the kind is done; kinds
that are not named keep what was measured before. So a run that was broken off goes on with
`--missing`. The page, `docs/reliability.md`, is made from it. Ends with 1 if a check has failed.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.reliability.kinds import KINDS, measured
from benchmarks.reliability.page import page

DOCS = Path(__file__).parents[2] / "docs"
FIGURES, PAGE = DOCS / "reliability.json", DOCS / "reliability.md"


def read_figures() -> dict[str, Any]:
    """What was measured last, by kind, in the order of the kinds."""
    if not FIGURES.exists():
        return {}
    figures = json.loads(FIGURES.read_text("utf-8"))
    return {kind: figures[kind] for kind in KINDS if kind in figures}


def is_missing(figures: dict[str, Any], kind: str, *, release: bool) -> bool:
    """Whether a kind was never measured, could not run, or was measured in smaller numbers."""
    told = figures.get(kind)
    return told is None or "rows" not in told or (release and not told["release"])


def main() -> int:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(description="How reliable the program is.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--release", action="store_true", help="in the numbers of a release")
    parser.add_argument("--missing", action="store_true", help="only what was not measured yet")
    parser.add_argument("--page-only", action="store_true", help="measure nothing")
    given = parser.parse_args()
    unknown = sorted({*given.kinds} - {*KINDS})
    if unknown:
        parser.error(f"there is no kind {unknown[0]}; the kinds are {', '.join(KINDS)}")
    failed: list[str] = []
    for kind in [] if given.page_only else given.kinds or KINDS:
        if given.missing and not is_missing(read_figures(), kind, release=given.release):
            continue
        told = measured(kind, release=given.release)
        FIGURES.write_text(json.dumps(read_figures() | {kind: told}, indent=1) + "\n", "utf-8")
        failed += [name for row in told.get("rows", []) for name in row.get("failed", [])]
        print(json.dumps({kind: told}), flush=True)
        PAGE.write_text(page(read_figures(), KINDS), "utf-8")
    PAGE.write_text(page(read_figures(), KINDS), "utf-8")
    for name in failed:
        print(f"did not hold: {name}")
    return bool(failed)


if __name__ == "__main__":
    raise SystemExit(main())
