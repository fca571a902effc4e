"""`hcmd-lab kiosks`: the stations that are paired with this computer."""

from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.output import people
from hcmd_lab.errors import UsageError
from hcmd_lab.network.lab_identity import VARIABLE, LabIdentity, identity_folder

app = typer.Typer(help="The kiosks that are paired with this computer.", no_args_is_help=True)

IdentityOption = Annotated[
    Path | None,
    typer.Option(
        "--identity",
        envvar=VARIABLE,
        help="Folder of the lab computer's certificate and paired stations; by default this "
        "user's.",
        show_default=False,
    ),
]


@app.command("list")
def list_kiosks(identity: IdentityOption = None) -> None:
    """List the paired stations, one a line, with the day on which each was paired."""
    for station in LabIdentity(identity or identity_folder()).stations():
        typer.echo(f"{station.name}\t{station.paired_utc[:10]}")


@app.command("release")
def release(
    station: Annotated[str, typer.Argument(help="The station's name.", show_default=False)],
    identity: IdentityOption = None,
) -> None:
    """Forget a station's pairing, so that another computer can be paired under its name."""
    kept = LabIdentity(identity or identity_folder())
    known = [each.name for each in kept.stations()]
    if station not in known:
        raise UsageError(
            "No computer is paired as station {station}; the paired stations are: {stations}.",
            station=station,
            stations=", ".join(known) or "none",
        )
    kept.release(station)
    people.print(f"Station {station} is free for another computer.")
