"""`hcmd-lab kiosks`: the stations that are paired with this computer."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.output import people, tell, write_out
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.network.lab_identity import VARIABLE, LabIdentity, identity_folder
from hcmd_lab.network.wake import wake_stations
from hcmd_lab.telling.translate import translate
from hcmd_lab.telling.wake import not_sent_to, sent_to

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
PortOption = Annotated[int, typer.Option(min=0, max=65535, help="Port that the kiosks know.")]
AddressOption = Annotated[
    str, typer.Option(help="Network address to listen on; by default on all networks.")
]
AnnounceOption = Annotated[
    bool,
    typer.Option(
        "--announce/--no-announce",
        help="Whether kiosks can find this computer by themselves; not on 127.0.0.1.",
    ),
]


@app.command("list")
def list_kiosks(identity: IdentityOption = None) -> None:
    """List the paired stations, one a line, with the day on which each was paired."""
    paired = LabIdentity(identity or identity_folder()).stations()
    if not paired:
        people.print("No station is paired with this computer.")
    for station in paired:
        write_out(f"{station.name}\t{station.paired_utc[:10]}\n")


@app.command("wake")
def wake(
    stations: Annotated[
        list[str] | None,
        typer.Argument(help="Names of stations; by default all paired ones.", show_default=False),
    ] = None,
    identity: IdentityOption = None,
) -> None:
    """Send stations the signal that starts a computer that is switched off (Wake-on-LAN).

    Whether one starts depends on its own settings; nothing answers the signal. Ends with 1 unless
    it was sent to all of them.
    """
    known = {each.name: each for each in LabIdentity(identity or identity_folder()).stations()}
    for station in stations or known:
        if station not in known:
            raise _not_paired(station, known)
    if not known:
        raise OperatorError(
            "No wake signal was sent, because no station is paired with this computer."
        )
    sent, unknown = wake_stations([known[station] for station in stations or known])
    if (told := sent_to(sent)) is not None:
        tell(translate(told))
    if (missed := not_sent_to(unknown)) is not None:
        raise OperatorError.of(missed)


@app.command("release")
def release(
    station: Annotated[str, typer.Argument(help="The station's name.", show_default=False)],
    identity: IdentityOption = None,
) -> None:
    """Forget a station's pairing, so that another computer can be paired under its name."""
    kept = LabIdentity(identity or identity_folder())
    known = [each.name for each in kept.stations()]
    if station not in known:
        raise _not_paired(station, known)
    kept.release(station)
    tell(f"Station {station} is free for another computer.")


def _not_paired(station: str, known: Collection[str]) -> UsageError:
    return UsageError(
        "No computer is paired as station {station}; the paired stations are: {stations}.",
        station=station,
        stations=", ".join(known) or "none",
    )
