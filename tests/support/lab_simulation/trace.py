"""Tells what happens in a simulated session, line by line, for whoever looks for a fault."""

import sys
from dataclasses import fields
from functools import partial

from hcmd_lab.game import events as ev
from hcmd_lab.hosting.session_runner import SessionRunner
from lab_simulation.people import Kiosk
from lab_simulation.session import Simulation

_LEFT_OUT = {"at_ms", "plan", "mechanism", "weight_units"}


class Trace:
    """Prints to standard error what a session does from now on."""

    def __init__(self, session: Simulation) -> None:
        self._session = session
        self._runner: SessionRunner | None = None
        do, before = session.faults.do, session.world.before

        def told(kind: str) -> None:
            self._tell(f"fault: {kind}")
            do(kind)

        def watch(at_ms: float) -> None:
            if session.program.runs and session.runner is not self._runner:
                self._runner = session.runner
                self._tell("the host runs")
                self._runner.happened.connect(self._on_happened)
            before(at_ms)

        session.faults.do = told  # type: ignore[method-assign]
        session.world.before = watch
        self._tell(str(session.runner.state.plan.settings))
        for kiosk in session.kiosks.values():
            kiosk.link.connection_lost.connect(partial(self._of, kiosk, "has lost the host"))
            kiosk.link.rejected.connect(partial(self._on_rejected, kiosk))

    def _of(self, kiosk: Kiosk, what: str) -> None:
        self._tell(f"{kiosk.name} {what}")

    def _on_rejected(self, kiosk: Kiosk, code: str, _sentence: str, _final: bool) -> None:
        self._of(kiosk, f"was refused: {code}")

    def _on_happened(self, events: tuple[ev.SessionEvent, ...]) -> None:
        for event in events:
            shown = [getattr(event, f.name) for f in fields(event) if f.name not in _LEFT_OUT]
            self._tell(f"  {event.at_ms} {type(event).__name__} {shown}")

    def _tell(self, what: str) -> None:
        print(f"{self._session.world.now_ms:9.0f} {what}", file=sys.stderr)
