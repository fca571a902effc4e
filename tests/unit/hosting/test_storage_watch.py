"""That nothing can be saved is told once, and that it can again."""

from hcmd_lab.errors import OperatorError
from hcmd_lab.hosting.storage_watch import StorageWatch


def test_the_same_is_told_once_and_that_it_works_again() -> None:
    told: list[str] = []
    watch = StorageWatch(lambda sentence: told.append(str(sentence)), lambda: told.append("works"))
    watch.saved()
    assert told == []
    for _ in range(3):
        watch.refused(OperatorError("The disk is full."))
    watch.refused(OperatorError("The disk is gone."))
    watch.saved()
    watch.saved()
    watch.refused(OperatorError("The disk is full."))
    assert told == ["The disk is full.", "The disk is gone.", "works", "The disk is full."]
