"""A study from a bundle is there as a whole, or not at all."""

import os
from pathlib import Path

import pytest
from killed_at_files import run_alone
from two_labs import Labs

from hcmd_lab.bundles import starting
from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.drafts import DRAFT
from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.checker import check_study
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated

_KILLED = """
import sys
from pathlib import Path
from killed_at_files import Moments
from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.starting import start_study

bundle, places = map(Path, sys.argv[1:])
read, moments = read_bundle(bundle), Moments("third")

def start(moment):
    folder = places / str(moment) / "third"
    return moments.work(lambda: start_study(read, folder, lambda *_: moments.come()), moment)

for moment in range(1, start(0) + 1):
    start(moment)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_whoever_is_killed_leaves_no_half_study(labs: Labs, tmp_path: Path) -> None:
    """Killed at every file that is opened, moved or removed, and as progress is told."""
    play_simulated(labs.here, "acquire", 1)
    bundle, places = labs.bundle(labs.here), tmp_path / "places"
    run_alone(_KILLED, bundle, places)
    whole = 0
    for place in places.iterdir():
        folder = place / "third"
        if not folder.exists():
            start_study(read_bundle(bundle), folder)
            assert not list(place.glob(f".*{DRAFT}*"))  # what was left is swept
        else:
            whole += 1
        with Store.read(folder) as store:
            assert len(store.tables.groups()) == 1
            assert check_study(store) == []
    assert 1 <= whole < len(list(places.iterdir())) - 10


def test_what_fails_is_told_of_the_place_that_was_chosen(
    labs: Labs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(study: object, *_: object) -> None:
        raise OperatorError("{folder} is full.", folder=study.store.folder.path)  # type: ignore[attr-defined]

    monkeypatch.setattr(starting, "merge", fail)
    with pytest.raises(OperatorError) as told:
        start_study(read_bundle(labs.folder / "design.hcmd"), labs.folder / "third")
    assert str(told.value) == f"{labs.folder / 'third'} is full."
