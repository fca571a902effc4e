"""Tells once when a session cannot be saved, and once when it can again."""

import logging
from collections.abc import Callable

from hcmd_lab.errors import OperatorError
from hcmd_lab.sentence import Sentence

log = logging.getLogger(__name__)


class StorageWatch:
    """What is known of the place where a session is saved.

    Args:
        failed: Told why nothing can be saved, when it is for another reason than before.
        works: Told when everything can be saved again.
    """

    def __init__(self, failed: Callable[[Sentence], object], works: Callable[[], object]) -> None:
        self._failed = failed
        self._works = works
        self._told: Sentence | None = None

    def refused(self, error: OperatorError) -> None:
        """Something could not be saved."""
        if error.sentence == self._told:
            return
        self._told = error.sentence
        log.error("%s", error)
        self._failed(error.sentence)

    def saved(self) -> None:
        """Everything that there was to save has been saved."""
        if self._told is None:
            return
        self._told = None
        log.info("everything is saved again")
        self._works()
