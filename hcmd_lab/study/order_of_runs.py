"""Which sessions came after a training step, by the study's log and not by the clock.

A clock is set back where a battery is empty, and set right later. Steps of earlier versions and of
other labs, and sessions of other labs, are told by their clocks.
"""

from hcmd_lab.storage.records import RunRow
from hcmd_lab.storage.store import Store

_FACT = "log at runs"
"""Where a study keeps how far its log was when the result of each run was stored."""

_LARGEST = 2**63 - 1


def note_run(store: Store, number: int) -> None:
    """Note how far the log is; within the transaction that stores the run of this number."""
    end = store.log.head()
    store.facts.set(_FACT, {**_noted(store), str(number): 0 if end is None else end.event})


def come_since(store: Store, run: RunRow) -> int:
    """How many sessions were opened or imported after a step's result, and not set aside."""
    noted = _noted(store).get(str(run.id))
    # Whatever another program has put there is no number of an event.
    event = noted if isinstance(noted, int) and 0 <= noted <= _LARGEST else None
    return store.sessions.opened_since(run.finished_utc, event)


def _noted(store: Store) -> dict[str, object]:
    found: dict[str, object] = store.facts.get(_FACT, {})
    return found
