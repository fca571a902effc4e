"""A number that a page of the documentation tells is the one that the program uses."""

import re
from pathlib import Path

import pytest

from hcmd_lab.bounded_reader import MAX_BYTES, FileKind
from hcmd_lab.game.questionnaire import MAX_TEXT_CHARACTERS
from hcmd_lab.game.view import MAX_READ_AGAIN
from hcmd_lab.hosting.participant_list import _CODE_LENGTH
from hcmd_lab.hosting.quiet_moment import _AT_LAST_MS
from hcmd_lab.inference.labs import RELABELLINGS
from hcmd_lab.inference.sign_flips import _MOST_STEPS, _STEPS
from hcmd_lab.insight.condition import MIN_ROUNDS
from hcmd_lab.learning.predictive_checks import REPETITIONS
from hcmd_lab.learning.pretraining import EPOCHS, GROUPS
from hcmd_lab.learning.share_curve import LOOKS as POINTS_OF_A_CURVE
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.storage.backups import KEPT
from hcmd_lab.storage.database_file import _CHECKED_BYTES
from hcmd_lab.storage.file_system import MAX_NAME, MAX_PATH, MAX_PATH_WINDOWS
from hcmd_lab.storage.importers.workbook_lines import _MAX_REST
from hcmd_lab.study.presets import make_settings
from hcmd_lab.telling.insight import SUPPORTED
from hcmd_lab.texts.questionnaire import MAX_ITEMS, MAX_TEXTS
from hcmd_lab.texts.text_reader import MAX_CHARACTERS
from hcmd_lab.updates.signing import VALID_DAYS
from ui.control.session.participant_list_card import SPARE
from ui.kiosk.exit_tries import FIRST_DELAY_S
from ui.kiosk.watchdog import MAX_CRASHES

DOCS = Path(__file__).parents[2] / "docs"
USUAL, QUICK = make_settings("paper", {}), make_settings("quick", {})
MB = 2**20
WORDS = {"four": 4, "five": 5, "ten": 10, "twelve": 12, "thirty": 30}

FIGURES: list[tuple[str, str, float]] = [
    ("data", r"The newest (\d+) are kept", KEPT),
    ("data", r"database of up to (\d+) MB is read through", _CHECKED_BYTES / MB),
    ("data", r"\((\d+) s later at most\)", _AT_LAST_MS / 1000),
    ("data", r"path of more than (\d+) bytes", MAX_PATH),
    ("data", r"on Windows (\d+) characters", MAX_PATH_WINDOWS),
    ("data", r"or a name of more than (\d+)", MAX_NAME),
    ("data", r"more than (\d+) MB of sheets", MAX_BYTES[FileKind.TABLE] / MB),
    ("data", r"or (\d+) MB of texts", _MAX_REST / MB),
    ("data", r"at most (\d+) numbers of updates", POINTS_OF_A_CURVE),
    ("evaluation", r"more than ([\d,]+) of it in all scores", _MOST_STEPS),
    ("evaluation", r"at least ([\d,]+) steps", _STEPS),
    ("evaluation", r"relabelling groups ([\d,]+) times", RELABELLINGS),
    ("insight", r"fewer than (\d+) such rounds", MIN_ROUNDS),
    ("insight", r"Below (\d+)% no rule", 100 * SUPPORTED),
    ("learning", r"`members` models \((\d+);", USUAL.members),
    ("learning", r"(\d+) in the quick preset", QUICK.members),
    ("learning", r"predict (\d+) groups of the calibrated", GROUPS),
    ("learning", r"for (\d+) epochs; then", EPOCHS),
    ("learning", r"seen, (\d+) times over in all", REPETITIONS),
    ("learning", r"after ([\d.]+) \(`caution`\)", USUAL.caution),
    ("session-script", r"more than ([\d,]+) bytes of them", MAX_READ_AGAIN),
    ("session-script", r"at most ([\d,]+) characters, a questionnaire", MAX_CHARACTERS),
    ("session-script", r"at most (\d+) items", MAX_ITEMS),
    ("session-script", r"items, (\w+) of them texts", MAX_TEXTS),
    ("session-script", r"up to ([\d,]+) characters", MAX_TEXT_CHARACTERS),
    ("session-script", r"draws (\w+) characters for each seat", _CODE_LENGTH),
    ("session-script", r"and (\w+) spare ones", SPARE),
    ("session-script", r"PNG or JPEG of at most (\d+) MB", MAX_BYTES[FileKind.PICTURE] / 1e6),
    ("windows", r"After (\w+) crashes within a minute", MAX_CRASHES),
    ("windows", r"make it wait, (\d+) seconds at first", FIRST_DELAY_S),
    ("security", r"(\w+) wrong ones of all addresses", HostLimits().all_wrong_tries),
    ("security", r"wrong ones of all addresses, (\w+) of one", HostLimits().wrong_tries),
    ("security", r"the (\d+) places of addresses", HostLimits().unfinished),
    ("security", r"at most (\d+) MB waits for it", HostLimits().unsent_bytes / 1e6),
    ("security", r"comes in (\d+) times in 10 seconds", HostLimits().arrivals),
    ("security", r"(\d+) days unless whoever signs", VALID_DAYS),
    ("settings", r"(\d+) groups, which takes weeks", sum(USUAL.groups)),
]  # fmt: skip


@pytest.mark.parametrize(("page", "pattern", "meant"), FIGURES, ids=[each[1] for each in FIGURES])
def test_a_number_of_a_page_is_the_program_s(page: str, pattern: str, meant: float) -> None:
    text = " ".join((DOCS / f"{page}.md").read_text("utf-8").split())
    told = re.findall(pattern, text)
    assert told, f"{page}: {pattern}"
    assert {WORDS.get(each) or float(each.replace(",", "")) for each in told} == {meant}
