"""Participant lists in words."""

from collections.abc import Sequence

from hcmd_lab.files import GUESSED
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate


def recognised_words(labels: Sequence[str]) -> str:
    """Who on a list took part in the study before; empty if nobody did."""
    if not labels:
        return ""
    return translate(
        "{n} of these people (has|have) taken part in this study before: {names}",
        n=len(labels),
        names=", ".join(labels),
    )


_SEPARATORS = {
    "\t": Sentence("tabs"),
    ";": Sentence("semicolons"),
    ",": Sentence("commas"),
    "|": Sentence("vertical bars"),
}


def layout_words(*, encoding: str, separator: str, has_heading: bool | None, column: str) -> str:
    """How a file with a participant list was read.

    Args:
        encoding: Its encoding.
        separator: What separates its cells; empty if each line is one label.
        has_heading: Whether its first line is a heading; None if that is unclear.
        column: Name of the column with the labels; empty if it is unclear.
    """
    parts = [translate("Read as {encoding}", encoding=encoding)]
    if separator:
        named = _SEPARATORS.get(separator, separator)
        parts.append(translate("columns separated by {separator}", separator=translate(named)))
    else:
        parts.append(translate("one label per line"))
    if has_heading is not None:
        parts.append(
            translate("the first line is a heading") if has_heading else translate("no heading")
        )
    if separator and column:
        parts.append(translate("labels in the column {column}", column=column))
    told = f"{', '.join(parts)}."
    if encoding != GUESSED:
        return told
    doubt = translate("If letters of the labels look wrong, save the list as UTF-8.")
    return f"{told} {doubt}"


def attendance_words(
    *, came: int, missing: int, turned_away: int, left: int, finished: int, playing: int
) -> str:
    """Who came to a session, counted: who came is one of those that follow, each once.

    Args:
        came: People who came, those turned away among them.
        missing: People on the participant list who did not.
        turned_away: People who came and could not take part.
        left: People who did not agree, went home or were dropped.
        finished: People who were there until their group ended.
        playing: People whose group has not ended.
    """
    counted = [
        Sentence("{n} (person|people) came", n=came),
        Sentence("{n} turned away", n=turned_away),
        Sentence("{n} left early", n=left),
        Sentence("{n} finished", n=finished),
    ]
    if playing:
        counted.append(Sentence("{n} still playing", n=playing))
    without = came - turned_away - left - finished - playing
    if without:
        counted.append(Sentence("{n} in no group that began", n=without))
    if missing:
        counted.append(Sentence("{n} on the participant list did not come", n=missing))
    return f"{', '.join(translate(each) for each in counted)}."
