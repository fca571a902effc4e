"""Stations that write down what they were told is saved, to be compared with the log."""

import itertools
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from hcmd_lab.game import events as ev
from hcmd_lab.network.pairing import parse_code
from hcmd_lab.network.station import StationLink
from hcmd_lab.network.station_messages import Command, Decide, Vote
from hcmd_lab.processes import HostProcess
from hcmd_lab.storage.store import Store

Decision: TypeAlias = tuple[int, ...]
"""Stage, round and coins; of a vote the stage alone."""


class WitnessLink(StationLink):
    """A station's link that writes down which decisions it was told are saved."""

    def __init__(self, host: HostProcess, station: str, folder: Path) -> None:
        code = parse_code(host.listening["code"])
        super().__init__("127.0.0.1", host.listening["port"], station, folder / station, code=code)
        self.decisions: dict[str, Decision] = {}
        self.acknowledged: list[str] = []
        self.acknowledged_at_s: list[float] = []
        self.accepted.connect(self._accepted)

    def send(self, command: Command) -> str | None:
        nonce = super().send(command)
        if nonce is not None:
            match command:
                case Decide():
                    self.decisions[nonce] = (command.stage, command.round, command.contribution)
                case Vote():
                    self.decisions[nonce] = (command.choice,)
        return nonce

    def _accepted(self, nonce: str) -> None:
        if nonce in self.decisions:
            self.acknowledged.append(nonce)
            self.acknowledged_at_s.append(time.monotonic())


@dataclass(frozen=True)
class Witnessed:
    """What became of the decisions that were confirmed.

    Attributes:
        confirmed: How many.
        lost: Of these, how many are not in the log.
        changed: Of these, how many are there otherwise than as they were made, or repeatedly.
        longest_stall_ms: The longest time without any confirmation, between the first and the last.
    """

    confirmed: int
    lost: int
    changed: int
    longest_stall_ms: int


def stored_decisions(study: Path) -> dict[str, list[Decision]]:
    """What stands in the log of a study under each number that a station gave."""
    stored: dict[str, list[Decision]] = {}
    with Store.read(study) as store:
        for session in store.log.sessions():
            for event in store.log.events(session):
                match event:
                    case ev.Contributed(stage=stage, round=number, contribution=coins):
                        stored.setdefault(event.nonce, []).append((stage, number, coins))
                    case ev.VoteCast(choice=int(choice)):
                        stored.setdefault(event.nonce, []).append((choice,))
    return stored


def compared(made: dict[str, Decision], stored: dict[str, list[Decision]]) -> Counter[str]:
    """How many decisions were `kept`, `lost` and `changed`."""
    return Counter(
        "lost" if nonce not in stored else "kept" if stored[nonce] == [decision] else "changed"
        for nonce, decision in made.items()
    )


def witnessed(study: Path, links: Sequence[WitnessLink]) -> Witnessed:
    """Compare what stations were told with the log of a study."""
    made = {nonce: link.decisions[nonce] for link in links for nonce in link.acknowledged}
    kinds = compared(made, stored_decisions(study))
    moments_s = sorted(moment for link in links for moment in link.acknowledged_at_s)
    stalls_s = [after - before for before, after in itertools.pairwise(moments_s)]
    longest_ms = round(1000 * max(stalls_s, default=0))
    return Witnessed(len(made), kinds["lost"], kinds["changed"], longest_ms)
