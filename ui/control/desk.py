"""The experimenter's desk: the open study, with at most one session; `training` has its steps.

Panels look at it and ask it; it alone touches the store. It has no widgets.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.game.session_rules import SessionRules
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.exit_pins import ExitPins
from hcmd_lab.hosting.former_identity import lend_identity
from hcmd_lab.hosting.session_host import DoorRules, SessionHost
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import duplicate_study, make_study
from hcmd_lab.study.settings import StudySettings, game_of
from hcmd_lab.study.study import Study
from hcmd_lab.telling.translate import translate
from ui.control.training_desk import TrainingDesk

if TYPE_CHECKING:
    from hcmd_lab.study.going_back import WayBack


class Desk(QObject):
    """Controller for everything the control window does to a study.

    Attributes:
        opened: The open study, or None.
        host: The session that is hosted, running or just ended, or None.
        hosted_pin: The PIN for leaving that session's kiosks; empty where it is not known.
        hosts_pin: Whether that session has a PIN, known or not.
        training: The study's training steps.
        is_importing: Whether groups are being stored beside the window.
        is_restoring: Whether files of a study are being exchanged beside the window, while it is
            closed.
        at_work: What else is being done with the study beside the window, each as a sentence.
        is_leaving: Whether the study closes as soon as training has stopped.
        identity: Folder of the lab computer's identity; None for the usual one.

    Signals:
        study_opened(): `study` is another study, or None.
        study_closing(): The study is about to be closed: whatever is done with it has to end now.
        study_changed(): Groups, results or the status of the study have changed.
        standing_changed(): What the study needs next, or what is going on, may be another: whatever
            shows it reads it again.
        session_requested(): The experimenter has asked for a new session; its panel asks the rest.
        session_opened(): `host` is set and listens.
        session_changed(): An event of the session was committed; read `session_state`.
        session_ended(): The session has closed; `host` serves its last screens until the next one.
        failed(str): A problem the experimenter can fix, as a sentence.
        mended(str): A problem that was told is none any more, in the same words.
    """

    study_opened = Signal()
    study_closing = Signal()
    study_changed = Signal()
    standing_changed = Signal()
    session_requested = Signal()
    session_opened = Signal()
    session_changed = Signal()
    session_ended = Signal()
    failed = Signal(str)
    mended = Signal(str)

    def __init__(self, parent: QObject | None = None, *, loads_ahead: bool = False) -> None:
        """Start without a study.

        Args:
            parent: Owner in the sense of Qt.
            loads_ahead: Whether a process loads the learning libraries while no people play, so
                that a training step shows a sign of life at once.
        """
        super().__init__(parent)
        self.opened: Study | None = None
        self.host: SessionHost | None = None
        self.hosted_pin = ""
        self.hosts_pin = False
        self._pins: tuple[Study, ExitPins] | None = None
        self.training = TrainingDesk(self, loads_ahead=loads_ahead)
        self.identity: Path | None = None
        self._unsaved_for = ""
        self.is_importing = False
        self.at_work: list[str] = []
        self.is_leaving = False
        self.is_restoring = False
        for changed in (
            self.study_opened,
            self.study_changed,
            self.session_opened,
            self.session_ended,
            self.training.started,
            self.training.ended,
        ):
            changed.connect(self.standing_changed)
        for changed in (
            self.study_opened, self.session_opened, self.session_ended, self.training.ended,
        ):  # fmt: skip
            changed.connect(self.training.load_ahead)

    # --- the study ---------------------------------------------------------------------------

    @property
    def game(self) -> Game:
        """The open study's game; while none is open, that of a new study."""
        return game_of(StudySettings()) if self.opened is None else self.opened.game

    @property
    def lab_identity(self) -> LabIdentity:
        """This computer's certificate and paired kiosks."""
        return LabIdentity(self.identity or identity_folder())

    @property
    def announces(self) -> bool:
        """Whether kiosks can find this computer by themselves while a session is hosted."""
        return bool(self.study.store.facts.get("announce", True))

    @announces.setter
    def announces(self, wanted: bool) -> None:
        self.study.store.facts.set("announce", wanted)

    @property
    def study(self) -> Study:
        """The open study.

        Raises:
            OperatorError: No study is open.
        """
        if self.opened is None:
            raise OperatorError("No study is open; open one or make a new one first.")
        return self.opened

    def has_open(self, folder: Path) -> bool:
        """Whether this is the open study's folder, by whatever way it was found."""
        if self.opened is None:
            return False
        own = self.opened.store.folder.path
        if own.absolute() == folder.absolute():
            return True
        with suppress(OSError):  # what is wrong with a folder is told by whoever opens it
            return own.samefile(folder)
        return False

    def create_study(self, folder: Path, settings: StudySettings) -> None:
        """Create a study in a folder that does not exist or is empty, and open it.

        Raises:
            OperatorError: The folder is taken or cannot be written, something is running, or the
                study cannot begin with the mechanism that it asks for.
        """
        self.require_idle()
        self._take(make_study(folder, settings))

    def duplicate_study(
        self, source: Path, folder: Path, name: str, *, with_settings: bool, with_texts: bool
    ) -> None:
        """Create a study like another one and open it; the arguments are those of the function.

        Raises:
            OperatorError: Something is running, the other study cannot be read, or the folder is
                taken or cannot be written.
        """
        self.require_idle()
        self._take(
            duplicate_study(
                source, folder, name, with_settings=with_settings, with_texts=with_texts
            )
        )

    def open_study(self, folder: Path) -> None:
        """Open a study in place of the open one.

        Raises:
            OperatorError: It cannot be opened, or something is running; the old one stays open.
        """
        self.require_idle()
        self._take(Store.open(folder))
        with suppress(OperatorError):  # told where a session is to be hosted
            lend_identity(self.study, self.lab_identity)

    def close_study(self) -> None:
        """Close the study; a session and a training step can be resumed later."""
        self.training.finish()
        self.end_hosting()
        if self.opened is not None:
            self.study_closing.emit()
            self.opened.store.close()
            self.opened = None
            self.training.forget()
            self.study_opened.emit()

    def _take(self, store: Store) -> None:
        try:
            study = Study(store)
        except OperatorError:
            store.close()
            raise
        self.close_study()
        self.opened = study
        self.study_opened.emit()
        self.study_changed.emit()

    def require_idle(self) -> None:
        """Check that another study could be opened now.

        Raises:
            OperatorError: A session, a training step or an import is running, a result waits to be
                stored, or a study is being restored.
        """
        if self.is_restoring:
            raise OperatorError("A study is being restored; wait until it is open again.")
        if self.session_is_running:
            raise OperatorError("A session is running; end it before you open another study.")
        if self.training.running is not None:
            raise OperatorError("Training is running; pause it before you open another study.")
        if self.training.unkept is not None:
            raise OperatorError(
                "The result of a training step is not stored yet; store it, or cancel the step, "
                "before you open another study."
            )
        self.require_no_import()

    def require_no_import(self) -> None:
        """Check that nothing is being imported.

        Raises:
            OperatorError: Groups are being stored beside the window.
        """
        if self.is_importing:
            raise OperatorError("Groups are being imported; wait until they are stored.")

    # --- sessions ----------------------------------------------------------------------------

    @property
    def session_state(self) -> SessionState | None:
        """State of the hosted session, running or just ended."""
        return None if self.host is None else self.host.runner.state

    @property
    def session_is_running(self) -> bool:
        """Whether a session is hosted that has not been closed."""
        return self.session_state is not None and not self.session_state.closed

    @property
    def exit_pin(self) -> str:
        """The PIN for leaving the study's kiosks; empty if only its hash is known."""
        self._exit_pins.require()
        return self._exit_pins.known

    @exit_pin.setter
    def exit_pin(self, pin: str) -> None:
        self._exit_pins.set(pin)

    @property
    def _exit_pins(self) -> ExitPins:
        if self._pins is None or self._pins[0] is not self.study:
            self._pins = self.study, ExitPins(self.study.store)
        return self._pins[1]

    @property
    def listen_address(self) -> str:
        """The address used by the study's last session; all networks before the first."""
        return str(self.study.store.facts.get("listen address", ALL_NETWORKS))

    @property
    def listen_port(self) -> int:
        """The port of the study's last session, which kiosks remember."""
        return self.study.store.sessions.last_port() or DEFAULT_PORT

    def unfinished_session(self) -> str | None:
        """Code of a session that was not closed and is not being hosted."""
        if self.opened is None or self.session_is_running:
            return None
        return self.opened.store.sessions.unfinished()

    @property
    def needs_session(self) -> bool:
        """Whether no session is there to go on with."""
        return not self.session_is_running and self.unfinished_session() is None

    def open_session(
        self,
        purpose: Purpose,
        groups: int,
        rules: SessionRules,
        *,
        participant_list: Sequence[str] = (),
        contrast: int | None = None,
        address: str,
        port: int,
        exit_pin: str,
        expected: int | None = None,
    ) -> None:
        """Plan a session and host it; running training is paused first.

        An empty exit PIN leaves the study's as it is. `expected` stations may be paired; None takes
        one for each seat.

        Raises:
            OperatorError: It is not possible now, the port is taken or the disk is full.
        """
        host = self._new_host(address, exit_pin, DoorRules(expected))
        self.study.store.facts.set("listen address", address)
        host.open_session(purpose, groups, rules, port, participant_list, contrast)
        self._begin_hosting(host)

    def resume_session(self, session: str, *, address: str, port: int, exit_pin: str) -> None:
        """Resume a session that was not closed.

        Raises:
            OperatorError: It cannot be read, or its port is taken.
        """
        host = self._new_host(address, exit_pin)
        host.resume_session(session, port)
        self._begin_hosting(host)

    def end_hosting(self) -> None:
        """Disconnect all stations and stop listening; an unfinished session can be resumed."""
        if self.host is not None:
            self.host.close()
            self.host.deleteLater()
            self.host = None
            self.session_changed.emit()
            self.standing_changed.emit()

    def _new_host(self, address: str, exit_pin: str, rules: DoorRules | None = None) -> SessionHost:
        study = self.study
        study.store.folder.require_space()
        if self.session_is_running:
            raise OperatorError("A session is already running; end it first.")
        self.require_no_import()
        self._exit_pins.set(exit_pin)
        pin_hash = self._exit_pins.hash
        self.training.pause()
        self.end_hosting()
        self.hosted_pin, self.hosts_pin = self._exit_pins.known, bool(pin_hash)
        return SessionHost(
            study,
            address,
            exit_pin_hash=pin_hash,
            identity=self.identity,
            announce=self.announces,
            rules=rules,
            parent=self,
        )

    def _begin_hosting(self, host: SessionHost) -> None:
        self.host = host
        host.runner.state_changed.connect(self.session_changed)
        host.door_changed.connect(self.session_changed)
        host.runner.group_ended.connect(self.study_changed)
        host.runner.session_ended.connect(self.session_ended)
        host.runner.storage_failed.connect(self._on_storage_failed)
        host.runner.storage_works.connect(self._on_storage_works)
        self.session_opened.emit()
        self.session_changed.emit()

    def _on_storage_failed(self, said: Sentence) -> None:
        self._unsaved_for = translate(said)
        self.failed.emit(self._unsaved_for)

    def _on_storage_works(self) -> None:
        self.mended.emit(self._unsaved_for)

    # --- going back --------------------------------------------------------------------------

    def go_back(self, way: "WayBack", reason: str, *, keep_data: bool) -> None:
        """Go back to a step of the study.

        Raises:
            OperatorError: A session or training is running, the reason is missing, or the study
                has changed or cannot be written.
        """
        from hcmd_lab.study.going_back import go_back  # noqa: PLC0415 - seldom needed

        if self.training.running is not None or self.session_is_running:
            raise OperatorError("A session or training is running; end it before going back.")
        self.require_no_import()
        go_back(self.study, way, reason, keep_data=keep_data)
        self.training.forget()
        self.study_changed.emit()
