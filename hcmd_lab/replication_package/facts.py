"""What a package's README and its descriptions are made from."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hcmd_lab.export.study_export import Written
from hcmd_lab.replication_package.licences import DataLicence
from hcmd_lab.study.report import StudyReport
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.telling.game import game_in_words
from hcmd_lab.telling.played import imported


@dataclass(frozen=True, slots=True)
class Facts:
    """What the README and the descriptions are made from.

    Attributes:
        report: The study's results.
        licence: Of the data.
        with_labels: Whether labels of participants are in the package.
        uncounted: Groups whose votes are in it and have not been counted.
        written: The tables.
        pictures: Names of the pictures.
        texts: Folder of each session's texts.
        has_statistical_files: Whether there are files for Stata and SPSS.
        has_parquet: Whether there are Parquet files.
        settings: The study's.
        votes_hidden: Whether votes of EVALUATE may not be seen yet.
        made_utc: When the package was made.
    """

    report: StudyReport
    licence: DataLicence
    with_labels: bool
    uncounted: int
    written: Written
    pictures: tuple[str, ...]
    texts: Mapping[str, str]
    has_statistical_files: bool
    has_parquet: bool
    settings: StudySettings
    votes_hidden: bool
    made_utc: str

    @property
    def plan(self) -> dict[str, object]:
        """What the script has to know of the study and finds in no table."""
        explained = self.report.explanation
        return {
            "game": dataclasses.asdict(self.report.game),
            "baseline": self.settings.baseline,
            "explained": explained.mechanism if explained else None,
            "votes_hidden": self.votes_hidden,
        }

    @property
    def summary(self) -> str:
        """The study in a few sentences."""
        return " ".join(_summary(self))

    @property
    def groups(self) -> int:
        """Groups in the table of groups, whether they count or not."""
        return self.written.rows["groups"]


def _summary(facts: Facts) -> Iterator[str]:
    who = "simulated participants, not of people" if facts.report.simulated else "people"
    yield f"Data and results of a study of {who}, made with HCMD Lab: the Public Investment Game."
    if elsewhere := imported(facts.report.played):
        yield f"Groups that were played elsewhere and imported: {elsewhere}."
    yield game_in_words(facts.report.game)
