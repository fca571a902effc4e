"""Attendance and payments of a session as a file for a recruitment system.

The columns of ORSEE are those of its table `or_participate_at`, and its numbers for what became of
somebody those of `or_participation_statuses`, as it installs them (https://github.com/orsee/orsee,
`install/install.sql`). Those of hroot are the columns of its table `session_participations`, as its
`SessionsController` fills them (https://github.com/kd2lab/HROOT_KD2LAB).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hcmd_lab.export.participant_tables import money
from hcmd_lab.game.labels import find_label
from hcmd_lab.game.payment import payment
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.storage.tablefile import Value, write_table


class AttendanceColumn(StrEnum):
    """A column of the file; the value is its heading where a layout has none of its own."""

    LABEL = "label"  # what the lab knows the person by
    CODE = "participant.code"
    STATION = "station"
    GROUP = "group"
    CAME = "came"  # checked in, or was turned away
    NO_SHOW = "no_show"  # on the participant list and did not come
    TURNED_AWAY = "turned_away"  # came and could not take part
    LEFT = "left"  # did not agree, went home or was dropped
    PLAYED = "played"  # had a seat in a group that had started
    FINISHED = "finished"  # was there until the group, which had started, ended
    STATUS = "status"  # 1 played, 2 only came, 3 did not come
    PAYMENT = "payment"  # what the person is to receive
    PAID = "paid"  # it has been handed out
    CURRENCY = "currency"


class AttendanceLayout(StrEnum):
    """Whose columns the file has."""

    OWN = "hcmd"
    ORSEE = "orsee"
    HROOT = "hroot"


HEADINGS: dict[AttendanceLayout, tuple[tuple[AttendanceColumn, str], ...]] = {
    AttendanceLayout.OWN: tuple(
        (column, column.value)
        for column in AttendanceColumn
        if column is not AttendanceColumn.STATUS
    ),
    AttendanceLayout.ORSEE: (
        (AttendanceColumn.LABEL, "participant_id"),
        (AttendanceColumn.STATUS, "pstatus_id"),
        (AttendanceColumn.PAYMENT, "payment_amt"),
    ),
    AttendanceLayout.HROOT: (
        (AttendanceColumn.LABEL, "user_id"),
        (AttendanceColumn.CAME, "showup"),
        (AttendanceColumn.PLAYED, "participated"),
        (AttendanceColumn.NO_SHOW, "noshow"),
        (AttendanceColumn.STATION, "seat_nr"),
        (AttendanceColumn.PAYMENT, "payment"),
    ),
}
"""The columns of a layout, unless others are chosen, with their headings in it."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person who came, or was expected.

    Attributes:
        label: The label; empty if there is none.
        participant: Code; empty for somebody who did not come.
        station: The last station.
        group: None without a seat.
        turned_away: Came and could not take part.
        left: Did not agree, went home or was dropped.
        played: Had a seat in a group that had started; what happened afterwards does not undo it.
        finished: Was there until that group ended.
        due_cents: What they are to receive; 0 for somebody who did not come.
        paid: Whether it has been handed out.
    """

    label: str
    participant: str = ""
    station: str = ""
    group: int | None = None
    turned_away: bool = False
    left: bool = False
    played: bool = False
    finished: bool = False
    due_cents: int = 0
    paid: bool = False

    @property
    def came(self) -> bool:
        """Whether the person came at all."""
        return bool(self.participant)


def attendance(state: SessionState, expected: Collection[str] = ()) -> list[Attendance]:
    """Everyone who came, in order of arrival, then everyone on the list who did not.

    Args:
        state: The session; simulated participants are left out.
        expected: The session's participant list.
    """
    rows = [
        _of(state, code, person) for code, person in state.participants.items() if not person.is_bot
    ]
    here = [row.label for row in rows]
    return rows + [Attendance(label) for label in expected if find_label(label, here) is None]


def write_attendance(
    path: Path,
    rows: Sequence[Attendance],
    currency: str,
    layout: AttendanceLayout = AttendanceLayout.OWN,
    columns: Sequence[AttendanceColumn] = (),
) -> int:
    """Write a CSV file with one row per person, atomically.

    Args:
        path: File to write.
        rows: The people.
        currency: The session's currency.
        layout: Whose headings it has.
        columns: The columns in order; none chooses those of the layout.

    Returns:
        Number of rows.

    Raises:
        OperatorError: It cannot be written.
    """
    names = dict(HEADINGS[layout])
    headings = {column: names.get(column, column.value) for column in columns or names}
    return write_table(
        path,
        list(headings.values()),
        [{name: _cell(row, column, currency) for column, name in headings.items()} for row in rows],
    )


def _of(state: SessionState, code: str, person: ParticipantState) -> Attendance:
    group = None if person.group is None else state.groups[person.group]
    dropped = group is not None and group.seats[person.seat or 0].dropped
    part = person.progress.part
    went_home = group is None and part is Part.DONE and not person.released
    played = group is not None and (group.stage > 0 or bool(group.history))
    return Attendance(
        person.label,
        code,
        person.station,
        person.group,
        turned_away=part is Part.TURNED_AWAY or person.released,
        left=dropped or went_home or part is Part.DECLINED,
        played=played,
        finished=played and not dropped and group is not None and group.ended,
        due_cents=payment(state, code).due_cents,
        paid=bool(person.paid_utc),
    )


def _cell(row: Attendance, column: AttendanceColumn, currency: str) -> Value:
    values: dict[AttendanceColumn, Value] = {
        AttendanceColumn.LABEL: row.label,
        AttendanceColumn.CODE: row.participant,
        AttendanceColumn.STATION: row.station,
        AttendanceColumn.GROUP: row.group,
        AttendanceColumn.CAME: row.came,
        AttendanceColumn.NO_SHOW: not row.came,
        AttendanceColumn.TURNED_AWAY: row.turned_away,
        AttendanceColumn.LEFT: row.left,
        AttendanceColumn.PLAYED: row.played,
        AttendanceColumn.FINISHED: row.finished,
        AttendanceColumn.STATUS: 1 if row.played else 2 if row.came else 3,
        AttendanceColumn.PAYMENT: money(row.due_cents),
        AttendanceColumn.PAID: row.paid,
        AttendanceColumn.CURRENCY: currency,
    }
    return values[column]
