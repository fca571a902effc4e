"""A further session of a study: everything as last time on one page, to be changed in place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from hcmd_lab.errors import OperatorError
from hcmd_lab.network.addresses import WILDCARDS
from hcmd_lab.study.session_contents import Content, SessionContents
from hcmd_lab.telling.session_contents import content_title, content_words
from hcmd_lab.telling.translate import translate
from ui.control.desk import Desk
from ui.control.session.draft import Draft, open_draft
from ui.control.session.groups_page import GroupsPage
from ui.control.session.kiosks_page import KiosksPage
from ui.control.session.mode_page import ModePage
from ui.control.session.payment_page import PaymentSettingsPage
from ui.control.session.preflight_page import PreflightPage
from ui.control.session.rules_page import RulesPage
from ui.control.session.script_page import ScriptPage
from ui.control.session.wizard_page import WizardPage, clear, scrolled
from ui.look import SPACE
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, fill, in_column, in_row
from ui.look.widgets import Card, button, label, set_role

_WIDTH_PX = 860
_TITLE_PX = 150


class AsLastTime(QWidget):
    """Lists the session's contents by topic; each topic can be unfolded and changed.

    Signals:
        opened(): The desk hosts the new session.
        cancelled(): The experimenter does not want one.

    Attributes:
        draft: The session as it would be opened now.
        sections: The topics, in order.
        preflight: Warnings and checks.
        forward: Opens the session.
    """

    opened = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        """Show the draft with every topic folded, except one that has to be completed."""
        super().__init__(parent)
        self._desk = desk
        self.draft = draft
        self.mode, self.groups = ModePage(), GroupsPage(desk)
        self.rules, self.script = RulesPage(), ScriptPage(desk)
        self.payment, self.kiosks = PaymentSettingsPage(desk.study.game), KiosksPage(desk)
        self.preflight = PreflightPage(desk, lists_contents=False)
        parts = (Content.CONSENT, Content.INSTRUCTIONS, Content.QUESTIONS, Content.PRACTICE,
                 Content.GAME, Content.QUESTIONNAIRE, Content.PAYMENT_SCREEN)  # fmt: skip
        self.sections = [
            _Section(translate("Mode"), self.mode, (Content.PURPOSE,)),
            _Section(translate("Groups"), self.groups, (Content.GROUPS, Content.CHECK_IN)),
            _Section(translate("Script"), self.script, parts),
            _Section(
                translate("Rules"), self.rules, (Content.TIMES, Content.DROPOUT, Content.BLIND)
            ),
            _Section(translate("Payment"), self.payment, (Content.PAYMENT,)),
            _Section(translate("Kiosks"), self.kiosks, ()),
        ]
        self._problem = label("", "danger")
        self.forward = button(translate("&Open session"), "primary", clicked=self._open)
        self._arrange()
        for section in self.sections:
            section.toggled.connect(lambda section=section: self._toggle(section))
            section.page.changed.connect(self._enable)
        self.preflight.changed.connect(self._enable)
        self._show()
        # A list of people is never as last time.
        self.groups.enter(draft)
        if self.groups.problem:
            self._toggle(self.sections[1])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What most people do next has the focus."""
        super().showEvent(event)
        self.forward.setFocus()

    def _arrange(self) -> None:
        page = QWidget()
        page.setProperty("role", "clear")
        in_column(self.preflight.warnings, *self.sections, self.preflight, Spare(), of=page, gap=3)
        self._scroll = scrolled(page)
        cancel = button(translate("&Cancel"), "quiet", clicked=self.cancelled)
        column = QWidget()
        column.setMaximumWidth(_WIDTH_PX)
        in_column(
            label(translate("A session as last time"), "title"),
            (self._scroll, 1),
            self._problem,
            in_row(cancel, Spare(), self.forward, gap=3),
            of=column,
            gap=4,
            margins=(5, 4, 5, 4),
        )
        in_row(Spare(1), (column, 20), Spare(1), of=self)

    def _toggle(self, chosen: "_Section") -> None:
        """Unfold a topic and fold the others, or take over what was changed in it."""
        if not self._keep():
            return
        if chosen.is_open:
            chosen.fold()
        else:
            for section in self.sections:
                section.fold()
            chosen.unfold(self.draft)
        self._show()
        # Its page opens below it, where it could be out of sight.
        QTimer.singleShot(0, self, lambda: self._lead_to(chosen))

    def _lead_to(self, chosen: "_Section") -> None:
        if chosen.is_open:
            self._scroll.verticalScrollBar().setValue(chosen.y())

    def _keep(self) -> bool:
        """Take over what is being changed; whether there was nothing wrong with it."""
        for section in self.sections:
            if section.is_open:
                if section.page.problem:
                    return False
                section.page.leave(self.draft)
        return True

    def _show(self) -> None:
        self.preflight.enter(self.draft)
        for section in self.sections:
            section.tell(self.preflight.contents)
        self.sections[-1].tell_kiosks(self.draft)
        self._enable()

    def _enable(self) -> None:
        unfolded = [section.page.problem for section in self.sections if section.is_open]
        problem = next(filter(None, unfolded), self.preflight.problem)
        allow_unless(self.forward, problem)
        self._tell(problem)

    def _open(self) -> None:
        if not self._keep():
            return
        self._show()
        if not self.forward.isEnabled():
            return
        try:
            open_draft(self._desk, self.draft)
        except OperatorError as error:
            self._tell(translate(error))
            return
        self.opened.emit()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


class _Section(Card):
    """One topic: its contents in words, and its page when it is unfolded.

    Signals:
        toggled(): The topic is to be unfolded, or its changes are to be taken over.

    Attributes:
        page: Where it is changed.
        act: Unfolds and folds it.
    """

    toggled = Signal()

    def __init__(self, name: str, page: WizardPage, contents: tuple[Content, ...]) -> None:
        super().__init__()
        self.page = page
        self._name = name
        self._contents = contents
        self.body.setContentsMargins(SPACE[5], SPACE[3], SPACE[5], SPACE[3])
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(SPACE[3])
        self._rows.setVerticalSpacing(SPACE[1])
        self._rows.setColumnMinimumWidth(0, _TITLE_PX)
        self._rows.setColumnStretch(1, 1)
        self.act: QPushButton = button("", clicked=self.toggled)
        row = in_row((self._rows, 1), gap=4)
        row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)
        fill(self.body, row, page)
        self.fold()

    @property
    def is_open(self) -> bool:
        """Whether it is unfolded."""
        return not self.page.isHidden()

    def fold(self) -> None:
        """Show its contents alone."""
        self.page.hide()
        self.act.setText(translate("Change"))
        self.act.setAccessibleName(translate("Change: {topic}", topic=self._name))

    def unfold(self, draft: Draft) -> None:
        """Show its page with the draft's values."""
        self.page.show()
        self.page.enter(draft)
        self.act.setText(translate("Done"))
        self.act.setAccessibleName(translate("Done: {topic}", topic=self._name))

    def tell(self, contents: SessionContents | None) -> None:
        """Show what the session contains.

        Only the topic's name if that is not known, or is being changed just below.
        """
        clear(self._rows)
        if contents is None or self.is_open:
            self._add(self._name, "", is_on=True)
            return
        for content in self._contents:
            is_on = contents.includes(content)
            self._add(content_title(content), content_words(contents, content), is_on=is_on)

    def tell_kiosks(self, draft: Draft) -> None:
        """Show how kiosks reach this computer, and how they are left, unless that is changed."""
        clear(self._rows)
        if self.is_open:
            self._add(self._name, "", is_on=True)
            return
        every = draft.address in WILDCARDS
        place = translate("all networks") if every else draft.address
        port = str(draft.port) if draft.port else translate("any free port")
        words = translate("{network}, port {port}", network=place, port=port)
        self._add(self._name, words, is_on=True)
        pin = draft.exit_pin or translate("as before")
        self._add(translate("PIN to leave a kiosk"), pin, is_on=True)

    def _add(self, title: str, words: str, *, is_on: bool) -> None:
        row, top = self._rows.rowCount(), Qt.AlignmentFlag.AlignTop
        name, told = label(title, "body", wrap=False), label(words)
        told.setAlignment(Qt.AlignmentFlag.AlignLeading | top)
        if not is_on:
            for each in (name, told):
                set_role(each, "caption")
        self._rows.addWidget(name, row, 0, top)
        self._rows.addWidget(told, row, 1)
