"""The words that a table has for votes: stages 1 and 2 or “stage 1”, or 0 and 1, or A and B.

Which they are is only known once the whole file has been read.
"""

import re
from collections.abc import Mapping

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.importers.csv_reader import CsvRow
from hcmd_lab.storage.importers.numbers import read_number

_STAGES: Mapping[str, int] = {"1": 1, "2": 2}
_FROM_ZERO: Mapping[str, int] = {"0": 1, "1": 2}
_NAMED = re.compile(r"(?:stage|phase|stufe|abschnitt|étape|etape|etapa|fase)\s*([12])")
"""A stage by name and number."""

_LETTERS: Mapping[str, int] = {"a": 1, "b": 2}


class VoteWords:
    """The words of one file, each with the first row that has it."""

    def __init__(self) -> None:
        self._rows: dict[str, CsvRow] = {}
        self._meaning: Mapping[str, int] = {}

    def take(self, row: CsvRow) -> str:
        """The word of a row's vote.

        Raises:
            UsageError: No table has such a word for a vote.
        """
        text = row.cells["vote"].strip()
        if (named := _NAMED.fullmatch(text.casefold())) is not None:
            text = named[1]
        number = read_number(text)
        is_stage = number is not None and number.value in (0, 1, 2)
        word = str(int(number.value)) if number is not None and is_stage else text.casefold()
        if word not in {*_STAGES, *_FROM_ZERO, *_LETTERS}:
            raise row.wrong(
                "vote", Sentence("1 or 2, the stage voted for (or 0 and 1, or A and B throughout)")
            )
        self._rows.setdefault(word, row)
        return word

    def stage(self, word: str) -> int:
        """The stage that a word is a vote for.

        Raises:
            UsageError: The file's words contradict each other, or may mean different things.
        """
        if not self._meaning:
            self._meaning = self._find()
        return self._meaning[word]

    def recognised(self) -> tuple[Sentence, ...]:
        """What the words were taken for, unless they are the numbers of the stages."""
        if self._meaning is _FROM_ZERO:
            return (Sentence("Votes 0 and 1 were read as votes for stage 1 and stage 2."),)
        if self._meaning is _LETTERS:
            return (Sentence("Votes A and B were read as votes for stage 1 and stage 2."),)
        return ()

    def _find(self) -> Mapping[str, int]:
        words = self._rows.keys()
        if words <= _STAGES.keys():
            return _STAGES
        if words == _FROM_ZERO.keys():
            return _FROM_ZERO
        if words <= _LETTERS.keys():
            return _LETTERS
        if words == {"0"}:
            raise self._rows["0"].wrong(
                "vote",
                Sentence(
                    "1 or 2, or nothing where nobody voted, since votes that are all 0 may be "
                    "votes for stage 1 or none"
                ),
            )
        odd = next(word for word in ("a", "b", "0") if word in words)
        raise self._rows[odd].wrong(
            "vote", Sentence("words for votes of one kind in the whole file: 1 and 2, or A and B")
        )
