"""The participant's screen: the page a view asks for, and what may interrupt it."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from hcmd_lab.game.view import Page, SeatView
from hcmd_lab.network.station_messages import UNSENT, CallHelp, Read
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.pages.page_stack import PageStack
from ui.kiosk.press_guard import PressGuard
from ui.kiosk.widgets.enter_key import let_enter_press
from ui.kiosk.widgets.help_sheet import HelpSheet
from ui.kiosk.widgets.history_sheet import HistorySheet
from ui.kiosk.widgets.instructions_sheet import InstructionsSheet
from ui.kiosk.widgets.left_behind import Copies
from ui.kiosk.widgets.lost_banner import LinkSign, LostBanner
from ui.kiosk.widgets.notices import MessageOverlay, PauseOverlay
from ui.kiosk.widgets.overlay import Overlay
from ui.kiosk.widgets.page_header import Header
from ui.kiosk.widgets.scale import SMALLEST, apply_scale, scale_for
from ui.kiosk.widgets.shown_rejection import ShownRejection
from ui.kiosk.widgets.text_images import Pictures
from ui.kiosk.widgets.time_words import when_time_is_up
from ui.look import SPACE, tokens


class ParticipantScreen(QWidget):
    """Shows views and forwards the participant's commands.

    Nothing is decided here: a choice is saved when the next view says so.

    Args:
        read_only: Whether it only shows what someone else sees: it takes no input and no focus,
            and nothing on it moves but the clock.
        animate: Whether things may move, unless the computer asks for calm.
        pictures: Pictures of the study's texts; by default none.

    Attributes:
        pictures: Pictures of the study's texts.
        newcomer_after: The participant who has gone and whose seat somebody else wants to take;
            empty if there is none. Only the check-in that follows tells the host.

    Signals:
        commanded(Command): What the participant wants of the host, still `UNSENT`.
        language_chosen(str): The participant would rather read another language (its code).
    """

    commanded = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        *,
        read_only: bool = False,
        animate: bool = True,
        pictures: Pictures | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pictures = pictures or Pictures()
        self.pictures.setParent(self)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.newcomer_after = ""
        self._read_only = read_only
        self._view: SeatView | None = None
        self._connected = True
        self._pending = False
        self._told = ShownRejection()
        self._look: tuple[float, object] | None = None
        self._focus_behind: QWidget | None = None
        self._answers = False
        self._copies = None if read_only else Copies(self)
        still = read_only or not animate
        self._header = Header()
        self._pages = PageStack(self.pictures, still=still)
        self._in_front: QWidget | None = None
        self._presses = PressGuard(self)
        self._banner = LostBanner(self._header.clock)
        for part in (self._header, self._pages):
            part.hide()  # until there is something to show
        self._arrange()
        self._history = HistorySheet(self, self._header.clock)
        self._instructions = InstructionsSheet(self, self._header.clock, self.pictures)
        self._help = HelpSheet(self, self._header.clock)
        self._pause = PauseOverlay(self)
        self._message = MessageOverlay(self)
        self._pages.commanded.connect(self.commanded)
        self._pages.language_chosen.connect(self.language_chosen)
        self._pages.newcomer_arrived.connect(self._check_in_anew)
        self._pages.grown.connect(self._adapt_grown)
        self._pages.told.connect(self._announce)
        self._pages.stepped.connect(self._presses.page_appeared)
        self._banner.told.connect(self._announce)
        self._header.history_requested.connect(self._open_history)
        self._header.instructions_requested.connect(self._open_instructions)
        self._header.help_requested.connect(self._open_help)
        self._help.called.connect(lambda text: self.commanded.emit(CallHelp(UNSENT, text)))
        self._help.closed.connect(self._update_locks)
        self._history.closed.connect(self._update_locks)
        self._instructions.closed.connect(self._update_locks)
        self._message.read.connect(lambda: self.commanded.emit(Read(UNSENT)))
        self._message.answer_requested.connect(self._answer)
        if read_only:
            self._take_nothing()
        else:
            self._take_presses()
        self._adapt()  # parts that are shown before they were given a font would keep another one

    def _arrange(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(SPACE[6], SPACE[4], SPACE[6], SPACE[4])
        inside.setSpacing(SPACE[3])
        inside.addWidget(self._header)
        inside.addWidget(self._pages, 1)
        rows = QVBoxLayout(self)
        # Widgets shrink with the screen, so their current size must not keep it from shrinking.
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._banner)
        rows.addLayout(inside, 1)

    def _take_nothing(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (self, *self.findChildren(QWidget)):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _take_presses(self) -> None:
        self._presses.watch()
        let_enter_press(self)

    @property
    def page(self) -> KioskPage | None:
        """The current page; None before the first view."""
        return None if self._view is None else self._pages.of[self._view.page]

    def show_view(self, view: SeatView) -> None:
        """Show a view; one of the same page and round keeps inputs as they are."""
        if view.can_check_in and view.participant == self.newcomer_after:
            view = replace(view, page=Page.CHECK_IN, participant="", calls_help=False, message="")
        else:
            self.newcomer_after = ""
        before = self._view
        fresh = before is None or _identity(before) != _identity(view)
        told = self._told.lasting()
        self._view = view
        page = self._pages.of[view.page]
        if before is not None and before.participant != view.participant:
            self._leave_nothing_behind()
        self._header.show_view(view)
        self._help.show_view(view)
        if not self._header.may_call(view):
            self._help.close_sheet()
        self.pictures.players = view.players
        if fresh:
            self._history.close_sheet()
            self._instructions.close_sheet()
            self._pending = False
            page.footer.say("")
        page.show_view(view, fresh=fresh)
        if fresh:
            page.footer.say(told)
        page.footer.tell_limit(when_time_is_up(view))
        self._pages.setCurrentWidget(page)
        self._pages.show()
        self._banner.show_view(view)
        self._show_interruptions(view, before)
        self._update_locks(fresh=fresh)
        if fresh:
            self._announce(page.heading)

    def take_focus(self) -> None:
        """Put the keyboard focus into what is in front: an overlay, or the page."""
        overlay = self._front()
        if overlay is not None:
            overlay.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.page is not None:
            self.page.take_focus()

    def set_connected(self, connected: bool) -> None:
        """Show whether the host can be reached, or has not for a while; the page stays."""
        if connected == self._connected:
            return
        self._connected = connected
        self._banner.set_connected(connected)
        self._update_locks()

    def show_sign(self, sign: LinkSign) -> None:
        """Add a sign for the experimenter to what is said of the lost connection."""
        self._banner.show_sign(sign)

    def set_pending(self, pending: bool) -> None:
        """Show whether a confirmed command is on its way to the host."""
        self._pending = pending
        self._update_locks()

    def reject(self, code: str) -> None:
        """Show next to the button that a command was rejected.

        Args:
            code: One of `hcmd_lab.network.rejection.RejectionCode`.
        """
        if self.page is not None:
            words = self._told.tell(code)
            self.page.footer.say(words)
            self._announce(words)
        self.set_pending(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The size into which every page must fit."""
        return SMALLEST

    def sizeHint(self) -> QSize:  # noqa: N802
        """A comfortable size for a window."""
        return QSize(1280, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Scale fonts and spacing to the size of the screen."""
        super().resizeEvent(event)
        self._adapt()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change between the light and the dark look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._adapt()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F1 calls the experimenter, F3 opens the instructions, wherever the focus is."""
        if event.key() == Qt.Key.Key_F1 and self._header.help.isVisibleTo(self):
            self._header.help.click()
        elif event.key() == Qt.Key.Key_F3 and self._header.instructions.isVisibleTo(self):
            self._header.instructions.click()
        else:
            super().keyPressEvent(event)

    def _adapt_grown(self) -> None:
        """Apply scale and look to widgets that a page created for this view."""
        self._look = None
        self._adapt()
        if self._read_only:
            self._take_nothing()
        else:
            self._take_presses()

    def _adapt(self) -> None:
        look = (scale_for(self.size()), tokens())
        if look != self._look:
            self._look = look
            apply_scale(self, scale_for(self.size()), tokens())

    def _show_interruptions(self, view: SeatView, before: SeatView | None) -> None:
        if view.paused:
            words = self._pause.show_pause(view.pause_reason, automatic=view.pause_is_automatic)
            if before is None or not before.paused:
                self._announce(words)
        else:
            self._pause.uncover()
        if view.message:
            self._message.show_message(view.message, can_answer=self._header.may_call(view))
            if before is None or before.message != view.message:
                self._announce(view.message)
        else:
            self._message.uncover()
            if self._answers:
                self._answers = False
                self._open_help()

    def _answer(self) -> None:
        """Open the exchange as soon as the message is put away."""
        self._answers = True
        self.commanded.emit(Read(UNSENT))

    def _leave_nothing_behind(self) -> None:
        """Forget what somebody else has typed or copied here; pages forget theirs themselves."""
        self._help.forget()
        if self._copies is not None:
            self._copies.forget()

    def _open_help(self) -> None:
        if self._view is not None and self._header.may_call(self._view):
            self._help.open_sheet(self._view)
            self._update_locks()

    def _check_in_anew(self) -> None:
        if self._view is not None and self._view.can_check_in:
            self.newcomer_after = self._view.participant
            self.show_view(self._view)

    def _open_history(self) -> None:
        if self._view is not None and self._view.history:
            self._history.open_sheet(self._view)
            self._update_locks()

    def _open_instructions(self) -> None:
        if self._view is not None and self._view.instructions:
            self._instructions.open_sheet(self._view)
            self._update_locks()

    def _update_locks(self, *, fresh: bool = False) -> None:
        """Lock or unlock the page depending on overlays, and move the focus."""
        page = self.page
        if page is None or self._read_only:
            return
        overlay = self._front()
        if fresh or overlay is not self._in_front:
            self._in_front = overlay
            self._presses.page_appeared()
        focused = self.focusWidget()
        if fresh:
            self._focus_behind = None
        elif page.is_open and focused is not None and page.isAncestorOf(focused):
            self._focus_behind = focused
            if overlay is not None or self._pending or not self._connected:
                # Otherwise the focus would move to the next enabled widget.
                page.setFocus(Qt.FocusReason.OtherFocusReason)
        page.set_locked(overlay is not None or not self._connected)
        page.set_pending(self._pending)
        self._header.setEnabled(overlay is None)
        self._header.help.setEnabled(page.is_open)
        self._message.set_locked(not self._connected)
        self._help.set_locked(self._pending or not self._connected)
        if overlay is not None:
            if focused is None or not overlay.isAncestorOf(focused):
                overlay.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._focus_behind is None:
            page.take_focus()
        elif page.is_open:
            self._focus_behind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _front(self) -> Overlay | None:
        """The frontmost overlay, if any."""
        for overlay in (
            self._message, self._pause, self._help, self._history, self._instructions,
        ):  # fmt: skip
            if not overlay.isHidden():
                return overlay
        return None

    def _announce(self, words: str) -> None:
        """Have a text spoken by the screen reader."""
        if words and not self._read_only:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _identity(view: SeatView) -> tuple[object, ...]:
    """Key that is equal for views of the same page."""
    place = None if view.script is None else (view.script.page, view.script.question)
    return (view.page, view.participant, view.stage, view.round, place)
