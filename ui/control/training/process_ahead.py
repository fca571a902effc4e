"""A process that has loaded what training needs before anybody asks for it."""

from hcmd_lab.training import TrainingProcess


class ProcessAhead:
    """Has a process ready while one is wanted, so that a step shows a sign of life at once."""

    def __init__(self) -> None:
        """Start without one."""
        self._process: TrainingProcess | None = None

    def keep(self, wanted: bool) -> None:
        """Start a process if one is wanted and none is ready; end one that is not wanted."""
        if wanted and self._process is None:
            self._process = TrainingProcess()
        elif not wanted and self._process is not None:
            self._process.discard()
            self._process = None

    def take(self) -> TrainingProcess | None:
        """The process for a step that begins now; None if none is ready."""
        process, self._process = self._process, None
        return process
