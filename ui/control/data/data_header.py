"""The buttons of the data panel."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget

from hcmd_lab.telling.translate import translate
from ui.control.icon_button import icon_button
from ui.control.icons import Icon
from ui.look.allowing import allow_unless
from ui.look.layouts import Spare, in_row
from ui.look.tokens import SPACE
from ui.look.widgets import label


class DataHeader(QWidget):
    """The title of the data panel, and its actions.

    Signals:
        import_requested(): Take in groups from a table.
        merge_requested(): Take in the bundle of another lab.
        check_requested(): Compare the study with its log.
        privacy_requested(): Delete labels, note withdrawals.
        explain_requested(): Tell in words what a mechanism does.
        export_requested(bool, bool): Write all tables; whether with pilot sessions, and with what
            the lab knows participants by.
        package_requested(): Write everything that others need to check the study.
        bundle_requested(bool): Write everything into one file for another lab; whether with
            fingerprints, by which it recognises who took part here.
        pdf_requested(): Write the report for print.
        page_requested(): Write the report as a web page.
    """

    import_requested = Signal()
    merge_requested = Signal()
    check_requested = Signal()
    privacy_requested = Signal()
    explain_requested = Signal()
    export_requested = Signal(bool, bool)
    package_requested = Signal()
    bundle_requested = Signal(bool)
    pdf_requested = Signal()
    page_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Create the header; all actions are disabled until there is a study."""
        super().__init__(parent)
        bring = icon_button(Icon.IMPORT, translate("&Import…"))
        bring.setMenu(self._import_menu())
        check = icon_button(Icon.CHECK, translate("Chec&k the study"), "quiet")
        check.clicked.connect(self.check_requested.emit)
        export = icon_button(Icon.EXPORT, translate("&Export…"))
        export.setMenu(self._export_menu())
        report = icon_button(Icon.REPORT, translate("Write &report"), "primary")
        report.setMenu(self._report_menu())
        privacy = icon_button(
            Icon.PRIVACY, translate("&Privacy…"), "quiet", clicked=self.privacy_requested
        )
        self.explain = icon_button(
            Icon.EXPLAIN, translate("Exp&lain…"), "quiet", clicked=self.explain_requested
        )
        self._buttons: tuple[QPushButton, ...] = (
            self.explain, privacy, check, bring, export, report,
        )  # fmt: skip
        self._title = label(translate("Data"), "title", wrap=False)
        self._looking, self._writing = QWidget(), QWidget()
        in_row(Spare(), self.explain, privacy, check, of=self._looking, gap=2)
        in_row(bring, export, report, of=self._writing, gap=2)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE[2])
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._writing, 0, 2)
        self._is_wide: bool | None = None
        self._arrange(is_wide=False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What two rows need: with one, the window would be wider than many a screen."""
        above, looking = self._widths()
        return QSize(max(above, looking), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand in one row where there is room."""
        super().resizeEvent(event)
        self._arrange(is_wide=event.size().width() >= sum(self._widths()))

    def _widths(self) -> tuple[int, int]:
        """What the upper row needs and what the lower one, in logical pixels."""
        title, writing, looking = (
            part.minimumSizeHint().width() for part in (self._title, self._writing, self._looking)
        )
        return title + 2 * SPACE[2] + writing, looking

    def _arrange(self, *, is_wide: bool) -> None:
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        self._grid.removeWidget(self._looking)
        self._grid.addWidget(self._looking, *((0, 1, 1, 1) if is_wide else (1, 0, 1, 3)))
        looking, writing = self._buttons[:3], self._buttons[3:]
        for one, next_one in pairwise(looking + writing if is_wide else writing + looking):
            QWidget.setTabOrder(one, next_one)

    def allow(self, *, why_not: str) -> None:
        """Let everything be done, or say why not."""
        for each in self._buttons:
            allow_unless(each, why_not)
        told = translate("What a mechanism does, in words: its rule, whom it serves, what pays.")
        allow_unless(self.explain, why_not, tip=told)

    def _import_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(translate("&Groups from a table…"), self.import_requested.emit)
        menu.addAction(translate("&Bundle of another lab…"), self.merge_requested.emit)
        return menu

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, pilots, labels in (
            (translate("&Without pilot sessions…"), False, True),
            (translate("With &pilot sessions…"), True, True),
            (translate("Without pilot sessions and &labels…"), False, False),
        ):
            menu.addAction(words, partial(self.export_requested.emit, pilots, labels))
        menu.addSeparator()
        menu.addAction(translate("A replication packa&ge…"), self.package_requested.emit)
        bare, with_fingerprints = (
            partial(self.bundle_requested.emit, each) for each in (False, True)
        )
        menu.addAction(translate("A &bundle for another lab…"), bare)
        menu.addAction(
            translate("A bundle by which that lab &recognises participants…"), with_fingerprints
        )
        return menu

    def _report_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(translate("As a &PDF for print"), self.pdf_requested.emit)
        menu.addAction(translate("As a &web page"), self.page_requested.emit)
        return menu
