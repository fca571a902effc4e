"""Checks a study against its log: the file, every session, every coin.

Nothing is trusted: sessions are replayed by the state machine, weights are looked up in the stored
mechanisms, payouts are computed again, and all of it is compared with the live tables. One session
is held at a time: the check of a study with ten times the sessions takes ten times as long, and no
more memory.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.session import replay
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.played_check import check_played
from hcmd_lab.storage.store import Store
from hcmd_lab.wanted import wanted

OnProgress: TypeAlias = Callable[[int, int], None]
"""Told how much of the check is done and of how much; may raise to end it."""


def check_study(
    store: Store,
    acknowledged: Collection[str] = (),
    *,
    on_progress: OnProgress = lambda done, total: None,
) -> list[Sentence]:
    """Check a study and list the findings; the list is empty if the study is sound.

    Args:
        store: The study, open for writing or reading.
        acknowledged: Nonces of contributions and votes that stations were told are saved; each
            has to be in the log exactly once.
        on_progress: Told the progress; may raise to end the check.

    Returns:
        One sentence for each finding.
    """
    findings = store.damages()
    if findings:
        return findings  # a damaged file cannot be checked further
    with store.transaction():
        try:
            for finding in _Check(store, acknowledged, on_progress).findings():
                findings.append(finding)
        except OperatorError as error:
            findings.append(error.sentence)
    return findings


class _Check:
    """One check of a study, within one transaction."""

    def __init__(
        self, store: Store, acknowledged: Collection[str], on_progress: OnProgress
    ) -> None:
        self._store = store
        self._missing = dict.fromkeys(acknowledged)
        self._on_progress = on_progress
        # The chain is walked through first, which takes about as long as a tenth of the sessions.
        self._events = store.log.count()
        self._total = self._events + self._events // 10

    def findings(self) -> Iterator[Sentence]:
        """All that is wrong, in the order in which it is found."""
        store = self._store
        yield from store.gaps(lambda event: self._tell(event // 10))
        policies: dict[str, FrozenPolicy] = {}
        for row in store.learned.mechanisms():
            try:
                policies[row.sha256] = store.learned.mechanism(row.sha256)
            except OperatorError as error:
                yield error.sentence
        done = self._events // 10
        sessions = store.log.sessions()
        for code in sessions:
            self._tell(done)
            try:
                logged = list(wanted(store.log.logged_events(code)))
            except OperatorError as error:
                yield error.sentence
                continue
            done += len(logged)
            for finding in self._session(code, logged, policies):
                yield Sentence("session {session}: {finding}", session=code, finding=finding)
        yield from store.tables_from_log.unlogged(set(sessions))
        for nonce in self._missing:
            yield Sentence("the confirmed decision {nonce} is not in the log", nonce=nonce)

    def _tell(self, done: int) -> None:
        self._on_progress(min(done, self._total), self._total)

    def _session(
        self, code: str, logged: Sequence[Logged], policies: dict[str, FrozenPolicy]
    ) -> Iterator[Sentence]:
        yield from self._store.tables_from_log.differences_of(code, logged)
        yield from self._nonces(logged)
        events = [each.event for each in logged if not isinstance(each.event, ev.RecordEvent)]
        if not events:
            return
        try:
            state = replay(wanted(events))
        except IllegalEventError as error:
            yield Sentence("its log cannot be replayed: {error}", error=error)
            return
        yield from check_played(self._store, code, state, policies)

    def _nonces(self, logged: Iterable[Logged]) -> Iterator[Sentence]:
        """A nonce stands for one decision of a seat."""
        stored = Counter(
            (each.event.group, each.event.seat, each.event.nonce)
            for each in logged
            if isinstance(each.event, ev.Contributed | ev.VoteCast) and each.event.nonce
        )
        for (group, seat, nonce), count in stored.items():
            self._missing.pop(nonce, None)
            if count > 1:
                yield Sentence(
                    "the decision {nonce} of seat {seat} of group {group} is {n} time(s) in the "
                    "log",
                    nonce=nonce,
                    seat=seat,
                    group=group,
                    n=count,
                )
