import tomllib
from pathlib import Path

import pytest

from hcmd_lab.game.session_settings import SessionSettings
from hcmd_lab.game.setting_values import parse
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.settings_text import as_markdown, as_toml

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "settings", [SessionSettings(), StudySettings(name='A "study" µ'), make_settings("quick", {})]
)
def test_the_printed_file_reads_back_as_the_same_settings(settings: object) -> None:
    assert parse(type(settings), tomllib.loads(as_toml(settings))) == settings


def test_the_documentation_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == as_markdown(), "run: hcmd-lab settings --markdown > docs/settings.md"
