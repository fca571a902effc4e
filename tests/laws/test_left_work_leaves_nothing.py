"""Long work can be cancelled wherever it stands, and leaves every file as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from told_studies import CASES, Bookshelf

from hcmd_lab.bundles.bundle_file import read_bundle
from hcmd_lab.bundles.making import make_bundle
from hcmd_lab.bundles.merging import merge, plan_merge
from hcmd_lab.bundles.starting import start_study
from hcmd_lab.replication_package.writing import Choices
from hcmd_lab.storage.store import Store
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.study import Study
from hcmd_lab.wanted import asked
from ui.control.background import Cancelled, OnProgress
from ui.control.data import study_tasks

Task = Callable[[Store, OnProgress, Path], object]

TASKS: dict[str, Task] = {
    "export": lambda store, told, place: study_tasks.export(
        store, told, place / "export", include_pilots=True
    ),
    "package": lambda store, told, place: study_tasks.package(
        store, told, place / "package", Choices()
    ),
    "bundle": lambda store, told, place: study_tasks.bundle(store, told, place / "its.hcmd"),
    "check": lambda store, told, _place: study_tasks.check(store, told),
    "page": lambda store, told, _place: study_tasks.write_page(store, told),
    "pdf": lambda store, told, _place: study_tasks.write_pdf(store, told),
}


class Asking:
    """Counts how often work asks, and ends it at one of the questions."""

    def __init__(self, ends_at: int | None = None) -> None:
        self.questions = 0
        self._ends_at = ends_at

    def ask(self) -> None:
        self.questions += 1
        if self.questions == self._ends_at:
            raise Cancelled

    def tell(self, _done: int, _total: int) -> None:
        self.ask()


@pytest.fixture(scope="module")
def study(shelf: Bookshelf) -> Path:
    (told,) = (each for each in CASES if each.name == "preferred, people")
    return shelf.study(told)


def files(place: Path) -> dict[Path, bytes]:
    """Every file, but for the two that SQLite keeps beside a database that is open."""
    return {
        path.relative_to(place): path.read_bytes() if path.is_file() else b""
        for path in place.rglob("*")
        if not path.name.endswith(("-wal", "-shm"))
    }


def work(task: Task, study: Path, place: Path, asking: Asking) -> None:
    with asked(asking.ask), Store.read(study) as store:
        task(store, asking.tell, place)


@pytest.mark.parametrize("name", TASKS)
def test_work_that_is_left_leaves_nothing(
    qapp: QApplication, study: Path, tmp_path: Path, name: str
) -> None:
    everything, place = tmp_path / "everything", tmp_path / "everything" / "place"
    copy = shutil.copytree(study, everything / "study")
    place.mkdir()
    before = files(everything)
    whole = Asking()
    work(TASKS[name], shutil.copytree(study, tmp_path / "other"), tmp_path, whole)
    assert whole.questions > 10
    for ends_at in sorted({1, 2, *range(10, whole.questions, whole.questions // 8)}):
        with pytest.raises(Cancelled):
            work(TASKS[name], copy, place, Asking(ends_at))
        assert files(everything) == before
    with pytest.raises(Cancelled):  # at the very last question
        work(TASKS[name], copy, place, Asking(whole.questions))
    assert files(everything) == before
    work(TASKS[name], copy, place, Asking())  # and it can be done again


def test_a_study_from_a_bundle_that_is_left_is_not_there(study: Path, tmp_path: Path) -> None:
    bundle, there = tmp_path / "of.hcmd", tmp_path / "there"
    with Store.read(study) as store:
        make_bundle(ReadOnlyStudy(store), bundle)
    before = files(tmp_path)

    def make(asking: Asking) -> None:
        with asked(asking.ask):
            start_study(read_bundle(bundle), there, asking.tell)

    make(whole := Asking())
    assert whole.questions > 100
    shutil.rmtree(there)
    for ends_at in {1, *range(10, whole.questions, whole.questions // 8), whole.questions}:
        with pytest.raises(Cancelled):
            make(Asking(ends_at))
        assert files(tmp_path) == before
    make(Asking())


def test_a_merge_that_is_left_has_merged_nothing(study: Path, tmp_path: Path) -> None:
    here = shutil.copytree(study, tmp_path / "here")
    bundle = tmp_path / "of.hcmd"
    with Store.open(here) as store:
        make_bundle(ReadOnlyStudy(store), bundle)
    start_study(read_bundle(bundle), tmp_path / "there")
    with Store.open(tmp_path / "there") as store:
        play_simulated(Study(store), "pilot", 1)
        make_bundle(ReadOnlyStudy(store), bundle)
    with Store.open(here) as store:
        mine = Study(store)
        counting = Asking()
        with asked(counting.ask):
            planned = plan_merge(mine, read_bundle(bundle))
        assert counting.questions > 10
        number = store.log.count()
        for ends_at in (1, 5, len(planned.intake.events)):
            with pytest.raises(Cancelled), asked(Asking(ends_at).ask):
                merge(mine, planned)
            assert store.log.count() == number
        merge(mine, planned)
        assert store.log.count() == number + len(planned.intake.events)
