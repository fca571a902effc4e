"""Purposes of sessions in words."""

from hcmd_lab.game.played import Purpose
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate

_PURPOSES: dict[Purpose, Sentence] = {
    "acquire": Sentence("Acquire"),
    "evaluate": Sentence("Evaluate"),
    "pilot": Sentence("Pilot"),
}

_PURPOSE_SENTENCES: dict[Purpose, Sentence] = {
    "acquire": Sentence("Participants play and vote; training learns from their choices."),
    "evaluate": Sentence("New participants meet two mechanisms and vote for one of them."),
    "pilot": Sentence("A rehearsal: everything works as in a real session, but nothing counts."),
}


def purpose_words(purpose: Purpose) -> str:
    """A session's purpose in a word."""
    return translate(_PURPOSES[purpose])


def purpose_sentence(purpose: Purpose) -> str:
    """A session's purpose in a sentence."""
    return translate(_PURPOSE_SENTENCES[purpose])
