"""That nothing can be saved is told once, and that it can again."""

from typing import cast

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.storage_watch import StorageWatch
from hcmd_lab.storage.disk_faults import DiskFailedError
from hcmd_lab.storage.store import Store


class Place:
    """A store that tells how often it was opened anew."""

    def __init__(self) -> None:
        self.times = 0
        self.refuses: OperatorError | None = None

    def open_anew(self) -> None:
        self.times += 1
        if self.refuses is not None:
            raise self.refuses


class Watched:
    """A watch, and what it has told."""

    def __init__(self) -> None:
        self.place = Place()
        self.told: list[str] = []
        self.watch = StorageWatch(
            cast("Store", self.place),
            lambda sentence: self.told.append(str(sentence)),
            lambda: self.told.append("works"),
        )


def test_the_same_is_told_once_and_that_it_works_again() -> None:
    watched = Watched()
    watched.watch.saved()
    assert watched.told == []
    for _ in range(3):
        watched.watch.refused(OperatorError("The disk is full."))
    watched.watch.refused(OperatorError("The disk is gone."))
    watched.watch.saved()
    watched.watch.saved()
    watched.watch.refused(OperatorError("The disk is full."))
    assert watched.told == [
        "The disk is full.", "The disk is gone.", "works", "The disk is full.",
    ]  # fmt: skip


def test_only_a_disk_that_fails_is_opened_anew_until_it_works() -> None:
    watched = Watched()
    watched.watch.look_again()
    watched.watch.refused(OperatorError("The disk is full."))
    watched.watch.look_again()
    assert watched.place.times == 0
    watched.watch.refused(DiskFailedError("The disk is gone."))
    watched.watch.look_again()
    watched.watch.look_again()
    watched.watch.saved()
    watched.watch.look_again()
    assert watched.place.times == 2


def test_why_it_cannot_be_opened_anew_is_told() -> None:
    watched = Watched()
    watched.watch.refused(DiskFailedError("The disk is gone."))
    watched.place.refuses = OperatorError("Another program has the study.")
    watched.watch.look_again()
    assert watched.told == ["The disk is gone.", "Another program has the study."]
