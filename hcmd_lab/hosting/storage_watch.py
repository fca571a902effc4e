"""Tells once when a session cannot be saved, and once when it can again."""

import logging
from collections.abc import Callable

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.disk_faults import DiskFailedError
from hcmd_lab.storage.store import Store

log = logging.getLogger(__name__)


class StorageWatch:
    """What is known of the place where a session is saved.

    Args:
        store: The open study.
        failed: Told why nothing can be saved, when it is for another reason than before.
        works: Told when everything can be saved again.
    """

    def __init__(
        self, store: Store, failed: Callable[[Sentence], object], works: Callable[[], object]
    ) -> None:
        self._store = store
        self._failed = failed
        self._works = works
        self._told: Sentence | None = None
        self._is_disk = False

    def refused(self, error: OperatorError) -> None:
        """Something could not be saved."""
        self._is_disk = isinstance(error, DiskFailedError)
        if error.sentence == self._told:
            return
        self._told = error.sentence
        log.error("%s", error)
        self._failed(error.sentence)

    def saved(self) -> None:
        """Everything that there was to save has been saved."""
        if self._told is None:
            return
        self._told, self._is_disk = None, False
        log.info("everything is saved again")
        self._works()

    def look_again(self) -> None:
        """Where the disk fails, look whether it is back, with the study's files to be reopened."""
        if not self._is_disk:
            return
        try:
            self._store.open_anew()
        except OperatorError as error:
            self.refused(error)
