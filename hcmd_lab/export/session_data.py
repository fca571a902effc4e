"""One session's data for the export, read from the study once."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from hcmd_lab.export.page_times import PageTime, PageWatch
from hcmd_lab.game import events as ev
from hcmd_lab.game.rules import reward_hundredths
from hcmd_lab.game.session import apply, replay
from hcmd_lab.game.state import SessionState
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.facts import LABS_FACT
from hcmd_lab.storage.records import DecisionRow, GroupRow, ParticipantRow, SessionRow
from hcmd_lab.storage.session_replay import as_replayed
from hcmd_lab.storage.store import Store
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.counting import GroupCount
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.wanted import wanted


@dataclass
class SessionData:
    """All data of one session.

    Attributes:
        study: Name of the study.
        row: The session.
        log: Its events.
        state: The session after the last of them; None for an imported one.
        page_times: Pages that were left.
        decisions: Decisions ordered by group, stage, round and seat.
        groups: By number.
        votes: Stage 1, stage 2 or None by group and seat, and who decided.
        people: By group and seat.
        participants: All of them, in the order of their codes.
        mechanism_names: By SHA-256.
        withdrawn_seats: Group and seat of those who have withdrawn; nothing else here is of them.
        earned: Hundredths of coins by group and seat.
        funds: Hundredths of coins by group, stage and round.
        with_labels: Whether labels are included.
        contrasts: Numbers of the study's contrasts, by the names of their two mechanisms.
        counts: By group, whether it counts for the study, and if not, why it never will.
        lab: The other lab in which it was played; empty for this one.
    """

    study: str
    row: SessionRow
    log: list[Logged]
    state: SessionState | None
    page_times: list[PageTime]
    decisions: list[DecisionRow]
    groups: dict[int, GroupRow]
    votes: dict[tuple[int, int], tuple[int | None, str]]
    people: dict[tuple[int | None, int | None], ParticipantRow]
    participants: list[ParticipantRow]
    mechanism_names: Mapping[str, str]
    with_labels: bool
    withdrawn_seats: set[tuple[int | None, int | None]]
    earned: dict[tuple[int, int], int] = field(default_factory=dict)
    funds: dict[tuple[int, int, int], int] = field(default_factory=dict)
    contrasts: Mapping[frozenset[str], int] = field(default_factory=dict)
    counts: Mapping[int, GroupCount] = field(default_factory=dict)
    lab: str = ""

    def label(self, person: ParticipantRow | None) -> str | None:
        """The participant's label, if labels are exported."""
        return person.label if person is not None and self.with_labels else None

    def reason(self, given: Sequence[str]) -> str | None:
        """The last reason that the experimenter gave; it may name somebody, as a label does."""
        return given[-1] if given and self.with_labels else None

    def contrast(self, group: int) -> int | None:
        """Number of the contrast that a group compares; None if it is of none."""
        row = self.groups[group]
        if row.purpose != "evaluate":
            return None
        names = frozenset(self.mechanism_names.get(each, each) for each in row.mechanisms)
        return self.contrasts.get(names)

    def events_of(self, code: str) -> list[Logged]:
        """The logged events of one participant."""
        return self._by_person.get(code, [])

    def events_of_group(self, number: int) -> list[ev.Event]:
        """The events of one group."""
        return self._by_group.get(number, [])

    def decisions_of(self, person: ParticipantRow) -> list[DecisionRow]:
        """The decisions of the seat in which a participant sat last."""
        return self._by_seat.get((person.group, person.seat), [])

    def pages_left(self, code: str) -> int | None:
        """Pages that a participant has left; None of an imported session."""
        return None if self.state is None else self._pages.get(code, 0)

    @cached_property
    def _pages(self) -> Counter[str]:
        return Counter(each.participant for each in self.page_times)

    @cached_property
    def _by_person(self) -> dict[str, list[Logged]]:
        found: dict[str, list[Logged]] = {}
        for each in self.log:
            code = getattr(each.event, "participant", None)
            if code is not None:
                found.setdefault(code, []).append(each)
        return found

    @cached_property
    def _by_group(self) -> dict[int, list[ev.Event]]:
        found: dict[int, list[ev.Event]] = {}
        for each in self.log:
            number = getattr(each.event, "group", None)
            if number is not None:
                found.setdefault(number, []).append(each.event)
        return found

    @cached_property
    def decided_by(self) -> dict[int, Counter[str]]:
        """Who made the decisions of each group, and how many."""
        found = {number: Counter[str]() for number in self.groups}
        for each in self.decisions:
            found[each.group][each.decided_by] += 1
        return found

    @cached_property
    def _by_seat(self) -> dict[tuple[int | None, int | None], list[DecisionRow]]:
        found: dict[tuple[int | None, int | None], list[DecisionRow]] = {}
        for each in self.decisions:
            found.setdefault((each.group, each.seat), []).append(each)
        return found


@dataclass(frozen=True, slots=True)
class Around:
    """What is the same for all sessions of an export, read once.

    Attributes:
        study: Name of the study.
        withdrawn: Session and code of everyone who has withdrawn.
        mechanism_names: By SHA-256.
        with_labels: Whether labels are included.
        contrasts: Numbers of the study's contrasts, by the names of their two mechanisms.
        counts: Whether a group counts for the study, by its session and number.
        labs: Other labs in which sessions were played, by session.
    """

    study: str
    withdrawn: Set[tuple[str, str]]
    mechanism_names: Mapping[str, str]
    with_labels: bool
    contrasts: Mapping[frozenset[str], int]
    counts: Mapping[tuple[str, int], GroupCount]
    labs: Mapping[str, str]


def read_around(store: Store, *, with_labels: bool, contrasts: Sequence[Contrast] = ()) -> Around:
    """Read what is the same for all sessions.

    Args:
        store: The study.
        with_labels: Whether to include labels.
        contrasts: What EVALUATE compares.
    """
    settings: dict[str, Any] = store.facts.get("settings") or {}
    names = {known.sha256: known.name for known in store.learned.mechanisms()}
    numbers = {frozenset((each.mechanism, each.other)): each.number for each in contrasts}
    counts = {
        (group.session, group.number): count for group, count in ReadOnlyStudy(store).group_counts()
    }
    return Around(
        str(settings.get("name", "")), store.private.withdrawn(), names, with_labels, numbers,
        counts, store.facts.get(LABS_FACT, {}),
    )  # fmt: skip


def read_session(store: Store, row: SessionRow, around: Around) -> SessionData:
    """Read a session.

    Args:
        store: The study.
        row: The session.
        around: What is the same for all sessions.
    """
    log = list(wanted(store.log.logged_events(row.code)))
    state, times = (None, []) if row.imported else as_replayed(row.code, partial(_replay, log))
    gone = {code for session, code in around.withdrawn if session == row.code}
    everyone = store.tables.participants(row.code)
    seats = {(each.group, each.seat) for each in everyone if each.code in gone}
    participants = [each for each in everyone if each.code not in gone]
    data = SessionData(
        study=around.study,
        row=row,
        log=[each for each in log if not _is_of(each.event, gone, seats)],
        state=state,
        page_times=[each for each in times if each.participant not in gone],
        decisions=[],
        groups={group.number: group for group in store.tables.groups(row.code)},
        votes={
            (v.group, v.seat): (v.choice, v.decided_by)
            for v in store.tables.votes(row.code)
            if (v.group, v.seat) not in seats
        },
        people={(each.group, each.seat): each for each in participants if each.group is not None},
        participants=participants,
        mechanism_names=around.mechanism_names,
        with_labels=around.with_labels,
        withdrawn_seats=seats,
        contrasts=around.contrasts,
        lab=around.labs.get(row.code, ""),
    )
    data.counts = {number: around.counts[row.code, number] for number in data.groups}
    for decision in wanted(store.tables.decisions(row.code)):
        if (decision.group, decision.seat) not in seats:
            data.decisions.append(decision)
        if decision.payout_hundredths is not None:
            who = (decision.group, decision.seat)
            which = (decision.group, decision.stage, decision.round)
            reward = reward_hundredths(
                decision.endowment, decision.contribution, decision.payout_hundredths
            )
            data.earned[who] = data.earned.get(who, 0) + reward
            data.funds[which] = data.funds.get(which, 0) + decision.payout_hundredths
    return data


def _is_of(event: ev.Event, gone: set[str], seats: set[tuple[int | None, int | None]]) -> bool:
    """Whether an event records something done by a participant who has withdrawn."""
    if getattr(event, "participant", None) in gone:
        return True
    return (getattr(event, "group", None), getattr(event, "seat", None)) in seats


def _replay(log: list[Logged]) -> tuple[SessionState | None, list[PageTime]]:
    """The session's final state, replayed from its log."""
    watch, state = PageWatch(), None
    for logged in wanted(log):
        event = logged.event
        if isinstance(event, ev.RecordEvent):
            continue
        if state is None:
            state = replay([event])
            continue
        after = apply(state, event)
        watch.see(state, event, after, logged.utc)
        state = after
    return state, watch.times
