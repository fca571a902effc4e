"""The settings of a study under headings."""

from hcmd_lab.game.settings import describe
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.settings import Preset, StudySettings, make_settings
from hcmd_lab.telling.translate import translate
from ui.control.settings_sheet import SettingsGroup

GROUPS: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (
        Sentence("Schedule"),
        ("participants", "groups", "min_iterations", "evaluation_groups", "baseline", "seed"),
    ),
    (
        Sentence("Mechanism"),
        (
            "policy_width", "minimum_share", "monotone", "reference", "reference_distance",
            "warm_start",
        ),
    ),
    (
        Sentence("Models of the participants"),
        ("inputs", "linear_sizes", "lstm_sizes", "vote_penalties", "max_epochs", "splits"),
    ),
    (
        Sentence("Training"),
        ("updates", "games", "learning_rate", "repetitions", "device", "threads"),
    ),
)  # fmt: skip
"""Every setting but the name, which stands above them."""


def study_groups(settings: StudySettings, preset: Preset) -> list[SettingsGroup]:
    """The settings of a study, compared with those of a preset."""
    declared = {each.name: each for each in describe(StudySettings)}
    usual = make_settings(preset, {})
    return [
        SettingsGroup(
            translate(title),
            tuple(declared[name] for name in names),
            {name: getattr(settings, name) for name in names},
            {name: getattr(usual, name) for name in names},
        )
        for title, names in GROUPS
    ]
