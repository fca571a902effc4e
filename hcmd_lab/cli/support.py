"""`hcmd-lab support`: a file for whoever helps, without what participants said or did."""

from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.output import JsonOption, print_json, progress_bar, tell
from hcmd_lab.cli.targets import Written, require_replaceable
from hcmd_lab.log_folder import log_folder
from hcmd_lab.support.support_file import write_support_file


def support(
    target: Annotated[Path, typer.Argument(help="The file to write.", show_default=False)],
    study: Annotated[
        Path | None, typer.Option(help="Also tell what happened in this study and when.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Pack logs and versions for somebody who helps, without labels, answers, choices or pay."""
    require_replaceable(target, Written.ARCHIVE)
    with progress_bar("Support file") as on_progress:
        packed = write_support_file(target, study, log_folder(), on_progress)
    if as_json:
        print_json({"file": target, "packed": packed})
        return
    tell(f"Support file: {target}. All in it is text; look through it before you send it.")
