"""The package's README, after the template of the social science data editors.

Source: https://social-science-data-editors.github.io/template_README/. What only the authors know
is left to them, marked `[authors: …]`; everything else is said by the study's facts.
"""

from collections import Counter
from collections.abc import Iterator

from hcmd_lab import __version__
from hcmd_lab.citation import CITATIONS
from hcmd_lab.replication_package import psych_ds
from hcmd_lab.replication_package.facts import Facts
from hcmd_lab.replication_package.licences import DataLicence
from hcmd_lab.replication_package.statistical_files import MISSING
from hcmd_lab.telling.mechanism_names import in_sentence
from hcmd_lab.telling.played import simulated_mark

REMADE: dict[str, str] = {
    "votes": "recomputed from votes, with every interval",
    "reward_and_inequality": "recomputed from decisions",
    "contributions_compared": "recomputed from decisions",
    "policies": "recomputed from the mechanisms' tables; the hatching is read",
    "rule": "recomputed from the mechanism's table, decisions and the rule's parameters",
    "incentives": "recomputed from the mechanism's table and decisions",
    "least_served": "recomputed from decisions",
    "votes_by_role": "recomputed from votes, with every interval",
    "cross_entropies": "compared with the results of training",
    "predictive_checks": "compared with the results of training",
    "predictions": "compared with the results of training",
    "behaviour_shift": "recomputed from the cross-entropies of training",
    "meta_game": "compared with the results of training",
    "contributions_acquired": "recomputed from decisions",
}
"""What the script does with the numbers of each picture."""


def picture_kind(name: str) -> str:
    """A picture's name without the number of its contrast."""
    return name.rstrip("0123456789").rstrip("_")


def readme(facts: Facts) -> str:
    """The whole text, in Markdown."""
    parts = (
        _overview, _rights, _datasets, _requirements, _programs, _instructions, _pictures, _limits,
        _references,
    )  # fmt: skip
    return "\n".join(line for part in parts for line in (*part(facts), "")).rstrip() + "\n"


def _overview(facts: Facts) -> Iterator[str]:
    yield f"# Replication package: {facts.report.name or 'study'}"
    yield ""
    if facts.report.simulated:
        title, sentence = simulated_mark(facts.report.played)
        yield f"> **{title}.** {sentence}"
        yield ""
    yield "## Overview"
    yield ""
    yield facts.summary
    yield ""
    rows = facts.written.rows
    yield (
        f"The package holds {_many(rows['sessions'], 'session')} with "
        f"{_many(facts.groups, 'group')} and {_many(rows['long'], 'decision')}, "
        f"{_many(rows['runs'], 'training step')} and "
        f"{_many(len(facts.pictures), 'picture')} of the report. "
        "Rehearsals (pilot sessions) are not in it."
    )
    yield ""
    yield (
        "One command checks it: `python code/reproduce.py`. It recomputes figures, tests and "
        "payments from the tables and says `same`, or what differs."
    )
    yield ""
    yield (
        f"Made {facts.made_utc} by HCMD Lab {__version__}. Number of the study's log: "
        f"`{facts.report.log}`; `hcmd-lab check STUDY --log NUMBER` says whether a study still "
        "holds what it held then."
    )


def _rights(facts: Facts) -> Iterator[str]:
    yield "## Data availability and provenance"
    yield ""
    yield "### Statement about rights"
    yield ""
    yield "- [ ] [authors: we have legitimate access to the data and may publish them]"
    yield "- [ ] [authors: ethics approval, by whom and under which number]"
    yield ""
    yield "### Licence of the data"
    yield ""
    if facts.licence is DataLicence.NONE:
        yield (
            "No licence has been chosen. Until one is, nobody else may use the data: "
            "`hcmd-lab package STUDY FOLDER --licence CC-BY-4.0` writes one in."
        )
    else:
        yield f"{facts.licence.label} ({facts.licence.address}). {facts.licence.sentence}"
    yield ""
    yield "### Where the data come from"
    yield ""
    yield from _sources(facts)
    yield ""
    yield "### What is not in it"
    yield ""
    yield from _left_out(facts)


def _sources(facts: Facts) -> Iterator[str]:
    imported = sum(session not in facts.written.materials for session in facts.written.sessions)
    played = facts.written.rows["sessions"] - imported
    if not facts.written.rows["sessions"]:
        yield "No session has been played."
    if played:
        yield (
            f"{_many(played, 'session')} played in HCMD Lab; `data/description-sessions_data.csv` "
            "has the settings of each, and names the lab of those that were merged from another."
        )
    if imported:
        yield (
            f"{_many(imported, 'session')} imported from files of others: their own source and "
            "licence hold for them. [authors: name the source]"
        )


def _left_out(facts: Facts) -> Iterator[str]:
    if facts.with_labels:
        yield (
            "- **Labels of participants are in this package**, with what they wrote and the "
            "experimenter's notes and reasons: it is not anonymous."
        )
    else:
        yield (
            "- What the lab knew participants by (labels), messages, and the experimenter's notes "
            "and reasons."
        )
    yield (
        "- Answers to open questions are in it as they were typed, if there are any: read them "
        "before publishing (`questionnaire`, and the log of events)."
    )
    if facts.written.withdrawn:
        yield (
            f"- {_many(facts.written.withdrawn, 'seat')} whose participant has withdrawn. What "
            "the other members of their groups did is in it; results that were computed before "
            "still count them."
        )
    if facts.uncounted:
        yield (
            f"- **The votes of {_many(facts.uncounted, 'group')} have not been counted yet and "
            "are in it.** Whoever looks at them now has looked before the plan allows it."
        )
    yield "- The weights of the networks. What was played of each mechanism is its whole table."


def _datasets(facts: Facts) -> Iterator[str]:
    yield "## Datasets"
    yield ""
    yield (
        "`datapackage.json` describes each table (Data Package 2.0) with types, what may stand in "
        "each column, keys, links, missing values (an empty cell) and SHA-256; "
        "`dataset_description.json` the same for Psych-DS; `manifest.json` has the SHA-256 of "
        "every file."
    )
    yield ""
    yield "| File | A row is | Rows |"
    yield "|---|---|---|"
    for table in facts.written.tables:
        name = f"`{psych_ds.FOLDER}/{psych_ds.data_file(table.name)}`"
        yield f"| {name} | {table.meaning} | {facts.written.rows[table.name]} |"
    yield ""
    yield "- `documentation/`: every column's meaning, labels of values, the log of events"
    yield "- `mechanisms/`: the whole table of each mechanism"
    if facts.has_parquet:
        yield "- `parquet/`: the same tables with their types, for programs that read Parquet"
    if facts.texts:
        places = len(set(facts.texts.values()))
        yield f"- `materials/`: what participants read, {_many(places, 'wording')}:"
        for session, place in facts.texts.items():
            yield f"  - session {session}: `{place}/`"
    else:
        yield "- No session has shown a text of consent, instructions or questions."
    if facts.has_statistical_files:
        yield "- `stata/`, `spss/`: the tables of people and groups that have rows, with labels"
    else:
        yield f"- {MISSING}"
    yield ""
    yield (
        "Text in a CSV file is never a formula: where a spreadsheet could begin one, an "
        "apostrophe stands before it. Truth values are 1 and 0. In every table "
        "`subsession.round_number` is the round in its stage, from 1."
    )


def _requirements(facts: Facts) -> Iterator[str]:
    yield "## Computational requirements"
    yield ""
    yield "- The script: Python 3.11 or newer and NumPy; any computer, about a minute, no network."
    versions = ", ".join(f"{name} {version}" for name, version in facts.report.versions.items())
    yield f"- The package was made with: {versions}."
    yield (
        f"- Randomness: seed {facts.report.seed}; the seeds of sessions and training steps stand "
        "in `sessions` and `runs`. The script draws nothing."
    )
    yield (
        "- Training is not repeated by the script: that takes HCMD Lab, the study itself and, for "
        "the same bits, the same kind of processor."
    )


SCRIPT = {
    "reproduce.py": "runs everything and says what is the same",
    "remade/tables.py": "reads the tables",
    "remade/groups.py": "joins decisions and votes to groups",
    "remade/study.py": "groups that count, contrasts, mechanisms",
    "remade/payments.py": "payments",
    "remade/votes.py": "tests and intervals of shares of votes",
    "remade/rewards.py": "rewards, inequality, contributions",
    "remade/mechanisms.py": "what a mechanism's table says",
    "remade/contrasts.py": "checks tests, rewards and inequality of contrasts",
    "remade/vote_pictures.py": "checks the pictures of votes",
    "remade/decision_pictures.py": "checks the pictures of contributions and rewards",
    "remade/mechanism_pictures.py": "checks the pictures of mechanisms",
    "remade/training_pictures.py": "checks the pictures of what training found",
    "remade/outcome.py": "compares, and prints what is the same",
}
"""The files of the script, and what each does."""


def _programs(facts: Facts) -> Iterator[str]:
    yield "## Code"
    yield ""
    yield "| File | What it does |"
    yield "|---|---|"
    for file, what in SCRIPT.items():
        yield f"| `code/{file}` | {what} |"
    yield ""
    yield (
        "It shares no code with HCMD Lab and needs neither it nor the study. Licence of the code: "
        "Apache-2.0 (`code/LICENSE`)."
    )


def _instructions(facts: Facts) -> Iterator[str]:
    yield "## Instructions to replicators"
    yield ""
    yield "```sh"
    yield "python -m pip install numpy"
    yield "python code/reproduce.py"
    yield "```"
    yield ""
    yield "Python may be called `python3` there, or `py` on Windows."
    yield ""
    yield (
        "Each line begins with `same`, `DIFFERS` or `not checked`; the exit code is 1 if anything "
        "differs. The bytes of every file are compared but for this one, which you complete."
    )


def _pictures(facts: Facts) -> Iterator[str]:
    yield "## Pictures and where their numbers come from"
    yield ""
    if not facts.pictures:
        yield "There are no pictures yet."
        return
    yield "`figures/report.html` is the report; each picture lies beside its numbers."
    if facts.report.explanation is not None:
        yield "`figures/rule_parameters.csv` has the parameters of the rule in `rule`."
    yield ""
    yield "| Picture | Numbers | What the script does |"
    yield "|---|---|---|"
    for name in facts.pictures:
        done = REMADE[picture_kind(name)]
        yield f"| `figures/{name}.png` | `figures/{name}.csv` | {done} |"
    yield ""
    yield "Contrasts of EVALUATE:"
    yield ""
    results = Counter((each.mechanism, each.baseline) for each in facts.report.evaluations)
    if not results:
        yield "none has been counted."
    for mechanism, baseline in results:
        yield f"- {in_sentence(mechanism)} against {in_sentence(baseline)}"


def _limits(facts: Facts) -> Iterator[str]:
    yield "## What the script does not check"
    yield ""
    yield (
        "It does not train, and takes as given what training found: cross-entropies, predictions, "
        "the meta-game, the parameters of the rule. Power and smallest effect are simulations and "
        "are not repeated."
    )
    if facts.written.withdrawn:
        yield (
            "Numbers of groups of which somebody has withdrawn cannot be recomputed; they are "
            "told as `not checked`."
        )


def _references(facts: Facts) -> Iterator[str]:
    yield "## References"
    yield ""
    for each in CITATIONS:
        yield f"- {each}"


def _many(count: int, name: str) -> str:
    return f"{count} {name}" + ("" if count == 1 else "s")
