"""A number that a page of the documentation tells is the one that the program uses."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.true_votes import true_share
from hcmd_lab.bounded_reader import MAX_BYTES, FileKind
from hcmd_lab.game.bounds import MAX_LINES
from hcmd_lab.game.director import SILENCE_MS
from hcmd_lab.game.mailbox import MAX_LINES_WRITTEN, MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.questionnaire import MAX_TEXT_CHARACTERS
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.game.station_view import MAX_READ_AGAIN
from hcmd_lab.hosting.participant_list import _CODE_LENGTH
from hcmd_lab.hosting.quiet_moment import _AT_LAST_MS
from hcmd_lab.hosting.session_runner import _GRACE_MS, _MOST_NEWS
from hcmd_lab.hosting.update_visit import AT_ONCE
from hcmd_lab.inference.labs import RELABELLINGS
from hcmd_lab.inference.sequential import FRACTIONS
from hcmd_lab.inference.sign_flips import _MOST_STEPS, _STEPS
from hcmd_lab.inference.vote_power import EVALUATIONS, PLAIN, design_power, plan_power
from hcmd_lab.insight.condition import MIN_ROUNDS
from hcmd_lab.insight.distill import WORTH
from hcmd_lab.insight.readable import _HARDLY
from hcmd_lab.learning.predictive_checks import REPETITIONS
from hcmd_lab.learning.pretraining import EPOCHS, GROUPS
from hcmd_lab.learning.share_curve import LOOKS as POINTS_OF_A_CURVE
from hcmd_lab.network import pairing
from hcmd_lab.network.certificate import _BACKDATED, _LIFE
from hcmd_lab.network.door import _MOST_KNOCKS, REOPENED_S
from hcmd_lab.network.host_line import LinkTiming
from hcmd_lab.network.host_messages import PicturePart, Rejected, Snapshot
from hcmd_lab.network.limits import HostLimits
from hcmd_lab.network.message_fields import MAX_MESSAGE_BYTES, PROTOCOL
from hcmd_lab.network.padding import _BLOCK, _USUAL
from hcmd_lab.network.station import _KEPT_REPORTS
from hcmd_lab.network.station_connection import _FRAME_BYTES
from hcmd_lab.network.station_messages import CallHelp, HandIn
from hcmd_lab.network.update_messages import PART_BYTES, UPDATE
from hcmd_lab.network.wake import _PORT
from hcmd_lab.storage.backups import KEPT
from hcmd_lab.storage.database_file import _CHECKED_BYTES
from hcmd_lab.storage.file_system import MAX_NAME, MAX_PATH, MAX_PATH_WINDOWS
from hcmd_lab.storage.importers.workbook_lines import _MAX_REST
from hcmd_lab.study.presets import make_settings
from hcmd_lab.telling.insight import SUPPORTED
from hcmd_lab.texts.questionnaire import MAX_ITEMS, MAX_TEXTS
from hcmd_lab.texts.text_reader import MAX_CHARACTERS
from hcmd_lab.texts.text_tables import MAX_CELLS, MAX_COLUMNS
from hcmd_lab.updates.signing import VALID_DAYS
from hcmd_lab.vote_plan import Looks, VotePlan
from ui.control.session.participant_list_card import SPARE
from ui.kiosk.exit_tries import FIRST_DELAY_S
from ui.kiosk.host_search import SEARCH_AFTER_MS
from ui.kiosk.watchdog import CRASHED, MAX_CRASHES, RESTART
from ui.kiosk.widgets.lost_banner import NOTICED_MS

DOCS = Path(__file__).parents[2] / "docs"
USUAL, QUICK, STANDARD = (make_settings(name, {}) for name in ("paper", "quick", "standard"))
TRUE_GAMES = (
    2 * len(PAPER_GAME.tail_endowments) * inspect.signature(true_share).parameters["groups"].default
)
LIMITS, TIMING = HostLimits(), LinkTiming()
MB = 2**20
WORDS = {
    "a tenth": 0.1, "half": 0.5, "four": 4, "five": 5, "ten": 10, "eleven": 11, "twelve": 12,
    "sixteen": 16, "twenty": 20, "thirty": 30,
}  # fmt: skip


Simulated = Callable[[], float]
"""A number that is computed by the test alone: that takes time."""


def found(groups: int) -> Simulated:
    """In how many of 100 evaluations so many groups find the paper's share."""
    return lambda: round(100 * design_power(groups, PAPER_GAME.seats).paper)


def findable(groups: int, plan: VotePlan = PLAIN) -> Simulated:
    """The percentage that so many groups find with 80% power."""
    return lambda: round(100 * (design_power(groups, PAPER_GAME.seats, plan).smallest or 0), 1)


def needed(share: float, looks: Looks) -> Simulated:
    """Groups that find a share with 80% power."""
    plan = VotePlan(looks=looks)
    return lambda: plan_power(share, 0.8, 0.1, PAPER_GAME.seats, 1, plan).groups or 0


ADJUSTED = VotePlan(order_adjusted=True)
FIGURES: list[tuple[str, str, float | Simulated]] = [
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
    ("evaluation", r"simulated evaluations\), 400 with \.(\d+)", found(400)),
    ("evaluation", r"with a chance of \.(\d+) \(4,000", found(100)),
    ("evaluation", r"\(([\d,]+) simulated evaluations\)", EVALUATIONS),
    ("evaluation", r"80% power needs ([\d.]+)% with 10 groups", findable(10)),
    ("evaluation", r"Six groups find (\d+)% with", findable(6, ADJUSTED)),
    ("evaluation", r"as they were cast need ([\d.]+)%", findable(6)),
    ("evaluation", r"ten need (\d+)%, a hundred", findable(10, ADJUSTED)),
    ("evaluation", r"a hundred ([\d.]+)%\. What", findable(100, ADJUSTED)),
    ("evaluation", r"with 10 groups, ([\d.]+)% with 20", findable(20)),
    ("evaluation", r"with 20, ([\d.]+)% with 100", findable(100)),
    ("evaluation", r"over (\w+) fractions of the capital", len(FRACTIONS)),
    ("evaluation", r"takes (\d+) rather than \d+ at a share of 60%", needed(0.6, Looks.SEQUENTIAL)),
    ("evaluation", r"takes \d+ rather than (\d+) at a share of 60%", needed(0.6, Looks.FIXED)),
    ("evaluation", r"of 60%, (\d+) rather than", needed(0.65, Looks.SEQUENTIAL)),
    ("evaluation", r"of 60%, \d+ rather than (\d+) at 65%", needed(0.65, Looks.FIXED)),
    ("insight", r"fidelity by (half) a percentage point", 100 * WORTH),
    ("insight", r"counts less than (a tenth) of a tail's", _HARDLY),
    ("insight", r"fewer than (\d+) such rounds", MIN_ROUNDS),
    ("insight", r"Below (\d+)% no rule", 100 * SUPPORTED),
    ("learning", r"`members` models \((\d+);", USUAL.members),
    ("learning", r"(\d+) in the quick preset", QUICK.members),
    ("learning", r"predict (\d+) groups of the calibrated", GROUPS),
    ("learning", r"for (\d+) epochs; then", EPOCHS),
    ("learning", r"seen, some (\d+) times over in all", REPETITIONS),
    ("learning", r"after ([\d.]+) \(`caution`\)", USUAL.caution),
    ("session-script", r"more than ([\d,]+) bytes of them", MAX_READ_AGAIN),
    ("session-script", r"at most ([\d,]+) characters and", MAX_CHARACTERS),
    ("session-script", r"at most ([\d,]+) cells of tables", MAX_CELLS),
    ("session-script", r"a table at most ([\d,]+) columns", MAX_COLUMNS),
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
    ("replication", r"([\d,]+) games in all", 3 * sum(USUAL.groups)),
    ("replication", r"half of Table 1's groups \((\d+)\)", sum(STANDARD.groups)),
    ("replication", r"from ([\d,]+) games of simulated people", TRUE_GAMES),
    ("replication", r"in which ([\d,]+) groups play both orders", TRUE_GAMES / 2),
    ("protocol", r"^# The protocol.* Version (\d+)\. The host is", PROTOCOL),
    ("protocol", r"frame of at most ([\d,]+) bytes", MAX_MESSAGE_BYTES),
    ("protocol", r"what is in it: ([\d,]+) bytes", _USUAL),
    ("protocol", r"bytes; ([\d,]+) for `refused`", _BLOCK[Rejected]),
    ("protocol", r"([\d,]+) for `call_help`", _BLOCK[CallHelp]),
    ("protocol", r"([\d,]+) for `snapshot`", _BLOCK[Snapshot]),
    ("protocol", r"([\d,]+) for `snapshot` and `hand_in`", _BLOCK[HandIn]),
    ("protocol", r"([\d,]+) for `picture_part`", _BLOCK[PicturePart]),
    ("protocol", r"At most (\d+) are under way in each", LIMITS.handshakes),
    ("protocol", r"under way in each, (\d+) of one address", LIMITS.handshakes_per_address),
    ("protocol", r"one address, (\d+) are begun in a second", LIMITS.handshakes_per_s),
    ("protocol", r"the upgrade have (\d+) s", LIMITS.handshake_ms / 1000),
    ("protocol", r"upgrade have \d+ s, (\d+) s where others wait", LIMITS.slow_handshake_ms / 1000),
    ("protocol", r"valid for (\d+) days", (_LIFE - _BACKDATED).days),
    ("protocol", r"not reached its host for (\d+) s", SEARCH_AFTER_MS / 1000),
    ("protocol", r"has (\w+) characters of Crockford", pairing.FINGERPRINT_CHARACTERS + 4),
    ("protocol", r"\| 1-(\d+) \| 60", pairing.FINGERPRINT_CHARACTERS),
    ("protocol", r"\| 13-16 \| (\d+) \| PIN", 5 * pairing.PIN_CHARACTERS),
    ("protocol", r"for (\w+) minutes where all are in", REOPENED_S / 60),
    ("protocol", r"broadcast to port (\d+)", _PORT),
    ("protocol", r"in the next connection, up to (\d+) of them", _KEPT_REPORTS),
    ("protocol", r"has not read, at most (\d+) characters", MAX_MESSAGE_CHARACTERS),
    ("protocol", r"the latest (\w+) lines", MAX_LINES.count),
    ("protocol", r"if they have at most ([\d,]+) bytes", MAX_READ_AGAIN),
    ("protocol", r"same nonce\*\* every (\d+) s", TIMING.repeat_ms / 1000),
    ("protocol", r"writes the first (\d+) of a station", _MOST_NEWS),
    ("protocol", r"at once or, of the last (\d+), after", _KEPT_REPORTS),
    ("protocol", r"give the connection up after ([\d.]+) s", LIMITS.give_up_ms / 1000),
    ("protocol", r"give the connection up after ([\d.]+) s", TIMING.give_up_ms / 1000),
    ("protocol", r"lost power after ([\d.]+) s", LIMITS.give_up_ms / 1000),
    ("protocol", r"a ping that was sent (\d+) ms later", _GRACE_MS),
    ("protocol", r"beyond these (\d+) ms", _GRACE_MS),
    ("protocol", r"no page waits more than (\d+) s", SILENCE_MS / 1000),
    ("protocol", r"tries again after ([\d.]+), 0.2", TIMING.first_retry_ms / 1000),
    ("protocol", r"and then every (\d+) s, each try", TIMING.max_retry_ms / 1000),
    ("protocol", r"each try for at most (\d+) s", TIMING.connect_ms / 1000),
    ("protocol", r"a cut that is shorter than (\d+) s", NOTICED_MS / 1000),
    ("protocol", r"The station tries for (\d+) s and then stops", TIMING.taken_ms / 1000),
    ("protocol", r"\| frame, message \| ([\d,]+) bytes", MAX_MESSAGE_BYTES),
    ("protocol", r"no web sockets yet \| (\d+) \|", LIMITS.unfinished),
    ("protocol", r"the same from one address \| (\d+) \|", LIMITS.unfinished_per_address),
    ("protocol", r"\| (\d+) in each queue", LIMITS.handshakes),
    ("protocol", r"in each queue, (\d+) of an address", LIMITS.handshakes_per_address),
    ("protocol", r"of an address, (\d+) a second", LIMITS.handshakes_per_s),
    ("protocol", r"they wait their turn, (\d+) s at most", LIMITS.queue_ms / 1000),
    ("protocol", r"WebSocket handshake \| (\d+) s", LIMITS.handshake_ms / 1000),
    ("protocol", r"a valid `hello` \| (\d+) s", LIMITS.authenticate_ms / 1000),
    ("protocol", r"not said who they are \| (\d+) \|", LIMITS.strangers),
    ("protocol", r"\| messages of a station \| (\d+) a second", LIMITS.messages_per_s),
    ("protocol", r"waiting messages of a station \| (\d+) \|", LIMITS.waiting_messages),
    ("protocol", r"that a station comes in \| (\d+) in", LIMITS.arrivals),
    ("protocol", r"comes in \| \d+ in (\d+) s", LIMITS.arrivals_s),
    ("protocol", r"halves\) \| ([\d,]+) a second", LIMITS.idle_bytes_per_s),
    ("protocol", r"a second, ([\d,]+) at once", MAX_MESSAGE_BYTES + _FRAME_BYTES),
    ("protocol", r"be sent to a station \| ([\d,]+) \|", LIMITS.unsent_bytes),
    ("protocol", r"\(IPv6: of a /64\) \| (\d+) \|", LIMITS.wrong_tries),
    ("protocol", r"of all addresses \| (\d+) \|", LIMITS.all_wrong_tries),
    ("protocol", r"`too_many_tries` for (?:everybody for )?(\d+) s", LIMITS.lockout_s),
    ("protocol", r"wait at the door \| (\d+) \|", _MOST_KNOCKS),
    ("protocol", r"participant writes in a session \| (\d+) \|", MAX_LINES_WRITTEN),
    ("protocol", r"at (\w+) tries a minute", LIMITS.wrong_tries),
    ("protocol", r"address and (\w+) of all addresses;", LIMITS.all_wrong_tries),
    ("protocol", r"a version of their own, (\d+), in", UPDATE),
    ("protocol", r"`update_offer` \| host \| `update` (\d+)", UPDATE),
    ("protocol", r"may fetch; at most (\w+) do", AT_ONCE),
    ("protocol", r"`parts`, `data` up to ([\d,]+) bytes", PART_BYTES),
    ("protocol", r"0, 1, 2, (\d+) \(crashed\)", CRASHED),
    ("protocol", r"and (\d+) \(start again\)", RESTART),
]  # fmt: skip


@pytest.mark.parametrize(("page", "pattern", "meant"), FIGURES, ids=[each[1] for each in FIGURES])
def test_a_number_of_a_page_is_the_program_s(
    page: str, pattern: str, meant: float | Simulated
) -> None:
    text = " ".join((DOCS / f"{page}.md").read_text("utf-8").split())
    told = re.findall(pattern, text)
    assert told, f"{page}: {pattern}"
    assert {WORDS.get(each) or float(each.replace(",", "")) for each in told} == {
        meant() if callable(meant) else meant
    }


def test_what_is_concluded_from_the_measured_studies_is_what_they_say() -> None:
    """The conclusions below the table of size, coverage and power are those of its rows."""
    text = (DOCS / "evaluation.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.partition("## Size, coverage and power")[2].splitlines()
        if re.match(r"\| [a-z]", line)
    ]
    told = " ".join(text.split())
    half = 0.0005  # what the table is rounded by
    planned = [(float(row[4]), float(row[5])) for row in rows if row[5] != "–"]
    assert max(float(row[4]) for row in rows if row[3] == "0.5") <= 0.05
    low, high = re.search(r"covers in ([\d.]+)% to ([\d.]+)%", told).groups()  # type: ignore[union-attr]
    covers = [float(row[6]) for row in rows]
    assert (float(low) / 100, float(high) / 100) == pytest.approx((min(covers), max(covers)))
    together = float(re.search(r"together in at least ([\d.]+)%", told)[1])  # type: ignore[index]
    least = min(float(row[7]) for row in rows if row[7] != "–")
    assert least - 2 * half <= together / 100 <= least + half
    within = float(re.search(r"comes within ([\d.]+) percentage points", told)[1])  # type: ignore[index]
    assert max(abs(each - foreseen) for each, foreseen in planned) <= within / 100 + half
    assert f"{len(rows)} kinds" in (DOCS / "testing.md").read_text("utf-8")
