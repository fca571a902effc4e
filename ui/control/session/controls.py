"""The control bar for chosen groups and stations, with its menu and shortcuts."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.state import SessionState
from hcmd_lab.hosting.session_host import SessionHost
from hcmd_lab.telling.translate import translate
from ui.control.confirm import confirm
from ui.control.desk import Desk
from ui.control.icons import ICON_PX
from ui.control.session.act_icons import act_icon
from ui.control.session.ask_text import ask_text
from ui.control.session.control_texts import ControlTexts
from ui.control.session.default_choices import choice_words, default_choices
from ui.control.session.experimenter_commands import (
    FOR_EVERYONE,
    Act,
    Offer,
    free_stations,
    goes_beyond,
    offer,
    perform,
    reseat_draft,
    stops_after_round,
)
from ui.control.session.grid_view import Selection
from ui.look.allowing import allow_unless
from ui.look.tips import set_tip

_SHORTCUTS = {
    Act.START: "F5",
    Act.PAUSE: "F6",
    Act.RESUME: "F7",
    Act.MESSAGE: "F8",
    Act.MORE_30_S: "F3",
    Act.MORE_60_S: "F4",
    Act.LEAVE_PAGE: "F9",
    Act.STOP_AFTER: "Shift+F9",
    Act.NOTE: "Ctrl+Shift+O",
    Act.DROP: "Ctrl+Shift+D",
    Act.SKIP: "Ctrl+Shift+N",
    Act.END: "Ctrl+Shift+E",
    Act.VOID: "Ctrl+Shift+V",
}
_IN_BAR = (
    Act.START, Act.PAUSE, Act.RESUME, Act.MESSAGE, Act.NOTE, Act.MORE_30_S, Act.MORE_60_S,
    Act.LEAVE_PAGE, Act.STOP_AFTER,
)  # fmt: skip
_ICON_SAYS_IT = (Act.MESSAGE, Act.NOTE, Act.STOP_AFTER)
_REASONED = {Act.PAUSE, Act.DROP, Act.SKIP, Act.END, Act.VOID}


class SessionControls(QToolBar):
    """Buttons for what can be done now; what cannot be undone asks for confirmation.

    Signals:
        failed(str): Something could not be done; a sentence.
        done(str): Something was done; a few words.

    Attributes:
        acts: The actions that are events.
        release: Forgets the pairing of chosen stations.
        reseat: Its menu has a free station an entry.
    """

    failed = Signal(str)
    done = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Create the bar for the desk's session."""
        super().__init__(parent)
        self._desk = desk
        self._texts = ControlTexts()
        self._chosen = Selection()
        self._others: list[QAction] = []
        self._brief: tuple[Act, ...] = ()
        self._fitted: tuple[int, tuple[QAction, ...]] | None = None
        self.setAccessibleName(translate("Session controls"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setMovable(False)
        self.acts = {act: self._action(act) for act in Act}
        self.acts[Act.STOP_AFTER].setCheckable(True)
        self.reseat = QMenu(translate("Move to &another station"), self)
        self.reseat.setToolTipsVisible(True)
        self.release = QAction(translate("Release pa&iring…"), self)
        self.release.setShortcut(QKeySequence("Ctrl+Shift+U"))
        self.release.triggered.connect(self._release)
        self._rest = self.addSeparator()
        self._more = self._make_menu()
        if parent is not None:
            # Shortcuts of actions that are only in a menu need a visible widget.
            parent.addActions([*self.acts.values(), self.release])
        self.add_menu(translate("&Participant and group"), self._more)
        self._draw_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as many texts as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave texts out that icons can say, so that no button and no menu is out of sight."""
        now = self.width(), tuple(self.actions())
        if now == self._fitted or not self.isVisible():
            return
        self._fitted = now
        for brief in ((), _ICON_SAYS_IT, tuple(Act)):
            self._brief = brief
            for action in self.acts.values():
                self._dress(action)
            if self.sizeHint().width() <= self.width():
                return

    def _dress(self, action: QAction) -> None:
        """Show a button's text; where there is little room, icons alone say some."""
        made = self.widgetForAction(action)
        if not isinstance(made, QToolButton):
            return
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        is_brief = action in [self.acts[act] for act in self._brief]
        style = Qt.ToolButtonStyle
        made.setToolButtonStyle(
            style.ToolButtonIconOnly if is_brief else style.ToolButtonTextBesideIcon
        )

    def add_act(self, action: QAction) -> None:
        """Add an act that is shown while it is visible, after those that are events."""
        self.insertAction(self._rest, action)
        self._dress(action)
        self._others.append(action)

    def add_menu(self, name: str, menu: QMenu) -> QToolButton:
        """Add a button that opens a menu."""
        opener = QToolButton(self)
        opener.setText(name)
        opener.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        opener.setMenu(menu)
        opener.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addWidget(opener)
        return opener

    def show_state(self, state: SessionState | None, now_ms: int, chosen: Selection) -> None:
        """Enable the actions possible on the chosen groups and stations."""
        self._chosen = chosen
        for act, action in self.acts.items():
            offered = Offer(()) if state is None else offer(act, state, now_ms, chosen)
            tip = offered.why_not or self._texts.tip(act)
            name = action.text().replace("&", "").rstrip("…")
            told = f"{name} ({action.shortcut().toString()}): {tip}"
            allow_unless(action, "" if offered.drafts else told, tip=told)
            action.setStatusTip(tip)
        if state is not None:
            self.acts[Act.STOP_AFTER].setChecked(stops_after_round(state, chosen.groups))
        self._show_possible()
        none = "" if chosen.stations else translate("Choose a station.")
        allow_unless(self.release, none)
        self._offer_stations(state, now_ms)

    def popup(self, where: QPoint) -> None:
        """Show all actions as a menu at a point of the screen."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions([self.acts[act] for act in _IN_BAR if self.acts[act].isEnabled()])
        menu.addSeparator()
        menu.addActions([each for each in self._more.actions() if each.isEnabled()])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    # --- actions -----------------------------------------------------------------------------

    def do(self, act: Act) -> None:
        """Ask for any input needed, and apply the action to the selection."""
        host = self._desk.host
        if host is None:
            return
        asked = self._offer(host, act)
        text = self._text_for(act, asked)
        if text is None:
            return
        offered = self._offer(host, act, text)
        if act in (Act.DROP, Act.END, Act.VOID) and not self._confirmed(act, offered):
            return
        if act is Act.LEAVE_PAGE and not self._may_choose(host, offered):
            return
        # Time has passed during the questions, so check again what is possible.
        if not self._is_for_everyone(act) and goes_beyond(self._offer(host, act), asked):
            self.failed.emit(
                translate(
                    "Something has changed meanwhile. Nothing was done; look again and decide."
                )
            )
            return
        offered = self._offer(host, act, text)
        failure = offered.why_not or perform(host.runner, offered.drafts)
        if failure:
            self.failed.emit(failure)
        else:
            self.done.emit(self._texts.done(act, offered))

    def _is_for_everyone(self, act: Act) -> bool:
        return act in FOR_EVERYONE and not self._chosen.groups and not self._chosen.stations

    def _offer(self, host: SessionHost, act: Act, text: str = "…") -> Offer:
        runner = host.runner
        return offer(act, runner.state, runner.now_ms, self._chosen, text)

    def _text_for(self, act: Act, offered: Offer) -> str | None:
        """The typed message or reason; empty if none is needed, None if cancelled."""
        if act not in _REASONED and act not in (Act.MESSAGE, Act.NOTE):
            return ""
        ask = partial(
            ask_text,
            self,
            *self._texts.question(act, offered),
            retitle=lambda: self._texts.question(act, self._now(act, offered))[0],
        )
        if act in _REASONED:
            return ask(default=self._texts.default_reason(act))
        return ask(max_characters=MAX_MESSAGE_CHARACTERS)

    def _now(self, act: Act, offered: Offer) -> Offer:
        """What is possible by now of what was offered; the same where nothing is any more."""
        host = self._desk.host
        now = offered if host is None else self._offer(host, act)
        return now if now.drafts else offered

    def _confirmed(self, act: Act, offered: Offer) -> bool:
        state = self._desk.session_state
        if state is None:
            return False
        seats = [seat for group in offered.groups for seat in state.groups[group].seats]
        told = partial(
            self._texts.warning,
            act,
            chosen=self._chosen,
            payment=state.plan.payment,
            has_dropped=any(seat.dropped for seat in seats),
        )
        return confirm(self, *told(offered), retitle=lambda: told(self._now(act, offered))[0])

    def _may_choose(self, host: SessionHost, offered: Offer) -> bool:
        """Whether the choices may be made that ending the page makes for others."""
        runner = host.runner
        before = default_choices(runner.state, runner.now_ms, offered.groups)
        if not before:
            return True
        words = choice_words(runner.state, before)
        told = self._texts.leave_warning
        if not confirm(
            self,
            *told(offered, words),
            retitle=lambda: told(self._now(Act.LEAVE_PAGE, offered), words)[0],
        ):
            return False
        if default_choices(runner.state, runner.now_ms, offered.groups) == before:
            return True
        self.failed.emit(
            translate("Somebody has chosen meanwhile. Nothing was done; look again and decide.")
        )
        return False

    def _release(self) -> None:
        host = self._desk.host
        stations = self._chosen.stations
        if host is None or not confirm(self, *self._texts.release_warning(stations)):
            return
        try:
            for station in stations:
                host.release_station(station)
        except OperatorError as error:
            self.failed.emit(translate(error))
            return
        self.done.emit(translate("Pairing released: {stations}", stations=", ".join(stations)))

    def _move(self, station: str, target: str) -> None:
        host = self._desk.host
        draft = None if host is None else reseat_draft(host.runner.state, station, target)
        if host is None or draft is None:
            return
        failure = perform(host.runner, (draft,))
        if failure:
            self.failed.emit(failure)
        else:
            self.done.emit(
                translate(
                    "Moved from station {old} to station {new}. Nobody sits at station {old} now.",
                    old=station,
                    new=target,
                )
            )

    # --- offers ------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change between the light and the dark look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        for act, action in self.acts.items():
            action.setIcon(act_icon(act))

    def _show_possible(self) -> None:
        """Show the buttons of what can be done now, always in the same order."""
        after = self._others[0] if self._others else self._rest
        for act in reversed(_IN_BAR):
            action = self.acts[act]
            if not action.isEnabled():
                self.removeAction(action)
                continue
            if action not in self.actions():
                self.insertAction(after, action)
                self._dress(action)
            after = action
        self._fit()

    def _action(self, act: Act) -> QAction:
        action = QAction(self._texts.name(act), self)
        action.setShortcut(QKeySequence(_SHORTCUTS[act]))
        action.triggered.connect(lambda: self.do(act))
        return action

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addMenu(self.reseat)
        menu.addAction(self.acts[Act.SKIP])
        menu.addAction(self.acts[Act.DROP])
        menu.addAction(self.release)
        menu.addSeparator()
        menu.addAction(self.acts[Act.END])
        menu.addAction(self.acts[Act.VOID])
        return menu

    def _offer_stations(self, state: SessionState | None, now_ms: int) -> None:
        """Offer the free stations to a single chosen person."""
        stations = self._chosen.stations
        targets: list[str] = []
        if state is not None and len(stations) == 1 and not state.closed:
            draft = reseat_draft(state, stations[0], "")
            targets = free_stations(state, stations[0]) if draft else []
        tip = translate("Choose one participant; another connected station must be free.")
        allow_unless(self.reseat.menuAction(), "" if targets else tip)
        if targets == [action.data() for action in self.reseat.actions()]:
            return
        self.reseat.clear()
        for target in targets:
            action = self.reseat.addAction(translate("Station {name}", name=target))
            set_tip(action, action.text())  # its own, unless it is told, may be read as HTML
            action.setData(target)
            action.triggered.connect(
                lambda _checked=False, target=target: self._move(self._chosen.stations[0], target)
            )
