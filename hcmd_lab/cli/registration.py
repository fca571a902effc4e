"""`hcmd-lab preregister` and `audit`: the plan frozen beforehand, and what became of it."""

from typing import Annotated

import msgspec
import typer

from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, tell, write_out
from hcmd_lab.errors import OperatorError
from hcmd_lab.storage.store import Store
from hcmd_lab.study.audit import audit as audit_of
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.registration import preregister as freeze
from hcmd_lab.study.registration import registration as registration_of
from hcmd_lab.study.rows_of_the_log import told_as_altered
from hcmd_lab.study.study import Study
from hcmd_lab.telling.audit import audit_in_words
from hcmd_lab.telling.deviations import deviations_in_words
from hcmd_lab.telling.registration import (
    as_predicted,
    not_registered,
    osf,
    registered,
    registration_text,
)


def preregister(
    study: StudyArgument,
    show: Annotated[
        bool, typer.Option("--show", help="Show the registration that is there; freeze nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Answer the questions of OSF and AsPredicted from the settings, and freeze the plan."""
    if show:
        with Store.read(study) as store:
            opened = ReadOnlyStudy(store)
            frozen, entries = registration_of(opened), opened.log()
        if frozen is None:
            raise OperatorError.of(not_registered(entries))
    else:
        with Store.open(study) as store:
            frozen = freeze(Study(store))
    if as_json:
        print_json(
            {
                "sha256": frozen.sha256,
                "utc": frozen.utc,
                "played": frozen.played,
                "plan": msgspec.to_builtins(frozen.plan),
                "osf": dict(osf(frozen.plan)),
                "as_predicted": dict(as_predicted(frozen.plan)),
            }
        )
        return
    for line in (registered(frozen), "", *registration_text(frozen.plan)):
        write_out(f"{line}\n")


def audit(study: StudyArgument, as_json: JsonOption = False) -> None:
    """Show registration, deviations, looks at the votes, limits passed over, and alarms."""
    with Store.read(study) as store:
        found, altered = audit_of(ReadOnlyStudy(store)), told_as_altered(store)
    if as_json:
        told = {
            "deviations_in_words": deviations_in_words(found.deviations),
            "altered": None if altered is None else str(altered),
        }
        print_json(msgspec.to_builtins(found) | told)
        return
    for line in audit_in_words(found):
        tell(line)
    if altered is not None:
        tell(str(altered), style="red")
