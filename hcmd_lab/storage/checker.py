"""Checks a study against its log: the file, every session, every coin.

Nothing is trusted: sessions are replayed by the state machine, weights are looked up in the stored
mechanisms, payouts are computed again, and all of it is compared with the live tables.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import WEIGHT_UNITS, divide_fund, fund_hundredths
from hcmd_lab.game.session import replay
from hcmd_lab.game.state import GroupState, IllegalEventError, SessionState
from hcmd_lab.storage.records import DecisionRow, GroupRow
from hcmd_lab.storage.store import Store


def check_study(
    store: Store,
    acknowledged: Iterable[str] = (),
    *,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[str]:
    """Check a study and list the findings; the list is empty if the study is sound.

    Args:
        store: The study, open for writing or reading.
        acknowledged: Nonces of contributions and votes that stations were told are saved; each
            has to be in the log exactly once.
        on_progress: Called with the sessions checked and to check; may raise to end the check.

    Returns:
        One line per finding.
    """
    findings = store.damages()
    if findings:
        return findings  # a damaged file cannot be checked further
    with store.transaction():
        try:
            findings += store.gaps()
            findings += store.tables.differences()
            findings += _nonces(store, acknowledged)
            policies = {
                row.sha256: store.learned.mechanism(row.sha256)
                for row in store.learned.mechanisms()
            }
            sessions = store.tables.sessions()
            for done, session in enumerate(sessions):
                on_progress(done, len(sessions))
                if not session.imported:
                    lines = _session(store, session.code, policies)
                    findings += [f"session {session.code}: {line}" for line in lines]
        except OperatorError as error:
            findings.append(str(error))
    return findings


def _nonces(store: Store, acknowledged: Iterable[str]) -> Iterator[str]:
    stored = Counter(
        (logged.session, logged.event.group, logged.event.seat, logged.event.nonce)
        for logged in store.log.logged_events()
        if isinstance(logged.event, ev.Contributed | ev.VoteCast) and logged.event.nonce
    )
    nonces = {nonce for *_, nonce in stored}
    for nonce in acknowledged:
        if nonce not in nonces:
            yield f"the confirmed decision {nonce} is not in the log"
    for (session, group, seat, nonce), count in stored.items():
        if count > 1:
            yield (
                f"session {session}: the decision {nonce} of seat {seat} of group {group} is "
                f"{count} times in the log"
            )


def _session(store: Store, code: str, policies: dict[str, FrozenPolicy]) -> Iterator[str]:
    events = [event for event in store.log.events(code) if not isinstance(event, ev.GroupImported)]
    try:
        state = replay(events)
    except IllegalEventError as error:
        yield f"its log cannot be replayed: {error}"
        return
    rows = {number: list(made) for number, made in _by_group(store.tables.decisions(code))}
    groups = {row.number: row for row in store.tables.groups(code)}
    yield from _participants(store, code, state)
    for number, group in state.groups.items():
        where = f"group {number}"
        made = rows.get(number, [])
        yield from (f"{where}: {line}" for line in _rounds(group, made))
        yield from (f"{where}: {line}" for line in _ending(group, groups[number]))
        for (stage, round_number), seats in _by_round(made):
            lines = _coins(state, group, policies, round_number, list(seats))
            yield from (f"{where}, stage {stage}, round {round_number}: {line}" for line in lines)


def _participants(store: Store, code: str, state: SessionState) -> Iterator[str]:
    stored = {p.code: (p.station, p.group, p.seat) for p in store.tables.participants(code)}
    played = {name: (p.station, p.group, p.seat) for name, p in state.participants.items()}
    for name in sorted(stored.keys() | played.keys()):
        if stored.get(name) != played.get(name):
            yield f"participant {name} is at {stored.get(name)}, by the log at {played.get(name)}"


def _rounds(group: GroupState, made: list[DecisionRow]) -> Iterator[str]:
    """Check live tables against the replayed history and the open round."""
    played: dict[tuple[int, int, int], tuple[int, int | None]] = {
        (paid.stage, paid.round, seat): (contribution, payout)
        for paid in group.history
        for seat, (contribution, payout) in enumerate(
            zip(paid.contributions, paid.payout_hundredths, strict=True)
        )
    }
    for seat, chosen in enumerate(group.seats):
        if chosen.contribution is not None and group.round:
            # For a paid round, the history already has the same contribution.
            played.setdefault((group.stage, group.round, seat), (chosen.contribution, None))
    stored = {
        (row.stage, row.round, row.seat): (row.contribution, row.payout_hundredths) for row in made
    }
    for slot in sorted(played.keys() | stored.keys()):
        if played.get(slot) != stored.get(slot):
            stage, round_number, seat = slot
            yield (
                f"stage {stage}, round {round_number}, seat {seat} stands as {stored.get(slot)}, "
                f"by the log it is {played.get(slot)}"
            )


def _ending(group: GroupState, row: GroupRow) -> Iterator[str]:
    if (row.votes, row.winner) != (group.votes, group.winner):
        yield f"the vote stands as {row.votes}, by the log it is {group.votes}"
    if group.ended:
        expected = {
            "finished": ("complete",),
            "ended_early": ("ended_early", "complete"),
            "unfilled": ("unfilled",),
        }
        if row.status not in expected.get(group.phase, ("void",)):
            yield f"it stands as {row.status}, by the log it is {group.phase}"


def _coins(
    state: SessionState,
    group: GroupState,
    policies: dict[str, FrozenPolicy],
    round_number: int,
    seats: list[DecisionRow],
) -> Iterator[str]:
    """Check a paid round: weights from the stored table, coins conserved."""
    units = [row.weight_units for row in seats if row.weight_units is not None]
    paid = [row.payout_hundredths for row in seats if row.payout_hundredths is not None]
    if not paid:
        return
    contributions = [row.contribution for row in seats]
    if sum(paid) != fund_hundredths(contributions, state.plan.game):
        yield f"payouts of {sum(paid)} hundredths do not add up to the fund"
    if sum(units) != WEIGHT_UNITS:
        yield f"weights of {sum(units)} parts per billion do not add up to one"
    policy = policies.get(seats[0].mechanism or "")
    if policy is None:
        yield f"the study does not have its mechanism {seats[0].mechanism}"
        return
    try:
        expected = policy.units(group.plan.tail_endowment, contributions)
    except ValueError as error:
        yield f"its contributions {contributions} are impossible: {error}"
        return
    if tuple(units) != expected:
        yield f"the weights are {tuple(units)}, by the mechanism's table {expected}"
    if tuple(paid) != divide_fund(expected, contributions, round_number, state.plan.game):
        yield "the payouts are not those that the mechanism's weights give"


def _by_group(rows: list[DecisionRow]) -> Iterator[tuple[int, Iterator[DecisionRow]]]:
    yield from groupby(rows, key=lambda row: row.group)


def _by_round(
    rows: list[DecisionRow],
) -> Iterator[tuple[tuple[int, int], Iterator[DecisionRow]]]:
    yield from groupby(rows, key=lambda row: (row.stage, row.round))
