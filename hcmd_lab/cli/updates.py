"""`hcmd-lab updates`: new versions of the kiosk are signed, looked at, and offered to stations."""

from pathlib import Path
from typing import Annotated, Any

import typer
from PySide6.QtCore import QCoreApplication, QTimer

from hcmd_lab.cli.event_loop import run_event_loop
from hcmd_lab.cli.kiosks import AddressOption, AnnounceOption, IdentityOption, PortOption
from hcmd_lab.cli.output import JsonOption, people, print_json, tell
from hcmd_lab.hosting.update_visit import UpdateVisit
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.telling.updates import offer_words, updated_words
from hcmd_lab.updates.keys import PASSPHRASE, new_keys
from hcmd_lab.updates.offer import open_offer
from hcmd_lab.updates.signing import MAX_DAYS, VALID_DAYS, sign_packages
from hcmd_lab.updates.stations import Stage, Updated

app = typer.Typer(help="New versions of the kiosk for the stations.", no_args_is_help=True)

_NOT_ALL = 1
FolderArgument = Annotated[Path, typer.Argument(help="The update’s folder.", show_default=False)]


@app.command("new-keys")
def make_keys(
    folder: Annotated[Path, typer.Argument(help="A new folder.", show_default=False)],
    after: Annotated[
        Path | None,
        typer.Option(help="Folder of the keys that these replace.", show_default=False),
    ] = None,
) -> None:
    """Make the keys that updates are signed with; a passphrase is read from the environment.

    Its root.json is for the stations, all else for nobody: keep it away from the lab's network.
    """
    new_keys(folder, after)
    tell(
        f"The keys are in {folder}. Give root.json to each station once (hcmd-kiosk "
        "--trust-updates root.json), and keep the folder where only you can read it."
    )


@app.command("sign", epilog=f"The passphrase of the keys is read from {PASSPHRASE}.")
def sign(
    packages: Annotated[
        list[Path],
        typer.Argument(help="The kiosk’s .tar.gz, one for each system.", show_default=False),
    ],
    keys: Annotated[Path, typer.Option(help="Folder of the keys.", show_default=False)],
    into: Annotated[Path, typer.Option(help="The update’s folder.", show_default=False)],
    days: Annotated[
        int, typer.Option(min=1, max=MAX_DAYS, help="For how long the signatures hold.")
    ] = VALID_DAYS,
) -> None:
    """Sign packages of one version; the folder replaces the update that was in it."""
    tell(offer_words(sign_packages(packages, keys, into, days)))


@app.command("show")
def show(folder: FolderArgument, as_json: JsonOption = False) -> None:
    """Tell what an update is for, and that its signatures, sizes and hashes hold."""
    offer = open_offer(folder)
    if as_json:
        expires = offer.expires.isoformat()
        print_json({"versions": offer.versions, "expires": expires, "keys": offer.keys})
    else:
        tell(offer_words(offer))


@app.command("offer")
def offer_it(
    folder: FolderArgument,
    port: PortOption = DEFAULT_PORT,
    address: AddressOption = ALL_NETWORKS,
    minutes: Annotated[
        float, typer.Option(min=0.1, max=1440, help="Time for the kiosks to come and take it.")
    ] = 15,
    announce: AnnounceOption = True,
    identity: IdentityOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give the update to the paired kiosks, between sessions; ends with 1 unless all run it then.

    A few fetch it at once. While a session is hosted at this port it is refused, and kiosks with a
    participant's page on their screen take nothing.
    """
    application = QCoreApplication.instance() or QCoreApplication([])
    visit = UpdateVisit(open_offer(folder), address, port, identity=identity, announce=announce)
    visit.ended.connect(application.quit)
    narrator = _Narrator(visit)
    visit.changed.connect(narrator.tell_news)
    visit.start()
    visit.begin()
    patience = QTimer(application, singleShot=True, interval=round(60_000 * minutes))
    patience.timeout.connect(application.quit)
    patience.start()
    run_event_loop(application)
    patience.stop()
    stations = list(visit.stations.values())
    visit.close()
    if as_json:
        print_json([_facts(each) for each in stations])
    else:
        for each in stations:
            tell(f"{each.station}: {updated_words(each)}")
        if not stations:
            tell("No kiosk is paired with this computer.")
    if not stations or any(each.stage is not Stage.DONE for each in stations):
        raise typer.Exit(_NOT_ALL)


class _Narrator:
    """Prints what is new of each station, beside the result; of fetching only that it began."""

    def __init__(self, visit: UpdateVisit) -> None:
        self._visit = visit
        self._told: dict[str, Stage] = {}

    def tell_news(self) -> None:
        """Print the stations that are at another stage than before."""
        for each in self._visit.stations.values():
            if self._told.get(each.station, Stage.AWAY) is not each.stage:
                self._told[each.station] = each.stage
                people.print(f"{each.station}: {updated_words(each)}", soft_wrap=True)


def _facts(updated: Updated) -> dict[str, Any]:
    return {
        "station": updated.station,
        "stage": updated.stage.value,
        "version": updated.version,
        "system": updated.system,
        "why": updated.why,
        "detail": updated.detail,
    }
