"""`hcmd-lab room`: how the kiosks of the room are, before a session."""

from typing import Annotated, Any

import typer
from PySide6.QtCore import QCoreApplication

from hcmd_lab.cli.event_loop import run_event_loop
from hcmd_lab.cli.kiosks import AddressOption, AnnounceOption, IdentityOption, PortOption
from hcmd_lab.cli.output import JsonOption, print_json, tell
from hcmd_lab.hosting.room_visit import RoomVisit
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.network.room_check import Visited, outliers, screen_of
from hcmd_lab.telling.room_check import room_sentence, screen_words, visited_words

_NOT_READY = 1


def room(
    port: PortOption = DEFAULT_PORT,
    address: AddressOption = ALL_NETWORKS,
    seconds: Annotated[
        float, typer.Option(min=1, max=600, help="Time for the kiosks to come.")
    ] = 15,
    announce: AnnounceOption = True,
    identity: IdentityOption = None,
    as_json: JsonOption = False,
) -> None:
    """Visit the paired kiosks without a session; ends with 1 unless all have come and are ready.

    While a session is hosted, its window visits them (Kiosks).
    """
    application = QCoreApplication.instance() or QCoreApplication([])
    visit = RoomVisit(address, port, seconds, identity=identity, announce=announce)
    visit.ended.connect(application.quit)
    visit.start()
    run_event_loop(application)
    visited, missing = visit.results(), visit.missing
    visit.close()
    if as_json:
        print_json({"stations": [_facts(each) for each in visited], "not_connected": missing})
    else:
        _tell(visited, missing)
    if missing or outliers(visited) or not visited:
        raise typer.Exit(_NOT_READY)


def _tell(visited: list[Visited], missing: list[str]) -> None:
    for each in visited:
        where = ""
        if each.reported is not None:
            report = each.reported.report
            where = f" ({screen_words(screen_of(report))}, {report.keyboard}, {report.language})"
        tell(f"{each.station}: {visited_words(each)}{where}")
    for name in missing:
        tell(f"{name}: Not connected.")
    if visited:
        tell(str(room_sentence(visited)))
    elif not missing:
        tell("No kiosk is paired with this computer.")


def _facts(visited: Visited) -> dict[str, Any]:
    """A station as plain data; what it reports is as in the protocol."""
    facts: dict[str, Any] = {
        "station": visited.station,
        "ready": not visited.troubles,
        "troubles": [trouble.value for trouble in visited.troubles],
    }
    if visited.reported is not None:
        report = visited.reported.report
        facts["clock_off_ms"] = visited.reported.clock_off_ms
        facts |= {
            name: getattr(report, name)
            for name in report.__struct_fields__
            if name not in ("nonce", "utc_ms")
        }
    return facts
