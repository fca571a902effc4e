"""A participant at a real kiosk: reads the page, answers by keys, remembers what was done."""

import re
from dataclasses import dataclass, field

from desktop import Window

_RIGHT_ANSWERS = {
    "They are lost.": "2",
    "The player who put in the most.": "2",
    "How many coins everyone gets.": "1",
}
"""By one of the options."""
_READING = ("I am ready", "Continue", "I have read everything", "Next")
_VOTE = "Which stage would you like to play again?"
_QUESTIONNAIRE = ("6", "Tab", "3", "Tab", "Tab", "Tab", "1", "Tab", "7")


Round = tuple[int, int]
"""A stage and a round of it."""


@dataclass
class Participant:
    """Somebody at a station.

    Attributes:
        kiosk: The station's window.
        number: From which follows what they give.
        wish: The stage that they vote for.
        decided: Coins by stage and round, as typed and confirmed.
        earned: Coins by stage and round, as the outcome has told them.
        voted: The stage that they have voted for; 0 before it.
        won: The stage that the result of the vote has named; 0 before it.
        receives: The amount on their payment screen; empty before it.
    """

    kiosk: Window
    number: int
    wish: int
    decided: dict[Round, int] = field(default_factory=dict)
    earned: dict[Round, str] = field(default_factory=dict)
    voted: int = 0
    won: int = 0
    receives: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the payment is on the screen."""
        return bool(self.receives)

    @property
    def is_voting(self) -> bool:
        """Whether the page of the vote is on the screen."""
        return _VOTE in self.kiosk.text()

    def act(self) -> bool:
        """Do what the page asks for; whether it asked for anything."""
        shown = self.kiosk.read()
        text = "\n".join(each.name for each in shown if each.name)
        usable = [e.name for e in shown if e.role == "push button" and e.is_enabled]
        if "You receive" in text:
            self.receives = self._amount(text)
            return False
        if "Begin" in usable:
            self.kiosk.press("Begin")
        elif "I take part" in usable:
            self.kiosk.press("I take part")
        elif any(name in usable for name in _READING):
            self._note(text)
            self.kiosk.key("Return")
        elif "Submit" in usable:
            self._hand_in()
        elif _VOTE in text:
            self._vote()
        elif any(each.role == "slider" and each.is_enabled for each in shown):
            self._decide(text)
        elif "Question" in text and "Confirm" in text:
            self._answer(text)
        else:
            return False
        return True

    def _note(self, text: str) -> None:
        """Remember what a page that is read has told."""
        earned = re.search(r"You earned ([\d.]+) coins? in this round and", text)
        if earned is not None:
            self.earned[self._round(text)] = earned[1]
        won = re.search(r"Stage (\d) is played again", text)
        if won is not None:
            self.won = int(won[1])

    def _answer(self, text: str) -> None:
        right = next((n for option, n in _RIGHT_ANSWERS.items() if option in text), "")
        if right:
            self.kiosk.key(right)
        else:
            coins = re.search(r"put (\d+) coins into the fund", text)
            assert coins is not None, text
            self.kiosk.type(str(int(coins[1]) * 8 // 5))
        self.kiosk.key("Return")

    def _decide(self, text: str) -> None:
        stage, round_number = self._round(text)
        has = re.search(r"How many of your (\d+) coins", text)
        assert has is not None, text
        coins = (self.number + 3 * stage + round_number) % (int(has[1]) + 1)
        self.kiosk.type(str(coins))
        self.kiosk.key("Return")
        self.decided[stage, round_number] = coins

    def _vote(self) -> None:
        self.kiosk.key(str(self.wish), "Return")
        self.voted = self.wish  # again where the page was too young to take the confirmation

    def _hand_in(self) -> None:
        self.kiosk.key(*_QUESTIONNAIRE)
        self.kiosk.press("Submit")

    @staticmethod
    def _round(text: str) -> Round:
        place = re.search(r"Stage (\d).*?[Rr]ound (\d+)", text, re.DOTALL)
        assert place is not None, text
        return int(place[1]), int(place[2])

    @staticmethod
    def _amount(text: str) -> str:
        found = re.search(r"You receive\s+([^\n]*)", text)
        return found[1] if found else ""
