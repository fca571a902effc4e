"""The experimenter's desk: the open study, with at most one session and one training step.

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
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Stopped
from hcmd_lab.network.addresses import ALL_NETWORKS
from hcmd_lab.network.lab_identity import LabIdentity, identity_folder
from hcmd_lab.network.port import DEFAULT_PORT
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.study.making import duplicate_study, make_study
from hcmd_lab.study.settings import StudySettings, game_of
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import Anew, begun_step
from hcmd_lab.study.study import Study
from hcmd_lab.telling.translate import translate
from hcmd_lab.training import TrainingProcess
from ui.control.training.history import TrainingHistory
from ui.training_thread import TrainingOutcome, TrainingThread

if TYPE_CHECKING:
    from hcmd_lab.study.going_back import WayBack


class Desk(QObject):
    """Controller for everything the control window does to a study.

    Attributes:
        opened: The open study, or None.
        host: The session that is hosted, running or just ended, or None.
        hosted_pin: The PIN for leaving that session's kiosks; empty where it is not known.
        hosts_pin: Whether that session has a PIN, known or not.
        training: The training step that runs, or None.
        history: Progress of the latest training step.
        last_outcome: Outcome of the latest training step; None while one is running.
        unkept: A result that could not be stored yet.
        is_importing: Whether groups are being stored beside the window.
        at_work: What else is being done with the study beside the window, as a sentence; empty if
            nothing is.
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
        training_started(Step): `training` and `history` are set.
        training_progressed(Progress): At most five times a second.
        training_ended(Step, TrainingOutcome): A result is in the study already.
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
    training_started = Signal(object)
    training_progressed = Signal(object)
    training_ended = Signal(object, object)
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
        self._loads_ahead = loads_ahead
        self._next_process: TrainingProcess | None = None
        self.opened: Study | None = None
        self.host: SessionHost | None = None
        self.hosted_pin = ""
        self.hosts_pin = False
        self._pins: tuple[Study, ExitPins] | None = None
        self.training: TrainingThread | None = None
        self.history: TrainingHistory | None = None
        self.last_outcome: TrainingOutcome | None = None
        self.unkept: TrainingOutcome | None = None
        self.identity: Path | None = None
        self._unsaved_for = ""
        self.is_importing = False
        self.at_work = ""
        self._cancelled = False
        for changed in (
            self.study_opened,
            self.study_changed,
            self.session_opened,
            self.session_ended,
            self.training_started,
            self.training_ended,
        ):
            changed.connect(self.standing_changed)
        for changed in (
            self.study_opened, self.session_opened, self.session_ended, self.training_ended,
        ):  # fmt: skip
            changed.connect(self._load_ahead)

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
        if self.training is not None:
            self.training.finish()
            self._settle_training(self.training)
        self.end_hosting()
        if self.opened is not None:
            self.study_closing.emit()
            self.opened.store.close()
            self.opened = None
            self.history = self.last_outcome = self.unkept = None
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
            OperatorError: A session, a training step or an import is running.
        """
        if self.session_is_running:
            raise OperatorError("A session is running; end it before you open another study.")
        if self.training is not None:
            raise OperatorError("Training is running; pause it before you open another study.")
        self._require_no_import()

    def _require_no_import(self) -> None:
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
        self._require_no_import()
        self._exit_pins.set(exit_pin)
        pin_hash = self._exit_pins.hash
        self.pause_training()
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

    # --- training ----------------------------------------------------------------------------

    @property
    def last_progress(self) -> Progress | None:
        """Training's latest progress report; None before the first."""
        return None if self.history is None else self.history.latest

    @property
    def paused_step(self) -> Step | None:
        """The started training step that can be continued, also after a restart."""
        if self.opened is None or self.training is not None:
            return None
        return begun_step(self.opened)

    def start_training(self, step: Step, anew: Anew | None = None) -> None:
        """Start a training step in the background; a paused one is resumed.

        A result that could not be stored when it came is stored now, without computing it again.

        Args:
            step: The step.
            anew: How it is taken anew, if it is.

        Raises:
            OperatorError: It is not possible now, or the disk is full.
        """
        study = self.study
        if self.training is not None:
            raise OperatorError("A training step is already running.")
        if self.session_is_running:
            raise OperatorError(
                "Training waits until the session has ended, so as not to disturb it."
            )
        self._require_no_import()
        study.require(step)
        if self.unkept is not None:
            self._keep(self.unkept)
            self.study_changed.emit()
            return
        study.store.folder.require_space()
        iteration = study.status().iteration_of(step)
        before = self.history
        is_other = before is None or (before.step, before.iteration) != (step, iteration)
        if before is None or is_other or anew is not None:
            # A resumed step continues its curves.
            self.history = TrainingHistory(step, iteration)
        else:
            before.begin()
        self.last_outcome = None
        self._cancelled = False
        folder, process = study.store.folder.path, self._next_process
        self.training = TrainingThread(folder, step, self, process, anew)
        self._next_process = None
        self.training.progressed.connect(self._on_progress)
        self.training.ended.connect(self._on_training_ended)
        self.training_started.emit(step)
        self.training.start()

    def go_back(self, way: "WayBack", reason: str, *, keep_data: bool) -> None:
        """Go back to a step of the study.

        Raises:
            OperatorError: A session or training is running, the reason is missing, or the study
                has changed or cannot be written.
        """
        from hcmd_lab.study.going_back import go_back  # noqa: PLC0415 - seldom needed

        if self.training is not None or self.session_is_running:
            raise OperatorError("A session or training is running; end it before going back.")
        self._require_no_import()
        go_back(self.study, way, reason, keep_data=keep_data)
        self.history = self.last_outcome = self.unkept = None
        self.study_changed.emit()

    def _load_ahead(self) -> None:
        """Have a process ready for the next step, but not beside a session of people."""
        is_wanted = (
            self._loads_ahead
            and self.opened is not None
            and self.training is None
            and (self.opened.settings.simulated or not self.session_is_running)
            # The first mechanism needs so little that loading the rest would delay it.
            and self.opened.status().step not in (Step.INITIALISE, Step.DONE)
        )
        if is_wanted and self._next_process is None:
            self._next_process = TrainingProcess()
        elif not is_wanted and self._next_process is not None:
            self._next_process.discard()
            self._next_process = None

    def pause_training(self) -> None:
        """Ask training to save its state and stop; `training_ended` follows."""
        if self.training is not None:
            self.training.pause()

    def cancel_training(self, step: Step) -> None:
        """Stop a step, or discard it if it is paused, and delete its saved state.

        A result that came before it could be stopped is kept, and `failed` says so.
        """
        if self.training is not None and self.training.step is step:
            self._cancelled = True
            self.training.pause()
        elif self.paused_step is step:
            self._forget(step)
            self.study_changed.emit()
        else:
            self._tell_too_late(step)

    def _tell_too_late(self, step: Step) -> None:
        self.failed.emit(
            translate(
                "{step} had ended before it was cancelled; nothing was deleted.", step=step.upper()
            )
        )

    def _on_progress(self, progress: Progress) -> None:
        if self.training is not None and self.history is not None:
            self.history.add(progress)
            self.training_progressed.emit(progress)

    def _on_training_ended(self, outcome: TrainingOutcome) -> None:
        thread = self.training
        if thread is not None and thread.outcome is outcome:
            thread.wait()
            self._settle_training(thread)

    def _settle_training(self, thread: TrainingThread) -> None:
        """Store the result of a finished training thread, or discard it if cancelled."""
        self.training = None
        outcome = thread.outcome
        thread.deleteLater()
        if outcome is None:
            raise RuntimeError("the training thread ended without an outcome")
        self.last_outcome = outcome
        try:
            self._keep(outcome)
        except OperatorError as error:
            self.failed.emit(translate(error))
        if self._cancelled and isinstance(outcome.report, Failure | Stopped):
            self._forget(thread.step)
        elif self._cancelled:
            self._tell_too_late(thread.step)
        self.training_ended.emit(thread.step, outcome)
        self.study_changed.emit()

    def _keep(self, outcome: TrainingOutcome) -> None:
        """Store a result in the study; if that fails now, keep it for another attempt."""
        if isinstance(outcome.report, Failure | Stopped) or outcome.prepared is None:
            return
        self.unkept = outcome
        self.study.keep(outcome.prepared, outcome.report, outcome.tables)
        self.unkept = None

    def _forget(self, step: Step) -> None:
        self.study.discard(step)
        self.history = self.last_outcome = self.unkept = None
