"""The pages of the participant's screen: which one each kind of view is shown on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hcmd_lab.game.view import Page
from ui.kiosk.pages.check_in import CheckInPage
from ui.kiosk.pages.consent import ConsentPage
from ui.kiosk.pages.decide import DecidePage
from ui.kiosk.pages.ending import EndingPage
from ui.kiosk.pages.instructions import InstructionsPage
from ui.kiosk.pages.outcome import OutcomePage
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.pages.payment import PaymentPage
from ui.kiosk.pages.questionnaire import QuestionnairePage
from ui.kiosk.pages.questions import QuestionsPage
from ui.kiosk.pages.stage_intro import StageIntroPage
from ui.kiosk.pages.vote import VotePage
from ui.kiosk.pages.vote_result import VoteResultPage
from ui.kiosk.pages.waiting import WaitingPage
from ui.kiosk.widgets.text_images import Pictures


class PageStack(QStackedWidget):
    """Holds all pages and passes on what they say.

    Args:
        pictures: Pictures of the study's texts.
        still: Whether nothing on them moves.

    Attributes:
        of: The page for each kind of view; some kinds share one.

    Signals:
        commanded(Command), grown(), told(str), stepped(): As a page's own.
        language_chosen(str): The participant would rather read another language (its code).
        newcomer_arrived(): Somebody else wants the seat of a participant who has gone.
    """

    commanded = Signal(object)
    grown = Signal()
    told = Signal(str)
    stepped = Signal()
    language_chosen = Signal(str)
    newcomer_arrived = Signal()

    def __init__(self, pictures: Pictures, *, still: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        check_in, waiting, ending = CheckInPage(), WaitingPage(still=still), EndingPage()
        check_in.language_chosen.connect(self.language_chosen)
        ending.arrived.connect(self.newcomer_arrived)
        self.of: dict[Page, KioskPage] = {
            Page.CHECK_IN: check_in,
            Page.SEATING: waiting,
            Page.STAGE_INTRO: StageIntroPage(),
            Page.DECIDE: DecidePage(still=still),
            Page.WAIT: waiting,
            Page.GATHER: waiting,
            Page.OUTCOME: OutcomePage(still=still),
            Page.VOTE: VotePage(),
            Page.VOTE_RESULT: VoteResultPage(),
            Page.FINISHED: ending,
            Page.ENDED_EARLY: ending,
            Page.VOID: ending,
            Page.CLOSED: ending,
            Page.GATE: waiting,
            Page.GOODBYE: ending,
            Page.DROPPED: ending,
            Page.CONSENT: ConsentPage(pictures),
            Page.INSTRUCTIONS: InstructionsPage(pictures),
            Page.QUESTIONS: QuestionsPage(pictures),
            Page.QUESTIONNAIRE: QuestionnairePage(),
            Page.PAYMENT: PaymentPage(),
        }
        for page in dict.fromkeys(self.of.values()):
            self.addWidget(page)
            page.commanded.connect(self.commanded)
            page.grown.connect(self.grown)
            page.told.connect(self.told)
            page.stepped.connect(self.stepped)
