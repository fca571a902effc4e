"""`hcmd-lab take-back`: an import that should not count."""

from typing import Annotated

import typer

from hcmd_lab.cli.irrevocable import (
    ReasonOption,
    YesOption,
    require_reason,
    require_reasoned_agreement,
)
from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, tell
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study
from hcmd_lab.study.taking_back import imported_session, is_used_by_model, take_back


def take_back_import(
    study: StudyArgument,
    session: Annotated[str, typer.Argument(help="The imported session.", show_default=False)],
    reason: ReasonOption = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Remove an imported session, or declare it unusable once a MODEL has used it."""
    with Store.open(study) as store:
        opened = Study(store)
        if is_used_by_model(opened, imported_session(opened, session)):
            act = f"A MODEL has used session {session}: it stays to be seen, and counts no longer."
            why = require_reasoned_agreement(act, "Declare it unusable for good?", reason, yes=yes)
        else:
            why = require_reason(reason)
        removed = take_back(opened, session, why)
    if as_json:
        print_json({"session": session, "removed": removed})
    elif removed:
        tell(f"The imported session {session} is removed; its file can be imported again.")
    else:
        tell(
            f"The imported session {session} is declared unusable: a MODEL has used it, so its "
            "groups stay to be seen, and count no longer."
        )
