"""Groups of a file that a study has already, recognised by their content.

Two files with the same groups need not have the same bytes: another program saved one of them.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.played import PlayedStage
from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.sentence import Sentence, in_a_row
from hcmd_lab.storage.importers.found_file import FoundFile, left_out_sentences
from hcmd_lab.storage.importers.shape import ImportedGroup, LeftOut
from hcmd_lab.storage.store import Store

Known = Mapping[str, tuple[str, bool]]
"""Groups of a study by what was decided in them: a name, and whether the group voted."""


def known_groups(store: Store) -> Known:
    """The study's groups by their decisions and payouts, whatever file or session they are from."""
    with store.transaction():  # groups may be stored meanwhile
        played = store.tables.played_groups(purposes=("acquire", "evaluate"), complete_only=False)
    return {
        _content(group.stages): (group.group, any(vote is not None for vote in group.votes))
        for group in played
    }


def without_known(found: FoundFile, known: Known) -> FoundFile:
    """A file without the groups that are in the study already.

    A group with votes is new where the study has the same decisions without any.

    Raises:
        OperatorError: All are.
    """
    kept: list[ImportedGroup] = []
    left_out: list[LeftOut] = []
    recognised: list[Sentence] = []
    for group in found.reading.groups:
        name, has_votes = known.get(_content(group.stages), ("", False))
        if not name:
            kept.append(group)
        elif not has_votes and any(vote is not None for vote in group.votes):
            kept.append(group)
            recognised.append(
                Sentence(
                    "The decisions of group {group} are in the study already as {name}, without "
                    "votes; MODEL will count them twice.",
                    group=group.name,
                    name=name,
                )
            )
        else:
            reason = Sentence("it is in the study already, as {name}", name=name)
            left_out.append(LeftOut(group.name, reason))
    if not kept and found.reading.left_out:
        raise OperatorError(
            "{name}: the complete groups in it are in the study already; importing them again "
            "would count them twice. {others} Nothing was imported.",
            name=found.file.name,
            others=in_a_row(
                Sentence(
                    "Groups that are left out for another reason: {n}.", n=found.reading.left_out
                ),
                *left_out_sentences(found.reading.named),
            ),
        )
    if not kept:
        raise OperatorError(
            "{name}: these groups are in the study already; importing them again would count them "
            "twice. Nothing was imported.",
            name=found.file.name,
        )
    reading = replace(
        found.reading,
        groups=tuple(kept),
        left_out=found.reading.left_out + len(left_out),
        named=(*found.reading.named, *left_out),
        recognised=(*found.reading.recognised, *recognised),
    )
    return replace(found, reading=reading)


def _content(stages: tuple[PlayedStage, ...]) -> str:
    decisions = [
        (
            s.stage,
            s.endowments,
            s.contributions,
            [[round(HUNDREDTHS * p) for p in row] for row in s.payouts],
        )
        for s in stages
    ]
    return hashlib.sha256(repr(decisions).encode()).hexdigest()
