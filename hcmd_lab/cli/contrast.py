"""`hcmd-lab contrast`: the pairs of mechanisms that new groups compare by vote."""

from typing import Annotated

import typer

from hcmd_lab.cli.changes import tell_changes
from hcmd_lab.cli.output import JsonOption, StudyArgument, print_json, tell
from hcmd_lab.storage.store import Store
from hcmd_lab.study.arena import drop_contrast, plan_contrast
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.study import Study
from hcmd_lab.telling.evaluation_results import contrast_told
from hcmd_lab.telling.library import contrast_name, contrast_progress, many_tests
from hcmd_lab.telling.translate import translate

app = typer.Typer(
    help="Pairs of mechanisms that new groups compare by vote (EVALUATE).", no_args_is_help=True
)

_SIDE = (
    "A name from `hcmd-lab mechanism list STUDY`, `newest`, or `newest_rule` for its readable rule."
)


@app.command("list")
def show_contrasts(study: StudyArgument, as_json: JsonOption = False) -> None:
    """List the contrasts of a study, their groups and their results."""
    with Store.read(study) as store:
        opened = Study(store)
        found, simulated = opened.contrasts(), opened.settings.simulated
        of_settings = not opened.planned_contrasts()
        tell_changes(store)
    if as_json:
        print_json([contrast_as_data(each) for each in found])
        return
    for each in found:
        tell(contrast_told(each, simulated=simulated))
    if several := many_tests(found):
        tell(several)
    if of_settings:
        tell("No contrast is planned: that of the study's settings holds.")


@app.command("plan")
def plan(
    study: StudyArgument,
    mechanism: Annotated[str, typer.Argument(help=f"Its votes are counted. {_SIDE}")],
    other: Annotated[str, typer.Argument(help="What it is compared with; named likewise.")],
    groups: Annotated[
        int | None,
        typer.Option(help="Groups of the contrast; by default those of the study's settings."),
    ] = None,
) -> None:
    """Plan a contrast. The first one takes the place of that of the study's settings."""
    with Store.open(study) as store:
        opened = Study(store)
        wanted = opened.settings.evaluation_groups if groups is None else groups
        planned = plan_contrast(opened, mechanism, other, wanted)
        tell(f"Contrast {planned.number}: {contrast_name(planned)}. {contrast_progress(planned)}")
        tell(translate(opened.status().sentence))


@app.command("drop")
def drop(
    study: StudyArgument, number: Annotated[int, typer.Argument(help="Number of the contrast.")]
) -> None:
    """Take a contrast that no group has begun out of the plan."""
    with Store.open(study) as store:
        opened = Study(store)
        drop_contrast(opened, number)
        tell(translate(opened.status().sentence))


def contrast_as_data(contrast: Contrast) -> dict[str, object]:
    """A contrast for JSON."""
    return {
        "number": contrast.number,
        "mechanism": contrast.mechanism,
        "other": contrast.other,
        "groups": contrast.played,
        "target": contrast.target,
        "planned_utc": contrast.planned_utc,
        "by": contrast.by,
        "counted_before": contrast.counted_before,
        "result": contrast.result,
    }
