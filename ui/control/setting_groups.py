"""The headings under which forms and sheets show settings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from hcmd_lab.game.settings import Setting, describe
from hcmd_lab.sentence import Sentence
from hcmd_lab.study.presets import Preset, make_settings
from hcmd_lab.study.settings import GAME_SETTINGS, StudySettings
from hcmd_lab.telling.translate import translate
from ui.control.settings_sheet import SettingsGroup

Headings: TypeAlias = tuple[tuple[Sentence, tuple[str, ...]], ...]
"""Headings with the names of the settings below them."""

STUDY: Headings = (
    (Sentence("Game"), GAME_SETTINGS),
    (
        Sentence("Schedule"),
        (
            "participants", "people", "people_spread",
            "groups", "acquire", "min_iterations", "evaluation_groups", "baseline",
            "seed",
        ),
    ),
    (Sentence("Votes of the comparison"), ("looks", "weighting", "order_adjusted")),
    (
        Sentence("Mechanism"),
        (
            "policy_width", "minimum_share", "monotone", "reference", "reference_distance",
            "warm_start",
        ),
    ),
    (
        Sentence("Models of the participants"),
        (
            "inputs", "pretraining", "linear_sizes", "lstm_sizes", "vote_penalties", "max_epochs",
            "splits", "members",
        ),
    ),
    (
        Sentence("Training"),
        (
            "updates", "games", "learning_rate", "step_rule", "caution", "repetitions", "device",
            "threads",
        ),
    ),
    (
        Sentence("Before people meet a mechanism"),
        ("gate_gain", "gate_known", "gate_lost"),
    ),
)  # fmt: skip
"""Every setting of a study but the name, which stands above them."""

SESSION: Headings = (
    (Sentence("Time limits"), ("intro_s", "decide_s", "outcome_s", "vote_s")),
    (Sentence("Course of the session"), ("auto_start", "synchronize", "took_part_before", "blind")),
    (
        Sentence("Late decisions and lost stations"),
        ("timeout_contribution", "lost_wait_s", "dropout", "dropout_s"),
    ),
)

SCRIPT: Headings = (
    (
        Sentence("Before the game"),
        (
            "ask_label", "consent", "instructions", "page_seconds", "gate_instructions",
            "control_questions", "question_attempts", "practice_rounds",
        ),
    ),
    (Sentence("After the game"), ("gate_questionnaire", "questionnaire", "payment_screen")),
)  # fmt: skip
"""Of a session's script; the participant list and the languages are chosen elsewhere."""

PAYMENT: Headings = (
    (
        Sentence("Amounts"),
        ("currency", "show_up_fee", "coin_value", "round_to", "round_up"),
    ),
    (Sentence("Games that end early"), ("pay_dropped", "pay_void")),
)


@dataclass(frozen=True, slots=True)
class GroupedSettings:
    """Declarations of settings under a heading, which may be empty."""

    title: str
    settings: tuple[Setting, ...]


def grouped(settings: Iterable[Setting], headings: Headings) -> list[GroupedSettings]:
    """Settings under their headings; without headings, all in one group."""
    declared = {each.name: each for each in settings}
    if not headings:
        return [GroupedSettings("", tuple(declared.values()))]
    found = (
        (title, tuple(declared[name] for name in names if name in declared))
        for title, names in headings
    )
    return [GroupedSettings(translate(title), those) for title, those in found if those]


def study_groups(settings: StudySettings, preset: Preset) -> list[SettingsGroup]:
    """The settings of a study, compared with those of a preset."""
    usual = make_settings(preset, {})
    return [
        SettingsGroup(
            group.title,
            group.settings,
            {each.name: getattr(settings, each.name) for each in group.settings},
            {each.name: getattr(usual, each.name) for each in group.settings},
        )
        for group in grouped(describe(StudySettings), STUDY)
    ]
