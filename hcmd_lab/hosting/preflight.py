"""Preflight: checks a session for problems before it is opened.

Every check gives one finding, also when all is well: an experimenter sees that it was looked at.
Findings carry facts; the words for them belong to whoever shows them.
"""

import os
import socket
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import assert_never

from hcmd_lab import __version__
from hcmd_lab.computer import PowerSource, power_source
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.mechanisms import BASELINES
from hcmd_lab.game.played import Purpose
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.keep_awake import can_stay_awake
from hcmd_lab.network.addresses import WILDCARDS, network_addresses
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.listening_faults import listening_reason, listening_remedy
from hcmd_lab.network.room_check import check_room, outliers
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.file_system import PREVENTING, concerns
from hcmd_lab.storage.study_folder import LOW_DISK_BYTES
from hcmd_lab.study.foreseeing import gate
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.telling import gate as gate_words
from hcmd_lab.telling.room_check import room_sentence

_SOON = timedelta(days=60)  # a day can be found on which all kiosks are paired again
_CLOCK_TOLERANCE = timedelta(minutes=2)
_AMPLE_DISK_BYTES = 5 * LOW_DISK_BYTES


class Check(StrEnum):
    """A check made before a session is opened."""

    STEP = "step"  # the study plays such a session now
    GATE = "gate"  # the mechanism may meet people
    UNFINISHED = "unfinished"  # no other session waits to be continued
    PORT = "port"  # no other program listens there
    NETWORK = "network"  # kiosks can reach this computer
    DISK = "disk"  # there is room for the data
    PLACE = "place"  # the study lies where nobody else writes or reads it
    CLOCK = "clock"  # the time of day has not gone back
    VERSION = "version"  # the program is the one that the study was played with
    TRAINING = "training"  # no training runs during the session
    IDENTITY = "identity"  # kiosks know this computer, and will for a while
    POWER = "power"  # a laptop is plugged in
    AWAKE = "awake"  # it does not go to sleep during the session
    KIOSKS = "kiosks"  # the connected ones are alike and ready
    FIREWALL = "firewall"  # Windows may ask whether kiosks may connect


class Verdict(StrEnum):
    """Severity of a finding for the session."""

    OK = "ok"
    ATTENTION = "attention"  # it can be opened, with a warning
    STOPS = "stops"  # it cannot be opened


@dataclass(frozen=True, slots=True)
class Finding:
    """Result of one check.

    Attributes:
        check: The check.
        verdict: Its severity.
        facts: Values to be named in a sentence about it, by name.
    """

    check: Check
    verdict: Verdict
    facts: Mapping[str, str | Sentence] = field(default_factory=dict)


def examine(
    study: Study,
    purpose: Purpose,
    *,
    address: str,
    port: int,
    contrast: int | None = None,
    training: str = "",
    hosted: SessionHost | None = None,
    identity: LabIdentity | None = None,
    now: datetime | None = None,
) -> list[Finding]:
    """Run all checks for a new session; takes a few milliseconds.

    Args:
        study: The open study.
        purpose: The session's purpose.
        address: To listen on.
        port: To listen on; 0 takes a free one.
        contrast: Number of the contrast that its groups play; None for those that need groups.
        training: Name of the training step that is running; empty for none.
        hosted: The ended session that this program still serves, which the new one replaces.
        identity: The lab computer's; None takes the usual one.
        now: The time of day; None takes the computer's.
    """
    findings = [
        _step(study, purpose),
        *_gate(study, purpose, contrast),
        _unfinished(study),
        _port(address, port, hosted),
        _network(address),
        _disk(study),
        _place(study),
        _clock(study, now or datetime.now(UTC)),
        _version(study),
        _training(training),
        _identity(identity or LabIdentity(identity_folder()), now or datetime.now(UTC)),
        *_power(),
        Finding(Check.AWAKE, Verdict.OK if can_stay_awake() else Verdict.ATTENTION),
    ]
    if hosted is not None and hosted.room.stations and hosted.room.reported:
        findings.append(_kiosks(hosted))
    if sys.platform == "win32":
        findings.append(firewall(port, hosted))
    return findings


def blocks(findings: list[Finding]) -> bool:
    """Whether any finding prevents the session from being opened."""
    return any(finding.verdict is Verdict.STOPS for finding in findings)


def firewall(port: int, hosted: SessionHost | None) -> Finding:
    """What is known of the firewall: that kiosks are connected, or nothing.

    Args:
        port: To listen on.
        hosted: The session that this program serves, if there is one.
    """
    if hosted is not None and port == hosted.port and (through := hosted.stations_elsewhere):
        kiosks = Sentence("{n} kiosk(s)", n=len(through))
        return Finding(Check.FIREWALL, Verdict.OK, {"port": str(port), "kiosks": kiosks})
    return Finding(Check.FIREWALL, Verdict.ATTENTION, {"port": str(port)})


def purpose_obstacle(study: Study, purpose: Purpose) -> Sentence | None:
    """Why the study cannot play such a session now; None if it can."""
    try:
        study.mechanisms.newest()
        if purpose != "pilot":
            study.status().require(Step(purpose))
    except OperatorError as error:
        return error.sentence
    return None


def _gate(study: Study, purpose: Purpose, contrast: int | None) -> Iterator[Finding]:
    """What the gate says of each mechanism; nothing where the study cannot play such a session.

    Closed forms pass: what they do is known without a model. Simulated participants come to no
    harm, and a pilot counts for nothing: there it only tells.
    """
    if purpose_obstacle(study, purpose) is not None:
        return
    played = [name for pair in study.pairs_for(purpose, contrast) for name in pair]
    known = {row.name for row in study.store.learned.mechanisms()} - set(BASELINES)
    for name in dict.fromkeys(played):
        if name not in known:
            continue
        found = gate(study, study.mechanisms.table(name))
        if found.is_open:
            verdict = Verdict.OK
        elif study.settings.simulated or purpose == "pilot":
            verdict = Verdict.ATTENTION
        else:
            verdict = Verdict.STOPS
        facts = {"sentence": gate_words.verdict(found), "mechanism": name}
        yield Finding(Check.GATE, verdict, facts)


def _identity(identity: LabIdentity, now: datetime) -> Finding:
    kiosks = Sentence("{n} kiosk(s)", n=0)
    try:
        if identity.exists:
            kiosks = Sentence("{n} kiosk(s)", n=len(identity.stations()))
            expires_utc = identity.certificate().expires_utc
            if expires_utc - now < _SOON:
                facts = {"day": f"{expires_utc:%Y-%m-%d}"}
                return Finding(Check.IDENTITY, Verdict.ATTENTION, facts)
    except OperatorError as error:
        return Finding(Check.IDENTITY, Verdict.STOPS, {"sentence": error.sentence})
    return Finding(Check.IDENTITY, Verdict.OK, {"kiosks": kiosks})


def _step(study: Study, purpose: Purpose) -> Finding:
    sentence = purpose_obstacle(study, purpose)
    if sentence is not None:
        return Finding(Check.STEP, Verdict.STOPS, {"sentence": sentence})
    if purpose == "pilot":
        return Finding(Check.STEP, Verdict.OK)
    return Finding(Check.STEP, Verdict.OK, {"iteration": str(study.status().iteration)})


def _unfinished(study: Study) -> Finding:
    waiting = study.store.sessions.unfinished()
    if waiting is not None:
        return Finding(Check.UNFINISHED, Verdict.STOPS, {"session": waiting})
    return Finding(Check.UNFINISHED, Verdict.OK)


def _port(address: str, port: int, hosted: SessionHost | None) -> Finding:
    facts: dict[str, str | Sentence] = {"port": str(port), "address": address}
    places = [address]
    if hosted is not None and port == hosted.port:
        facts["session"] = hosted.session
        places = _beside(hosted.address, address)
    for place in places:
        fault = _why_not(place, port)
        if fault is not None:
            why = {"cause": listening_reason(fault), "remedy": listening_remedy(fault)}
            return Finding(Check.PORT, Verdict.STOPS, facts | why)
    return Finding(Check.PORT, Verdict.OK, facts)


def _beside(held: str, address: str) -> list[str]:
    """The part of an address to listen on that this program does not hold itself."""
    if held in WILDCARDS or held == address:
        return []
    if address not in WILDCARDS:
        return [address]
    here = ["127.0.0.1", *(entry.address for entry in network_addresses())]
    return [each for each in here if each != held]


def _why_not(address: str, port: int) -> OSError | None:
    """Why nothing can listen there; None if something can."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name == "posix":  # as Qt's servers do it: a port in its last moments is free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
            probe.listen(1)
    except OSError as error:
        return error
    return None


def _kiosks(hosted: SessionHost) -> Finding:
    visited = check_room(hosted.room.stations, hosted.room.reported)
    verdict = Verdict.ATTENTION if outliers(visited) else Verdict.OK
    return Finding(Check.KIOSKS, verdict, {"room": room_sentence(visited)})


def _network(address: str) -> Finding:
    if address not in WILDCARDS:
        alone = address == "::1" or address.startswith("127.")
        verdict = Verdict.ATTENTION if alone else Verdict.OK
        return Finding(Check.NETWORK, verdict, {"only": address})
    known = [f"{entry.address} ({entry.interface})" for entry in network_addresses()]
    if not known:
        return Finding(Check.NETWORK, Verdict.ATTENTION)
    return Finding(Check.NETWORK, Verdict.OK, {"addresses": ", ".join(known)})


def _disk(study: Study) -> Finding:
    free = study.store.folder.free_bytes()
    facts = {
        "free_gb": str(free // 2**30),
        "free_mb": str(free // 2**20),
        "needed_mb": str(LOW_DISK_BYTES // 2**20),
    }
    if free < LOW_DISK_BYTES:
        return Finding(Check.DISK, Verdict.STOPS, facts)
    return Finding(Check.DISK, Verdict.ATTENTION if free < _AMPLE_DISK_BYTES else Verdict.OK, facts)


def _place(study: Study) -> Finding:
    found = concerns(study.store.folder.path)
    if not found:
        return Finding(Check.PLACE, Verdict.OK)
    stops = any(each.concern in PREVENTING for each in found)
    verdict = Verdict.STOPS if stops else Verdict.ATTENTION
    first, *others = (each.sentence for each in found)
    return Finding(Check.PLACE, verdict, {"sentence": in_a_row(first, *others)})


def _clock(study: Study, now: datetime) -> Finding:
    told = study.store.sessions.last_utc()
    last = None if told is None else datetime.fromisoformat(told)
    facts: dict[str, str | Sentence] = {"now_utc": now.isoformat(timespec="milliseconds")}
    if last is not None and now < last - _CLOCK_TOLERANCE:
        facts["last_utc"] = last.isoformat(timespec="milliseconds")
        return Finding(Check.CLOCK, Verdict.ATTENTION, facts)
    return Finding(Check.CLOCK, Verdict.OK, facts)


def _version(study: Study) -> Finding:
    newest = study.store.sessions.newest_played()
    last = __version__ if newest is None else newest.versions.get("hcmd-lab", __version__)
    verdict = Verdict.OK if last == __version__ else Verdict.ATTENTION
    return Finding(Check.VERSION, verdict, {"now": __version__, "last": last})


def _training(step: str) -> Finding:
    if step:
        return Finding(Check.TRAINING, Verdict.ATTENTION, {"step": step.upper()})
    return Finding(Check.TRAINING, Verdict.OK)


def _power() -> Iterator[Finding]:
    source = power_source()
    match source:
        case PowerSource.BATTERY:
            yield Finding(Check.POWER, Verdict.ATTENTION)
        case PowerSource.MAINS:
            yield Finding(Check.POWER, Verdict.OK)
        case PowerSource.UNKNOWN:
            return  # as on most computers without a battery
        case _:
            assert_never(source)
