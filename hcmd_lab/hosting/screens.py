"""The screens of all stations: which of them an event changes, without drawing them all anew.

While a view is made, everything that it reads of the session is noted. It is made again once
something of that has changed. No list says what a view depends on, so none can be out of date.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias, TypeVar, cast

from hcmd_lab.game.state import GroupState, ParticipantState, SessionState
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import SeatView

Fact: TypeAlias = tuple[str, object]
"""Something that can be read of a session: the name of a part and, in some, which entry."""

V = TypeVar("V")
_OCCUPANT = "occupant"
_FREE_SEATS = "free_seats"


class _Noted(Mapping[object, V]):
    """A part of the session in which it is noted which entries are read."""

    def __init__(self, name: str, entries: Mapping[object, V], read: dict[Fact, object]) -> None:
        self._name = name
        self._entries = entries
        self._read = read

    def __getitem__(self, key: object) -> V:
        entry = self._entries[key]
        self._read[self._name, key] = entry
        return entry

    def __iter__(self) -> Iterator[object]:
        self._read[self._name, None] = self._entries  # all of them: any change counts
        return iter(self._entries)

    def __len__(self) -> int:
        self._read[self._name, None] = self._entries
        return len(self._entries)


class _NotedState:
    """A session's state in which it is noted what is read."""

    def __init__(self, state: SessionState, occupants: Mapping[str, str]) -> None:
        self._state = state
        self._occupants = occupants
        self.read: dict[Fact, object] = {}

    @property
    def groups(self) -> Mapping[object, GroupState]:
        return _Noted("groups", cast("Mapping[object, GroupState]", self._state.groups), self.read)

    @property
    def participants(self) -> Mapping[object, ParticipantState]:
        people = cast("Mapping[object, ParticipantState]", self._state.participants)
        return _Noted("participants", people, self.read)

    def occupant(self, station: str) -> str | None:
        self.read[_OCCUPANT, station] = code = self._occupants.get(station)
        return code

    def __getattr__(self, name: str) -> object:
        value = getattr(self._state, name)
        self.read[name, None] = value
        return value


class Screens:
    """What each station was sent last, and what that was made of."""

    def __init__(self) -> None:
        """Start without any."""
        self._views: dict[str, SeatView] = {}
        self._read_by: dict[str, tuple[Fact, ...]] = {}
        self._readers: dict[Fact, set[str]] = {}
        self._facts: dict[str, dict[object, object]] = {}
        self._occupants: dict[str, str] = {}
        self._seen: SessionState | None = None

    @property
    def stations(self) -> frozenset[str]:
        """Those that were sent something."""
        return frozenset(self._views)

    def forget(self, station: str) -> None:
        """Forget what a station was sent: it has gone, or is to be sent everything again."""
        self._views.pop(station, None)
        for fact in self._read_by.pop(station, ()):
            readers = self._readers[fact]
            readers.discard(station)
            if not readers:
                name, key = fact
                del self._readers[fact], self._facts[name][key]

    def forget_all(self) -> None:
        """Forget what all stations were sent."""
        for station in tuple(self._views):
            self.forget(station)

    def changed(self, state: SessionState, stations: Collection[str]) -> list[tuple[str, SeatView]]:
        """The stations whose screens are others now; these count as sent from now on.

        Args:
            state: The session now.
            stations: Those that are to be sent their screens, besides those that were before.

        Returns:
            Stations and their screens, as they are at time 0 of the session's clock.
        """
        if self._seen is None or state.participants is not self._seen.participants:
            self._occupants = {each.station: code for code, each in state.participants.items()}
        occupants = self._occupants
        new = {station for station in stations if station not in self._views}
        changed = []
        for station in sorted(new | self._out_of_date(state, occupants)):
            before = self._views.get(station)
            self.forget(station)
            noted = _NotedState(state, occupants)
            # Compared at time 0, a view changes only when something other than time has.
            self._views[station] = lasting = station_view(
                cast("SessionState", noted), station, now_ms=0
            )
            self._read_by[station] = tuple(noted.read)
            for fact, value in noted.read.items():
                name, key = fact
                self._facts.setdefault(name, {})[key] = value
                self._readers.setdefault(fact, set()).add(station)
            if lasting != before:
                changed.append((station, lasting))
        self._seen = state
        return changed

    def _out_of_date(self, state: SessionState, occupants: Mapping[str, str]) -> set[str]:
        """The stations whose views were made of something that is another now.

        All facts were right of the session that was seen last: a part that is the same object
        since need not be looked through.
        """
        found: set[str] = set()
        for name, facts in self._facts.items():
            if not facts or self._is_same(state, name):
                continue
            for key, value in facts.items():
                if name == _OCCUPANT:
                    is_same = occupants.get(cast("str", key)) == value
                elif name == _FREE_SEATS:
                    is_same = state.free_seats == value
                elif key is not None:
                    is_same = getattr(state, name).get(key) is value
                else:
                    is_same = getattr(state, name) is value
                if not is_same:
                    found |= self._readers[name, key]
        return found

    def _is_same(self, state: SessionState, name: str) -> bool:
        """Whether a part of the session is what it was when it was seen last."""
        if self._seen is None:
            return False
        if name == _FREE_SEATS:  # counted, unlike all else
            return False
        part = "participants" if name == _OCCUPANT else name
        return getattr(state, part) is getattr(self._seen, part)
