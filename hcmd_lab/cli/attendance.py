"""`hcmd-lab attendance`: who came to a session, for a recruitment system."""

from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, tell
from hcmd_lab.cli.targets import Written, require_replaceable
from hcmd_lab.errors import UsageError
from hcmd_lab.export.attendance_file import (
    AttendanceColumn,
    AttendanceLayout,
    attendance,
    write_attendance,
)
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study
from hcmd_lab.telling.participant_lists import attendance_words


def show_attendance(
    study: StudyArgument,
    session: Annotated[
        str,
        typer.Argument(help="Code of the session; by default the newest that was played here."),
    ] = "",
    table: Annotated[
        Path | None, typer.Option(help="Write a CSV file with a row for each person.")
    ] = None,
    layout: Annotated[
        AttendanceLayout, typer.Option(help="Whose columns the file has.")
    ] = AttendanceLayout.OWN,
    columns: Annotated[
        str,
        typer.Option(
            help="Columns of the file in order, separated by commas: "
            f"{', '.join(AttendanceColumn)}; by default those of the layout."
        ),
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Tell who came, was turned away, left or finished, and write it with the payments."""
    if table is not None:
        require_replaceable(table, Written.TEXT)
    chosen = [_column(name.strip()) for name in columns.split(",") if name.strip()]
    with Store.read(study) as store:
        read = Study(store)
        code, state = read.session_state(session)
        read.require_played_here(code)
        rows = attendance(state, store.private.participant_list(code))
    if table is not None:
        write_attendance(table, rows, state.plan.payment.currency, layout, chosen)
    if as_json:
        print_json({"session": code, "people": rows})
        return
    if table is not None:
        tell(f"Attendance: {table}")
    counted = attendance_words(
        came=sum(row.came for row in rows),
        missing=sum(not row.came for row in rows),
        turned_away=sum(row.turned_away for row in rows),
        left=sum(row.left for row in rows),
        finished=sum(row.finished for row in rows),
        playing=sum(row.played and not row.left and not row.finished for row in rows),
    )
    tell(f"Session {code}: {counted}")


def _column(name: str) -> AttendanceColumn:
    try:
        return AttendanceColumn(name)
    except ValueError as error:
        raise UsageError(
            "There is no column {name}; the columns are: {columns}.",
            name=name,
            columns=", ".join(AttendanceColumn),
        ) from error
