"""An update that nobody signed, or nobody asked for, changes no station."""

import itertools
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from attacker import Attacker, beside
from network_lab import HOME
from pytestqt.qtbot import QtBot
from update_folders import SYSTEM, UpdateMaker, fetch_from, package, packed

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.hosting.update_visit import UpdateVisit
from hcmd_lab.network.host import LabHost
from hcmd_lab.network.lab_identity import LabIdentity
from hcmd_lab.network.message_fields import PROTOCOL
from hcmd_lab.network.pairing import new_token, token_sha256
from hcmd_lab.network.update_messages import PART_BYTES
from hcmd_lab.updates.keys import new_keys
from hcmd_lab.updates.offer import open_offer
from hcmd_lab.updates.programs import TakenPrograms
from hcmd_lab.updates.reasons import NotTakenError, Why
from hcmd_lab.updates.releases import SYSTEMS
from hcmd_lab.updates.signing import sign_packages
from hcmd_lab.updates.stations import Stage
from hcmd_lab.updates.unpacking import unpack_program
from hcmd_lab.updates.verifying import Fetch, find_release

NEW = "9.8.7"
OTHER = next(system for system in SYSTEMS if system != SYSTEM)


@pytest.fixture
def maker(tmp_path: Path) -> UpdateMaker:
    return UpdateMaker(tmp_path / "maker")


def take(maker: UpdateMaker, kept: Path, fetch: Fetch | None = None) -> str:
    """The version that a station which trusts these keys takes; its package is fetched too."""
    found = find_release(maker.root, kept / "seen", SYSTEM, fetch or fetch_from(maker.into))
    found.fetch(kept / "package")
    return found.version


def refused(maker: UpdateMaker, kept: Path, fetch: Fetch | None = None) -> Why:
    with pytest.raises(NotTakenError) as caught:
        take(maker, kept, fetch)
    assert not (kept / "package").exists()
    return caught.value.why


# --- signatures ----------------------------------------------------------------------------------


def test_what_is_signed_is_taken(maker: UpdateMaker, tmp_path: Path) -> None:
    maker.sign(NEW)
    assert take(maker, tmp_path) == NEW


def test_other_keys_are_refused(maker: UpdateMaker, tmp_path: Path) -> None:
    stranger = UpdateMaker(tmp_path / "stranger")
    stranger.sign(NEW)
    assert refused(maker, tmp_path, fetch_from(stranger.into)) is Why.NOT_SIGNED


@pytest.mark.parametrize("kind", ["targets", "snapshot", "timestamp"])
def test_a_version_that_is_written_into_signed_metadata_is_refused(
    maker: UpdateMaker, tmp_path: Path, kind: str
) -> None:
    maker.sign(NEW)

    def change(name: str, data: bytes) -> bytes:
        if kind not in name:
            return data
        told = json.loads(data)
        told["signed"]["expires"] = "2099-01-01T00:00:00Z"
        return json.dumps(told).encode()

    assert refused(maker, tmp_path, fetch_from(maker.into, change)) is Why.NOT_SIGNED


@pytest.mark.parametrize("where", [0, -1])
def test_a_changed_byte_of_the_package_is_refused(
    maker: UpdateMaker, tmp_path: Path, where: int
) -> None:
    maker.sign(NEW)

    def change(name: str, data: bytes) -> bytes:
        changed = bytearray(data)
        changed[where] ^= 1
        return bytes(changed) if name.endswith(".gz") else data

    assert refused(maker, tmp_path, fetch_from(maker.into, change)) is Why.CHANGED


@pytest.mark.parametrize("ending", [".gz", "timestamp.json", "root.json"])
def test_data_without_end_are_cut_off(maker: UpdateMaker, tmp_path: Path, ending: str) -> None:
    maker.sign(NEW)
    given = itertools.count()

    def fetch(name: str) -> Iterator[bytes] | None:
        if name.endswith(ending):
            return (b"x" * PART_BYTES for _ in given)
        return fetch_from(maker.into)(name)

    assert refused(maker, tmp_path, fetch) is Why.CHANGED
    assert next(given) < 10


@pytest.mark.parametrize("garbage", [b"", b"{}", b"[" * 60_000, b"\xff\xfe", b"null"])
def test_garbage_is_refused(maker: UpdateMaker, tmp_path: Path, garbage: bytes) -> None:
    maker.sign(NEW)
    fetch = fetch_from(maker.into, lambda name, data: garbage if "timestamp" in name else data)
    assert refused(maker, tmp_path, fetch) is Why.NOT_SIGNED


def test_an_older_update_is_refused_once_a_newer_one_was_seen(
    maker: UpdateMaker, tmp_path: Path
) -> None:
    maker.sign("9.8.6")
    former = {each.name: each.read_bytes() for each in maker.into.iterdir()}
    maker.sign(NEW)
    assert take(maker, tmp_path) == NEW
    (tmp_path / "package").unlink()
    again = tmp_path / "again"
    again.mkdir()
    for name, data in former.items():
        (again / name).write_bytes(data)
    assert refused(maker, tmp_path, fetch_from(again)) is Why.OLDER


def test_parts_of_two_updates_do_not_mix(maker: UpdateMaker, tmp_path: Path) -> None:
    maker.sign("9.8.6")
    old_targets = (maker.into / "1.targets.json").read_bytes()
    maker.sign(NEW)
    fetch = fetch_from(maker.into, lambda name, data: old_targets if "targets" in name else data)
    assert refused(maker, tmp_path, fetch) in (Why.OLDER, Why.CHANGED, Why.NOT_SIGNED)


def test_signatures_that_have_ended_are_refused(maker: UpdateMaker, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"signatures of the update in .* have ended"):
        maker.sign(NEW, days=-1)
    assert refused(maker, tmp_path) is Why.EXPIRED


def test_the_package_of_another_system_is_not_taken(maker: UpdateMaker, tmp_path: Path) -> None:
    maker.sign(NEW, systems=(OTHER,))
    assert refused(maker, tmp_path) is Why.OTHER_SYSTEM


def test_new_keys_count_if_the_former_ones_say_so_and_the_former_end(
    maker: UpdateMaker, tmp_path: Path
) -> None:
    later = tmp_path / "later"
    new_keys(later, maker.keys)
    made = package(tmp_path / "made", NEW)
    sign_packages([made], later, tmp_path / "by-later")
    assert take(maker, tmp_path, fetch_from(tmp_path / "by-later")) == NEW
    (tmp_path / "package").unlink()
    maker.sign("9.9.9")
    assert refused(maker, tmp_path) is Why.NOT_SIGNED


def test_a_station_verifies_without_cryptography(maker: UpdateMaker, tmp_path: Path) -> None:
    maker.sign(NEW)
    program = (
        "import sys; sys.modules['cryptography'] = None\n"
        "from pathlib import Path\n"
        "from update_folders import fetch_from\n"
        "from hcmd_lab.updates.verifying import find_release\n"
        f"root = Path({str(maker.keys)!r}, 'root.json').read_bytes()\n"
        f"fetch = fetch_from(Path({str(maker.into)!r}))\n"
        f"print(find_release(root, Path({str(tmp_path)!r}, 'seen'), {SYSTEM!r}, fetch).version)\n"
    )
    program = program.replace(
        "from update_folders",
        "sys.modules['hcmd_lab.updates.keys'] = sys.modules['hcmd_lab.updates.signing'] = "
        "type(sys)('none')\n"
        "sys.modules['hcmd_lab.updates.keys'].new_keys = None\n"
        "sys.modules['hcmd_lab.updates.signing'].VALID_DAYS = 0\n"
        "sys.modules['hcmd_lab.updates.signing'].sign_packages = None\n"
        "from update_folders",
    )
    support = Path(__file__).parents[1] / "support"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(support)!r})\n{program}"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == NEW, done.stderr


# --- what is packed ------------------------------------------------------------------------------


def entry(
    name: str, kind: bytes = tarfile.REGTYPE, link: str = "", size: int = 0
) -> tarfile.TarInfo:
    about = tarfile.TarInfo(name)
    about.type, about.linkname, about.size = kind, link, size
    return about


PROGRAM = ("hcmd-kiosk/hcmd-kiosk", b"#!/bin/sh\n")


@pytest.mark.parametrize(
    "bad",
    [
        entry("../evil", size=1),
        entry("/evil", size=1),
        entry("evil", size=1),
        entry("hcmd-kiosk/../../evil", size=1),
        entry("hcmd-kiosk\\..\\..\\evil", size=1),
        entry("hcmd-kiosk/c:evil", size=1),
        entry("hcmd-kiosk/new\nline", size=1),
        entry("hcmd-kiosk/hcmd-kiosk", size=1),  # twice
        entry("hcmd-kiosk/link", tarfile.SYMTYPE, "../../evil"),
        entry("hcmd-kiosk/link", tarfile.SYMTYPE, "/etc/passwd"),
        entry("hcmd-kiosk/link", tarfile.SYMTYPE, "a/../../../evil"),
        entry("hcmd-kiosk/link", tarfile.SYMTYPE, ".."),
        entry("hcmd-kiosk/hard", tarfile.LNKTYPE, "hcmd-kiosk/hcmd-kiosk"),
        entry("hcmd-kiosk/pipe", tarfile.FIFOTYPE),
        entry("hcmd-kiosk/device", tarfile.CHRTYPE),
    ],
    ids=lambda bad: f"{bad.name!r} {bad.linkname}",
)
def test_an_entry_that_leads_elsewhere_is_refused(bad: tarfile.TarInfo, tmp_path: Path) -> None:
    made = packed(tmp_path / "made.tar.gz", PROGRAM, bad)
    with pytest.raises(NotTakenError):
        unpack_program(made, tmp_path / "programs" / NEW)
    assert list((tmp_path / "programs").iterdir()) == []
    assert not list(tmp_path.rglob("evil"))


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    made = packed(
        tmp_path / "made.tar.gz", PROGRAM,
        entry("hcmd-kiosk/a", tarfile.SYMTYPE, "b"),
        entry("hcmd-kiosk/a/evil", size=1),
    )  # fmt: skip
    with pytest.raises(NotTakenError):
        unpack_program(made, tmp_path / "programs" / NEW)
    assert list((tmp_path / "programs").iterdir()) == []


def test_a_package_that_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hcmd_lab.updates.unpacking.MAX_UNPACKED_BYTES", 100_000)
    made = packed(tmp_path / "made.tar.gz", PROGRAM, ("hcmd-kiosk/zeros", bytes(1_000_000)))
    with pytest.raises(NotTakenError, match="larger than any kiosk"):
        unpack_program(made, tmp_path / "programs" / NEW)
    assert list((tmp_path / "programs").iterdir()) == []


@pytest.mark.parametrize("cut", [0, 1, 40, -20])
def test_a_package_that_is_no_archive_or_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    made = packed(tmp_path / "made.tar.gz", PROGRAM, ("hcmd-kiosk/more", bytes(range(256)) * 90))
    made.write_bytes(made.read_bytes()[:cut] if cut else b"MZ no archive at all")
    with pytest.raises(NotTakenError):
        unpack_program(made, tmp_path / "programs" / NEW)
    assert list((tmp_path / "programs").iterdir()) == []


def test_without_the_program_it_is_no_kiosk(tmp_path: Path) -> None:
    made = packed(tmp_path / "made.tar.gz", ("hcmd-kiosk/readme", b"hello"))
    with pytest.raises(NotTakenError, match="the program itself is not in it"):
        unpack_program(made, tmp_path / "programs" / NEW)


def test_what_is_unpacked_is_its_owners_alone(tmp_path: Path) -> None:
    unpack_program(packed(tmp_path / "made.tar.gz", PROGRAM), tmp_path / "programs" / NEW)
    for path in (tmp_path / "programs").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize("kept", [b"", b"{", b'{"version": "../../evil"}', b'{"version": "1"}'])
def test_a_spoilt_record_starts_the_installed_program(tmp_path: Path, kept: bytes) -> None:
    programs = TakenPrograms(tmp_path)
    programs.take(NEW, packed(tmp_path / "made.tar.gz", PROGRAM))
    assert programs.newest is not None
    (programs.folder / "taken.json").write_bytes(kept)
    assert programs.newest is None
    assert str(tmp_path) not in programs.command()[0]


# --- the host ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["../keys/root.pem", "/etc/passwd", "root.pem", "timestamp.json/../x", "", ".", "a\x00b",
     "1.root.json.bak", "1.evil.json"],
)  # fmt: skip
def test_a_host_gives_nothing_but_the_update(maker: UpdateMaker, name: str) -> None:
    maker.sign(NEW)
    (maker.into / "root.pem").write_bytes(b"secret")
    assert open_offer(maker.into).part_of(name, 0, PART_BYTES) is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_host_does_not_follow_links(maker: UpdateMaker, tmp_path: Path) -> None:
    maker.sign(NEW)
    offer = open_offer(maker.into)
    (tmp_path / "secret").write_bytes(b"secret")
    (maker.into / "7.root.json").symlink_to(tmp_path / "secret")
    assert offer.part_of("7.root.json", 0, PART_BYTES) is None


class Lab:
    """A lab computer with one paired station, that may have been told to update."""

    def __init__(self, maker: UpdateMaker, folder: Path) -> None:
        maker.sign(NEW)
        self.identity, self.token = folder / "identity", new_token()
        kept = LabIdentity(self.identity)
        kept.certificate()
        kept.claim("7", token_sha256(self.token))
        self.visit = UpdateVisit(open_offer(maker.into), HOME, 0, identity=self.identity)
        self.port = self.visit.start()
        self.lines: list[Attacker] = []

    def connect(self) -> Attacker:
        self.lines.append(Attacker(self.port))
        return self.lines[-1]

    def hello(self, line: Attacker, token: str | None = None, **fields: object) -> None:
        known = {"station": "7", "token": token or self.token, "system": SYSTEM, "version": "0.0.1"}
        line.say("update_hello", **(known | fields))


@pytest.fixture
def lab(qtbot: QtBot, maker: UpdateMaker, tmp_path: Path) -> Iterator[Lab]:
    made = Lab(maker, tmp_path)
    yield made
    made.visit.close()
    for line in made.lines:
        line.close()


@pytest.mark.parametrize("protocol", [0, PROTOCOL - 1, PROTOCOL, PROTOCOL + 1])
def test_a_station_of_any_protocol_is_told(lab: Lab, qtbot: QtBot, protocol: int) -> None:
    def come() -> object:
        line = lab.connect()
        line.say("hello", protocol=protocol, station="7", unheard="of")
        return line.hear()

    assert beside(qtbot, come) == {"type": "update_offer", "update": 1}


@pytest.mark.parametrize("token", ["0" * 64, "f" * 64])
def test_a_stranger_is_given_nothing(lab: Lab, qtbot: QtBot, token: str) -> None:
    lab.visit.begin()

    def come() -> object:
        line = lab.connect()
        lab.hello(line, token)
        return line.hear(), line.hear()

    assert beside(qtbot, come) == ({"type": "update_end", "why": "unknown"}, None)
    assert lab.visit.of(Stage.AWAY) == ["7"]


def test_a_station_with_nothing_to_do_stays_on_the_line(lab: Lab, qtbot: QtBot) -> None:
    lab.visit.begin()

    def come() -> tuple[object, Attacker]:
        line = lab.connect()
        lab.hello(line, version=NEW)
        return line.hear(), line

    heard, line = beside(qtbot, come)
    assert heard == {"type": "update_end", "why": "done"}
    line.say("update_fetch", name="timestamp.json", part=0)  # but is given nothing
    assert beside(qtbot, line.hear) == {"type": "update_end", "why": "not_understood"}


def test_who_does_not_say_who_it_is_fetches_nothing(lab: Lab, qtbot: QtBot) -> None:
    lab.visit.begin()

    def come() -> object:
        line = lab.connect()
        line.say("update_fetch", name="timestamp.json", part=0)
        return line.hear()

    assert beside(qtbot, come) == {"type": "update_end", "why": "not_understood"}


def test_nothing_is_given_before_the_experimenter_says_so(lab: Lab, qtbot: QtBot) -> None:
    def come() -> object:
        line = lab.connect()
        lab.hello(line)
        line.say("update_fetch", name="timestamp.json", part=0)
        return line.hear()

    assert beside(qtbot, come) == {"type": "update_end", "why": "not_understood"}


def test_a_station_in_a_session_is_not_told_to_begin(lab: Lab, qtbot: QtBot) -> None:
    lab.visit.begin()

    def come() -> object:
        line = lab.connect()
        lab.hello(line, busy=True)
        return line.hear()

    assert beside(qtbot, come) == {"type": "update_end", "why": "not_taken"}
    assert lab.visit.stations["7"].why == Why.IN_SESSION


@pytest.mark.parametrize("name", ["../keys/root.pem", "/etc/passwd", "..", "a/b"])
def test_a_paired_station_cannot_ask_for_other_files(lab: Lab, qtbot: QtBot, name: str) -> None:
    lab.visit.begin()

    def come() -> object:
        line = lab.connect()
        lab.hello(line)
        line.hear()
        line.say("update_fetch", name=name, part=0)
        return line.hear()

    assert beside(qtbot, come) == {"type": "update_end", "why": "not_understood"}


def test_no_update_is_offered_while_a_session_is_served(
    qtbot: QtBot, maker: UpdateMaker, tmp_path: Path
) -> None:
    maker.sign(NEW)
    kept = LabIdentity(tmp_path / "identity")
    host = LabHost(kept.certificate(), kept, "now", "7Q4M")
    port = host.listen(HOME, 0)
    visit = UpdateVisit(open_offer(maker.into), HOME, port, identity=tmp_path / "identity")
    with pytest.raises(OperatorError, match="perhaps another session or an update"):
        visit.start()

    def come() -> object:
        with closing(Attacker(port)) as line:
            line.say("update_hello", station="7", token="0" * 64, system=SYSTEM, version="0.0.1")
            return line.hear()

    answer = beside(qtbot, come)
    assert isinstance(answer, dict)
    assert (answer["type"], answer["code"]) == ("refused", "not_understood")
    host.close()
