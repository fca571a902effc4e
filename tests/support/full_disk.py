"""A study's disk that has no room for some events."""

from collections.abc import Callable, Sequence

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.storage.store import Store


def fill(store: Store, is_full: Callable[[ev.Event], bool]) -> None:
    """Let a store keep no events for one of which there is no room."""
    append = store.log.append

    def append_if_there_is_room(session: str, events: Sequence[ev.Event], utc: str) -> None:
        if any(map(is_full, events)):
            raise OperatorError("The disk is full.")
        append(session, events, utc)

    store.log.append = append_if_there_is_room


class FullForTheFirst:
    """Has no room for the first event of each of some kinds.

    Attributes:
        unsaved: Kinds of which one was refused, in order.
    """

    def __init__(self, *kinds: type[ev.Event]) -> None:
        self.unsaved: list[type[ev.Event]] = []
        self._kinds = kinds

    def __call__(self, event: ev.Event) -> bool:
        if not isinstance(event, self._kinds) or type(event) in self.unsaved:
            return False
        self.unsaved.append(type(event))
        return True
