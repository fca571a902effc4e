"""The session draft that the wizard fills in."""

from dataclasses import dataclass, field

from hcmd_lab.game.payment_settings import PaymentSettings
from hcmd_lab.game.played import PURPOSES, Purpose
from hcmd_lab.game.script_settings import ScriptSettings
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.hosting.preflight import purpose_obstacle
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.status import Step, played_in
from ui.control.desk import Desk

MAX_STATIONS = 48
"""Stations of a session, with which the host is tested."""


def max_groups(seats: int) -> int:
    """Groups of so many seats that a session has at most."""
    return MAX_STATIONS // seats


@dataclass
class Draft:
    """Choices made so far for a new session.

    Attributes:
        obstacles: Why the study cannot play a purpose now; None where it can.
        purpose: The session's purpose.
        groups: Number of groups.
        expected: Stations that may be paired; None for one for each seat.
        contrast: Number of the contrast that they play; None balances those that need groups.
        settings: The session's procedure.
        script: Which instructions and surveys participants go through.
        payment: The rules of payment.
        participant_list: The participant list; used where the script asks for one.
        address: To listen on.
        port: To listen on; 0 takes a free one.
        exit_pin: To leave the kiosks; empty for the one before, of which only the hash is kept.
        announces: Whether kiosks can find this computer by themselves.
        is_first: Whether the study has not had a session here, so that nothing is as last time.
    """

    obstacles: dict[Purpose, Sentence | None]
    purpose: Purpose
    groups: int
    settings: SessionSettings = field(default_factory=SessionSettings)
    script: ScriptSettings = field(default_factory=ScriptSettings)
    payment: PaymentSettings = field(default_factory=PaymentSettings)
    participant_list: tuple[str, ...] = ()
    address: str = ALL_NETWORKS
    port: int = DEFAULT_PORT
    exit_pin: str = ""
    announces: bool = True
    is_first: bool = True
    contrast: int | None = None
    expected: int | None = None

    @property
    def rules(self) -> SessionRules:
        """All settings of the session."""
        return SessionRules(self.settings, self.script, self.payment)


def open_draft(desk: Desk, draft: Draft) -> None:
    """Open the session as it stands in the draft.

    Raises:
        OperatorError: It is not possible now, the port is taken or the disk is full.
    """
    desk.exit_pin = draft.exit_pin
    desk.announces = draft.announces
    desk.open_session(
        draft.purpose,
        draft.groups,
        draft.rules,
        participant_list=draft.participant_list,
        contrast=draft.contrast,
        address=draft.address,
        port=draft.port,
        exit_pin=draft.exit_pin,
        expected=draft.expected,
    )


def _obstacle(desk: Desk, purpose: Purpose) -> Sentence | None:
    if desk.training.running is not None and desk.training.running.step is Step.INITIALISE:
        return Sentence(
            "The first mechanism is being made. Sessions can be opened as soon as it is done."
        )
    return purpose_obstacle(desk.study, purpose)


def new_draft(desk: Desk) -> Draft:
    """A draft of the session the study needs now, with the settings of its last session.

    Raises:
        OperatorError: The study cannot be read.
    """
    study = desk.study
    obstacles = {purpose: _obstacle(desk, purpose) for purpose in PURPOSES}
    # More groups may be acquired before OPTIMIZE, but a session that is not needed is a pilot.
    wanted = played_in(study.status().step)
    needed: Purpose = wanted if wanted is not None and not obstacles[wanted] else "pilot"
    missing = study.groups_wanted
    newest = study.store.sessions.newest_played()
    largest = max_groups(study.game.seats)
    most = largest if newest is None else newest.groups
    groups = min(most, missing, largest) if needed != "pilot" and missing else 1
    last = study.last_rules()
    return Draft(
        obstacles,
        needed,
        groups,
        last.settings,
        last.script,  # with a participant list, if there was one: its people are new
        last.payment,
        address=desk.listen_address,
        port=desk.listen_port,
        exit_pin=desk.exit_pin,
        announces=desk.announces,
        is_first=newest is None,
    )
