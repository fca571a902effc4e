"""What came after a training step, by the study's logs and not by the clock.

A clock is set back where a battery is empty, and set right later. Steps of earlier versions and of
other labs, and what came from other labs, are told by their clocks.
"""

from dataclasses import dataclass

from hcmd_lab.storage.records import RunRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study_log import ADDED_FACT, read_log

_FACT = "log at runs"
"""Where a study keeps how far its log was when the result of each run was stored."""

_NOTES_FACT = "notes at runs"
"""Where it keeps how many entries its own log had then, and how many iterations were added."""

_LARGEST = 2**63 - 1


def note_run(store: Store, number: int) -> None:
    """Note how far the logs are; within the transaction that stores the run of this number."""
    notes = [len(read_log(store.facts)), len(store.facts.get(ADDED_FACT, []))]
    store.facts.set(_FACT, {**_noted(store, _FACT), str(number): store.log.last_event()})
    store.facts.set(_NOTES_FACT, {**_noted(store, _NOTES_FACT), str(number): notes})


def come_since(store: Store, run: RunRow) -> int:
    """How many sessions were opened or imported after a step's result, and not set aside."""
    event = _count(_noted(store, _FACT).get(str(run.id)))
    return store.sessions.opened_since(run.finished_utc, event)


@dataclass(frozen=True, slots=True)
class NotesAtRun:
    """What a study had noted when a step's result was stored.

    Attributes:
        utc: The time of day then.
        entries: Entries of the study's log; None where an earlier version or another lab stored it.
        iterations: Iterations that had been added; None likewise.
    """

    utc: str
    entries: int | None
    iterations: int | None

    def is_before_entry(self, place: int | None, utc: str) -> bool:
        """Whether the result was there before something that the study's log notes.

        Args:
            place: Of its entry, from 0; None where another lab or an earlier version did it.
            utc: When, ISO 8601.
        """
        if place is None or self.entries is None:
            return utc >= self.utc
        return place >= self.entries

    def is_before_iteration(self, place: int, utc: str) -> bool:
        """Whether the result was there before an iteration was added; these count from 0."""
        return utc >= self.utc if self.iterations is None else place >= self.iterations


def notes_at(store: Store, run: RunRow) -> NotesAtRun:
    """What had been noted when the result of a step was stored."""
    noted = _noted(store, _NOTES_FACT).get(str(run.id))
    pair = noted if isinstance(noted, list) and len(noted) == 2 else [None, None]
    return NotesAtRun(run.finished_utc, _count(pair[0]), _count(pair[1]))


def _count(noted: object) -> int | None:
    """A number of an event or of entries; whatever another program has put there is none."""
    return noted if isinstance(noted, int) and 0 <= noted <= _LARGEST else None


def _noted(store: Store, name: str) -> dict[str, object]:
    found: dict[str, object] = store.facts.get(name, {})
    return found
