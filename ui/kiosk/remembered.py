"""Remembers lab computer and station for the next start."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from hcmd_lab.bounded_reader import read_record
from hcmd_lab.errors import UsageError
from hcmd_lab.files import atomic_write
from ui.kiosk.host_address import Address, parse_address, parse_station

log = logging.getLogger(__name__)

FILE_NAME = "kiosk.json"


@dataclass(frozen=True, slots=True)
class Place:
    """A station at a lab computer."""

    address: Address
    station: str


def load_place(state: Path) -> Place | None:
    """The last address this computer's kiosk was connected to; None if there is none."""
    path = state / FILE_NAME
    try:
        kept = read_record(path, dict[str, Any])
        return Place(parse_address(kept["server"]), parse_station(kept["station"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, UsageError, msgspec.MsgspecError):
        log.warning("%s cannot be read and is written anew with the next connection", path)
        return None


def save_place(state: Path, place: Place) -> None:
    """Save an address; a disk error only costs typing at the next start."""
    kept = {"server": str(place.address), "station": place.station}
    try:
        atomic_write(state / FILE_NAME, json.dumps(kept, indent=2).encode())
    except OSError as error:
        log.warning("the place is not kept: %s", error)
