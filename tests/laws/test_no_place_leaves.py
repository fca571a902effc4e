"""Nothing that is made for others tells where on this computer a folder lies, and in whose home."""

import dataclasses
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from studies import playable_study

from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.export.study_export import export_study
from hcmd_lab.replication_package.writing import write_package
from hcmd_lab.storage.store import Store
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study

WHOSE = "home-of-somebody"

MADE: dict[str, Callable[[Study, Path], object]] = {
    "bundle": lambda study, place: make_bundle(study, place / "study.hcmd"),
    "export": lambda study, place: export_study(study.store, place / "export"),
    "package": lambda study, place: write_package(study.store, place / "package"),
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One that was started from another one's mechanism, played once."""
    home = tmp_path_factory.mktemp(WHOSE)
    folder = playable_study(home / "study", 4)
    with Store.open(folder) as store:
        begun = Study(store)
        settings = dataclasses.replace(begun.settings, warm_start=str(home / "rehearsal"))
        store.facts.set("settings", msgspec.to_builtins(settings))
        play_simulated(begun, "acquire", 1)
    return folder


@pytest.mark.usefixtures("qapp")  # the package draws pictures
@pytest.mark.parametrize("kind", MADE)
def test_no_place_leaves(study: Path, tmp_path: Path, kind: str) -> None:
    with Store.open(study) as store:
        MADE[kind](Study(store), tmp_path)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    for file in files:
        for name, data in _parts(file):
            assert WHOSE.encode() not in data, f"{file.name}: {name}"


def test_a_bundle_still_names_the_study_that_it_started_from(study: Path, tmp_path: Path) -> None:
    with Store.open(study) as store:
        made = make_bundle(Study(store), tmp_path / "study.hcmd")
    assert any(b'"rehearsal"' in data for _, data in _parts(made.file))


def _parts(file: Path) -> list[tuple[str, bytes]]:
    if not zipfile.is_zipfile(file):
        return [("", file.read_bytes())]
    with zipfile.ZipFile(file) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
