"""Computes the study of the pictures, then takes each variant in a process of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.screenshots.studies import make_studies
from docs.screenshots.variants import VARIANTS

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
_VARIANT_S = 300


def main() -> None:
    """Take the variants that are named on the command line, or all."""
    known = [variant.name for variant in VARIANTS]
    wanted = sys.argv[1:] or known
    if set(wanted) - set(known):
        sys.exit(f"python -m docs.screenshots [VARIANT...]; the variants are {', '.join(known)}.")
    with tempfile.TemporaryDirectory(prefix="hcmd-") as temporary:
        os.chdir(temporary)
        print("A small study is being computed.", flush=True)
        make_studies()
        for variant in VARIANTS:
            if variant.name in wanted:
                print(f"Pictures: {variant.name}", flush=True)
                environment = os.environ | variant.environment(Path(temporary))
                environment |= {"PYTHONPATH": str(ROOT), "HOME": temporary}
                subprocess.run(  # noqa: S603 - this very program
                    [sys.executable, "-m", "docs.screenshots.variant", variant.name, str(IMAGES)],
                    check=True, timeout=_VARIANT_S, env=environment,
                )  # fmt: skip
        os.chdir(ROOT)
    files = list(IMAGES.rglob("*.png"))
    mebibytes = sum(file.stat().st_size for file in files) / 2**20
    print(f"{len(files)} pictures, {mebibytes:.1f} MiB, in {IMAGES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
