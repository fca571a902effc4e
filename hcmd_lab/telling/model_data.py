"""The data that MODEL would read, and what the next steps would lack, in words."""

from hcmd_lab.sentence import Sentence
from hcmd_lab.study.model_data import ModelData
from hcmd_lab.telling import counts
from hcmd_lab.telling.translate import translate


def model_data_in_words(data: ModelData) -> str:
    """The groups and votes that MODEL can use, and the groups of each condition, in a sentence."""
    conditions = [
        translate("{coins}: {groups}", coins=str(tail), groups=counts.groups(groups))
        for tail, groups in data.by_condition.items()
    ]
    if data.other_conditions:
        others = counts.groups(data.other_conditions)
        conditions.append(translate("other coins: {groups}", groups=others))
    listed = "; ".join(conditions)
    if data.everyone_alike:
        by_coins = Sentence("by the coins of everyone: {conditions}", conditions=listed)
    else:
        by_coins = Sentence("by the coins of a tail: {conditions}", conditions=listed)
    return translate(
        "Data for MODEL: {groups}, with {votes} of {voting} that it can use; {by_coins}.",
        groups=counts.groups(data.groups),
        votes=counts.votes(data.votes),
        voting=counts.groups(data.voting_groups),
        by_coins=by_coins,
    )
