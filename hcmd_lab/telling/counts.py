"""Counted nouns: "1 group", "3 groups"; a sentence quotes them whole."""

from hcmd_lab.sentence import Sentence


def groups(count: int) -> Sentence:
    """Groups, counted."""
    return Sentence("{n} group(s)", n=count)


def of_planned(found: int, planned: int) -> Sentence:
    """How many there are of those planned; more than planned are no part of them."""
    if found > planned:
        return Sentence("{found} ({planned} planned)", found=found, planned=planned)
    return Sentence("{found} of {planned}", found=found, planned=planned)


def groups_of_planned(found: int, planned: int) -> Sentence:
    """Groups, counted as by `of_planned`."""
    if found > planned:
        return Sentence("{n} group(s), {target} planned", n=found, target=planned)
    return Sentence("{groups} of {n} group(s)", groups=found, n=planned)


def counting_groups(count: int) -> Sentence:
    """Groups that count for the study, counted."""
    return Sentence("{n} group(s) that (counts|count)", n=count)


def new_groups(count: int) -> Sentence:
    """Groups that had not played before, counted."""
    return Sentence("{n} new group(s)", n=count)


def votes(count: int) -> Sentence:
    """Votes, counted."""
    return Sentence("{n} vote(s)", n=count)


def cast_votes(count: int) -> Sentence:
    """Votes that were cast, counted, without telling for what."""
    return Sentence("{n} cast", n=count)


def decisions(count: int) -> Sentence:
    """Contributions that somebody decided on, counted."""
    return Sentence("{n} decision(s)", n=count)


def contributions(count: int) -> Sentence:
    """All contributions, counted: also those of time-outs and of stand-ins."""
    return Sentence("{n} contribution(s)", n=count)


def updates(count: int) -> Sentence:
    """Updates of OPTIMIZE, counted."""
    return Sentence("{n} update(s)", n=count)


def participants(count: int) -> Sentence:
    """Participants, counted."""
    return Sentence("{n} participant(s)", n=count)


def people(count: int) -> Sentence:
    """Required people, counted."""
    return Sentence("{n} (person|people)", n=count)


def stations(count: int) -> Sentence:
    """Stations, counted."""
    return Sentence("{n} station(s)", n=count)


def sessions(count: int) -> Sentence:
    """Sessions, counted."""
    return Sentence("{n} session(s)", n=count)


def training_steps(count: int) -> Sentence:
    """Computed steps, counted."""
    return Sentence("{n} training step(s)", n=count)


def labels(count: int) -> Sentence:
    """Labels of a participant list, counted."""
    return Sentence("{n} label(s)", n=count)


def epochs(count: int) -> Sentence:
    """Passes over the data, counted."""
    return Sentence("{n} epoch(s)", n=count)


def pairs(count: int) -> Sentence:
    """Pairs of mechanisms, counted."""
    return Sentence("{n} pair(s)", n=count)
