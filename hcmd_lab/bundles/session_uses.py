"""What each session, of a study or of a bundle, is data for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.errors import UsageError
from hcmd_lab.game.events import GroupAdded, GroupImported, SessionOpened, SessionSetAside
from hcmd_lab.game.played import Aside, Purpose
from hcmd_lab.study.reader import ReadOnlyStudy

Pair = frozenset[str]
"""Names of the mechanisms that a group met."""


@dataclass(frozen=True, slots=True)
class SessionUse:
    """What a session is data for.

    Attributes:
        code: Its code.
        purpose: Its purpose.
        iteration: The study's iteration.
        pairs: The mechanisms that its groups met.
        is_set_aside: Whether its study has gone back to a step before it.
    """

    code: str
    purpose: Purpose
    iteration: int
    pairs: frozenset[Pair]
    is_set_aside: bool

    @property
    def compared(self) -> frozenset[Pair]:
        """The mechanisms whose votes EVALUATE may count here."""
        counts = self.purpose == "evaluate" and not self.is_set_aside
        return self.pairs if counts else frozenset()


def uses_here(study: ReadOnlyStudy) -> list[SessionUse]:
    """The sessions of a study, by code."""
    names = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    pairs: dict[str, set[Pair]] = {}
    for group in study.store.tables.groups():
        pairs.setdefault(group.session, set()).add(_named(group.mechanisms, names))
    return [
        SessionUse(
            row.code, row.purpose, row.iteration, frozenset(pairs.get(row.code, ())),
            row.set_aside is not Aside.NO,
        )
        for row in sorted(study.store.tables.sessions(), key=lambda row: row.code)
    ]  # fmt: skip


def uses_there(bundle: Bundle) -> list[SessionUse]:
    """The sessions of a bundle, by code.

    Raises:
        UsageError: One has no valid beginning.
    """
    names = {table.sha256: table.name for table, _ in bundle.mechanisms}
    found = []
    for code in sorted(bundle.sessions):
        purpose, iteration = _kind(bundle, code)
        events = [each.event for each in bundle.sessions[code]]
        is_set_aside = any(isinstance(event, SessionSetAside) for event in events)
        pairs = frozenset(_pairs(bundle, code, names))
        found.append(SessionUse(code, purpose, iteration, pairs, is_set_aside))
    return found


def _pairs(bundle: Bundle, code: str, names: Mapping[str, str]) -> Iterator[Pair]:
    for told in bundle.sessions[code]:
        event = told.event
        if isinstance(event, SessionOpened):
            for group in event.plan.groups:
                yield _named(group.mechanisms, names)
        elif isinstance(event, GroupAdded):
            yield _named(event.plan.mechanisms, names)
        elif isinstance(event, GroupImported):
            yield frozenset(stage.mechanism for stage in event.played.stages)


def _named(mechanisms: Iterable[str], names: Mapping[str, str]) -> Pair:
    return frozenset(names.get(each, each) for each in mechanisms)


def _kind(bundle: Bundle, code: str) -> tuple[Purpose, int]:
    first = bundle.sessions[code][0].event
    if isinstance(first, SessionOpened):
        return first.plan.purpose, first.plan.iteration
    if isinstance(first, GroupImported):
        return first.played.purpose, first.played.iteration
    raise UsageError(
        "Session {session} of the bundle {name} has no valid beginning; create the bundle again.",
        session=code,
        name=bundle.name,
    )
