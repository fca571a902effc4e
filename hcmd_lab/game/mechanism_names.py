"""Names of mechanisms as they are said inside a sentence."""

import re
from typing import assert_never

from hcmd_lab.game.acquisition import Variation, variation_name
from hcmd_lab.game.mechanisms import BASELINES, NEWEST, NEWEST_RULE, RULE_OF, BaselineName
from hcmd_lab.sentence import Sentence

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_TRAINED = re.compile(r"\btheta_?(\d+(?:\.\d+)?)(?![^\W_])", re.ASCII)


def spoken_name(name: str) -> Sentence:
    """A mechanism's name inside a sentence: `θ₃` of `theta_3`, `liberal egalitarian`.

    `theta_3.2`, which was trained when OPTIMIZE was taken anew, is `θ₃.₂`.
    """
    if name in BASELINES:
        return BaselineName(name).spoken
    if name == NEWEST:
        return Sentence("the newest mechanism")
    of = NEWEST if name == NEWEST_RULE else name.removeprefix(RULE_OF)
    if of != name:
        return Sentence("the rule of {name}", name=spoken_name(of))
    varied = variation_of(name)
    if varied is not None:
        return _varied(*varied)
    shown = _TRAINED.sub(lambda found: "θ" + found[1].translate(_SUBSCRIPTS), name)
    return Sentence("{name}", name=shown.replace("_", " ").strip())


def variation_of(name: str) -> tuple[str, Variation] | None:
    """The mechanism that a name is a variation of, and which; None if it is none."""
    for variation in Variation:
        of = name.removesuffix(variation_name("", variation))
        if of != name and _TRAINED.fullmatch(of):
            return of, variation
    return None


def _varied(of: str, variation: Variation) -> Sentence:
    match variation:
        case Variation.HEAD_MORE:
            return Sentence("{mechanism} with more for seat 1", mechanism=spoken_name(of))
        case Variation.HEAD_LESS:
            return Sentence("{mechanism} with less for seat 1", mechanism=spoken_name(of))
        case _:
            assert_never(variation)
