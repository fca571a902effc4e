"""A participant at a real kiosk: reads the page, answers by keys, remembers what was done."""

import re
from dataclasses import dataclass, field

from desktop import Window
from screen_reader import Element

_RIGHT_ANSWERS = {
    "They are lost.": "2",
    "The player who put in the most.": "2",
    "How many coins everyone gets.": "1",
}
"""By one of the options."""
_READING = ("I am ready", "Continue", "I have read everything", "Next")
_QUESTIONNAIRE = ("6", "Tab", "3", "Tab", "Tab", "Tab", "1", "Tab", "7")


@dataclass
class Participant:
    """Somebody at a station.

    Attributes:
        kiosk: The station's window.
        coins: What they put into the fund, by default.
        decided: Coins by stage and round, as confirmed at this station.
        voted: Whether they have voted.
        receives: The amount on their payment screen; empty before it.
    """

    kiosk: Window
    coins: int
    decided: dict[tuple[int, int], int] = field(default_factory=dict)
    voted: bool = False
    receives: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the payment is on the screen."""
        return bool(self.receives)

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
        elif reading := next((name for name in _READING if name in usable), ""):
            del reading
            self.kiosk.key("Return")
        elif "Submit" in usable:
            self._hand_in()
        elif "Which stage would you like to play again?" in text:
            self._vote()
        elif any(each.role == "slider" and each.is_enabled for each in shown):
            self._decide(text)
        elif "Question" in text and "Confirm" in text:
            self._answer(shown, text)
        else:
            return False
        return True

    def _answer(self, shown: list[Element], text: str) -> None:
        right = next((n for option, n in _RIGHT_ANSWERS.items() if option in text), "")
        if right:
            self.kiosk.key(right)
        else:
            said = " ".join(self.kiosk.text_of(each) for each in shown if not each.name)
            coins = re.search(r"put (\d+) coins into the fund", said)
            assert coins is not None, said
            self.kiosk.type(str(int(coins[1]) * 8 // 5))
        self.kiosk.key("Return")

    def _decide(self, text: str) -> None:
        place = re.search(r"Stage (\d).*?[Rr]ound (\d+)", text, re.DOTALL)
        assert place is not None, text
        stage, round_number = int(place[1]), int(place[2])
        self.kiosk.type(str(self.coins))
        self.kiosk.key("Return")
        self.decided[stage, round_number] = self.coins

    def _vote(self) -> None:
        self.kiosk.key("1", "Return")
        self.voted = True

    def _hand_in(self) -> None:
        self.kiosk.key(*_QUESTIONNAIRE)
        self.kiosk.press("Submit")

    @staticmethod
    def _amount(text: str) -> str:
        found = re.search(r"You receive\s+([^\n]*)", text)
        return found[1] if found else ""
