"""`hcmd-lab study back`: go back to a step, and set aside what came after it."""

from typing import Annotated

import typer

from hcmd_lab.cli.irrevocable import (
    DryRunOption,
    ReasonOption,
    YesOption,
    require_reasoned_agreement,
)
from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, tell
from hcmd_lab.errors import UsageError
from hcmd_lab.storage.backup_places import Occasion
from hcmd_lab.storage.store import Store
from hcmd_lab.study.going_back import WayBack, find_goal, go_back, plan_way_back
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.going_back import way_back_in_words
from hcmd_lab.telling.translate import translate


def back(
    study: StudyArgument,
    to: Annotated[
        str,
        typer.Option(
            help="The step that is to come next: model, optimize, convergence or evaluate.",
            show_default=False,
        ),
    ],
    iteration: Annotated[
        int | None,
        typer.Option(help="Of the step; by default the newest in which it was taken."),
    ] = None,
    reason: ReasonOption = None,
    without_data: Annotated[
        bool,
        typer.Option(
            "--without-data",
            help="Use what the groups did in ACQUIRE no more; else it stays data for MODEL.",
        ),
    ] = False,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
) -> None:
    """Go back to a step: what came after it is set aside; a step that has only begun is deleted."""
    if to not in (each.value for each in Step):
        raise UsageError("{step} is no step of a study; give --to a step like optimize.", step=to)
    with Store.read(study) if dry_run else Store.open(study) as store:
        compared = require_rows_of_the_log(store)  # before they say what is set aside
        opened = Study(store)
        way = plan_way_back(opened, find_goal(opened, Step(to), iteration))
        told = way_back_in_words(way, keep_data=not without_data).sentences
        if not dry_run:
            why = require_reasoned_agreement(
                "\n".join(told), "Set that aside and go back?", reason, yes=yes
            )
            store.back_up(Occasion.GOING_BACK)
            go_back(opened, way, why, keep_data=not without_data, compared=compared)
        now, lacks = opened.status(), opened.lacking()
    if as_json:
        after = {"standing": now.standing, "sentence": str(now.sentence)}
        print_json(
            _plain(way)
            | {"dry_run": dry_run, "sentences": told, "lacking": [str(each) for each in lacks]}
            | after
        )
        return
    for line in told if dry_run or yes else []:
        tell(line)
    if not dry_run:
        tell(translate(now.sentence))
        for each in lacks:
            tell(translate(each))


def _plain(way: WayBack) -> dict[str, object]:
    """What is set aside, for JSON."""
    return {
        "step": way.goal.step.value,
        "iteration": way.goal.iteration,
        "runs": [{"run": run.id, "step": run.kind, "iteration": run.iteration} for run in way.runs],
        "sessions": [session.code for session in way.sessions],
        "groups": way.groups,
        "votes": way.votes,
        "compared": way.compared,
        "begun": [step.value for step in way.begun],
        "data": way.data,
        "mechanisms": [row.name for row in way.mechanisms],
        "contrasts": [[each.mechanism, each.other, each.groups] for each in way.contrasts],
        "registration": None if way.registration is None else way.registration.sha256,
    }
