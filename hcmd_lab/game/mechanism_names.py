"""What closed-form mechanisms are called in a sentence."""

from hcmd_lab.sentence import Sentence

SPOKEN_NAMES = {
    "strict_egalitarian": Sentence("strict egalitarian"),
    "libertarian": Sentence("libertarian"),
    "liberal_egalitarian": Sentence("liberal egalitarian"),
}
