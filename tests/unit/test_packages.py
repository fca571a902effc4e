"""What a release consists of, as far as it can be looked at without the systems it is for."""

import hashlib
import json
import plistlib
import re
import shutil
import subprocess
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from bundled import Part
from debian import needed_packages, write_deb
from notices import write_bill
from own_files import documents, lab_resources, own_modules, resources
from packages import _windows_installer, sign, write_sums
from programs import Program
from wheelhouse import HOW, hashed_wheels, without

from hcmd_lab.system_libraries import listed
from hcmd_lab.telling.updates import updated_words
from hcmd_lab.updates.reasons import Why
from hcmd_lab.updates.releases import debian_version
from hcmd_lab.updates.stations import Stage, Updated

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "installer" / "windows"
DPKG = shutil.which("dpkg-deb") or ""
MACOS = ROOT / "installer" / "macos"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    folder = tmp_path / "dist" / "hcmd-kiosk"
    (folder / "_internal").mkdir(parents=True)
    (folder / "licences").mkdir()
    (folder / "licences" / "NOTICES.txt").write_text("HCMD Lab is under the Apache License.\n")
    (folder / "hcmd-kiosk").write_bytes(b"\x7fELF GLIBC_2.4 GLIBC_2.34 GLIBC_2.17")
    return Program(tmp_path / "dist", "hcmd-kiosk", tmp_path)


def test_programs_hold_what_they_draw_with_and_every_panel() -> None:
    held = {f"{folder}/{Path(path).name}" for path, folder in resources()}
    assert {
        "resources/style/family.qss", "resources/translations/hcmd_de.qm",
        "resources/icons/hcmd-kiosk-256.png", "resources/system-libraries.txt",
    } <= held  # fmt: skip
    assert not any(name.endswith((".ts", ".py", ".pyc")) for name in held)
    of_the_lab = {f"{folder}/{Path(path).name}" for path, folder in lab_resources()}
    assert "resources/replication/reproduce.py" in of_the_lab
    assert not held & of_the_lab
    assert "docs/windows.md" in {f"{folder}/{Path(path).name}" for path, folder in documents()}
    panels = own_modules("ui.control")
    assert {"ui.control", "ui.control.desk", "ui.control.session"} <= set(panels)
    assert all(find_spec(name) for name in panels)


@pytest.mark.skipif(not DPKG, reason="dpkg-deb is not here")
def test_a_deb_brings_the_menu_the_icons_and_the_service(program: Program, tmp_path: Path) -> None:
    deb = write_deb(program, tmp_path)
    said = subprocess.check_output([DPKG, "--field", str(deb)], text=True)
    assert "Package: hcmd-kiosk\n" in said
    assert "libc6 (>= 2.34)" in said
    assert all(each.apt in said for each in listed())
    unpacked = tmp_path / "unpacked"
    subprocess.run([DPKG, "--raw-extract", str(deb), str(unpacked)], check=True)
    service = (unpacked / "usr/lib/systemd/system/hcmd-kiosk.service").read_text("utf-8")
    (started,) = re.findall(r"^ExecStart=.* -- (\S+)", service, re.MULTILINE)
    assert (unpacked / started.lstrip("/")).is_file()
    entry = (unpacked / "usr/share/applications/hcmd-kiosk.desktop").read_text("utf-8")
    assert entry.startswith("[Desktop Entry]\n")
    assert "\nIcon=hcmd-kiosk\n" in entry
    (run,) = re.findall(r"^Exec=(\S+)", entry, re.MULTILINE)
    assert (unpacked / run.lstrip("/")).is_file()
    assert (unpacked / "usr/bin/hcmd-kiosk").readlink() == Path(run)
    icons = unpacked / "usr/share/icons/hicolor"
    assert (icons / "48x48/apps/hcmd-kiosk.png").is_file()
    configured = (unpacked / "DEBIAN/conffiles").read_text().split()
    assert all((unpacked / name.lstrip("/")).is_file() for name in configured)
    (kept,) = re.findall(r"^EnvironmentFile=(\S+)", service, re.MULTILINE)
    assert kept in configured


@pytest.mark.parametrize(
    ("own", "debian"),
    [("0.2.0", "0.2.0"), ("0.2.0.dev0", "0.2.0~dev0"), ("1.0.0rc1", "1.0.0~rc1")],
)
@pytest.mark.skipif(not DPKG, reason="dpkg is not here")
def test_a_release_is_newer_than_what_led_to_it(own: str, debian: str) -> None:
    assert debian_version(own) == debian
    release = re.sub(r"~.*", "", debian)
    compare = [shutil.which("dpkg") or "", "--compare-versions", debian, "le", release]
    subprocess.run(compare, check=True)


@pytest.mark.parametrize("system", ["linux-x86_64", "windows-x64"])
@pytest.mark.skipif(not DPKG, reason="dpkg is not here")
def test_a_station_that_is_updated_by_hand_is_named_the_file_that_is_packed(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    if system.startswith("linux"):
        packed = write_deb(program, tmp_path)
    else:
        monkeypatch.setattr("packages.subprocess.run", lambda *_, **__: None)  # Inno Setup
        packed = _windows_installer(program, tmp_path, version("hcmd-lab"))
    known = Updated("7", Stage.NOT_TAKEN, "0.1.0", system, version("hcmd-lab"))
    for why in (Why.UNGUARDED, Why.NOT_STARTED, Why.RETURNED):
        assert packed.name in updated_words(replace(known, why=why))


@pytest.mark.skipif(not DPKG, reason="dpkg is not here")
def test_a_station_s_deb_names_what_its_service_starts_on(program: Program, tmp_path: Path) -> None:
    made = [DPKG, "--field", str(write_deb(program, tmp_path)), "Suggests"]
    said = subprocess.run(made, check=True, capture_output=True, text=True).stdout
    pages = ("kiosk/hcmd-kiosk.service", "packages.md", "lab-manager-guide.md")
    for page in (*pages, "lab-manager-guide.de.md"):
        (named,) = re.findall(
            r"apt install (cage[a-z ]*)", (ROOT / "docs" / page).read_text("utf-8")
        )
        assert named.split() == said.strip().split(", "), page


def test_a_deb_needs_what_doctor_looks_for() -> None:
    assert set(needed_packages()) > {each.apt for each in listed()}


def test_the_sums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    for name in ("b.deb", "a.tar.gz"):
        (tmp_path / name).write_bytes(name.encode())
    write_sums(tmp_path, [tmp_path / "b.deb", tmp_path / "a.tar.gz"])
    lines = (tmp_path / "SHA256SUMS").read_text().splitlines()
    assert lines == [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.tar.gz", "b.deb")
    ]


def test_a_file_is_signed_by_the_command_or_the_release_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.deb"
    file.touch()
    monkeypatch.delenv("HCMD_SIGN", raising=False)
    sign(file)
    monkeypatch.setenv("HCMD_SIGN", "false --detach")
    with pytest.raises(SystemExit, match=r"a\.deb was not signed: false did not succeed\."):
        sign(file)


def test_every_wheel_of_a_house_is_pinned_by_its_hash(tmp_path: Path) -> None:
    names = ("torch-2.13.0+cpu-cp311-cp311-manylinux_2_28_x86_64.whl", "a_b-1.0-py3-none-any.whl")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "other.txt").touch()
    first, second = hashed_wheels(tmp_path).splitlines()
    assert first == f"a-b==1.0 --hash=sha256:{hashlib.sha256(names[1].encode()).hexdigest()}"
    assert second.startswith("torch==2.13.0+cpu --hash=sha256:")
    assert "--require-hashes" in HOW
    assert "--no-index" in HOW


def test_a_package_is_taken_out_of_the_lock_with_its_hashes() -> None:
    lock = (ROOT / "locks" / "program.txt").read_text("utf-8")
    rest = without(lock, "torch")
    assert "torch-2" not in rest
    assert "\ntorch-geometric==" in rest
    assert rest.count("\n") < lock.count("\n") - 20


# The parts of Inno Setup's own language that the installers use; everything else is a slip.
SECTIONS = {
    "Setup", "Languages", "Files", "InstallDelete", "Icons", "Tasks", "Run", "UninstallRun", "Code",
}  # fmt: skip
KEYS = {
    "Languages": {"Name", "MessagesFile"},
    "Files": {"Source", "DestDir", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Icons": {"Name", "Filename", "Parameters", "AppUserModelID", "Tasks"},
    "Tasks": {"Name", "Description", "Flags"},
    "Run": {"Filename", "Parameters", "Flags"},
    "UninstallRun": {"Filename", "Parameters", "Flags", "RunOnceId"},
}
FLAGS = {"ignoreversion", "recursesubdirs", "createallsubdirs", "runhidden", "unchecked"}
CONSTANTS = {"app", "group", "autopf", "sys", "commonstartup"}
ENTRY = re.compile(r'(\w+): ("(?:[^"]|"")*"|[\w ]+)(?:; |$)')


class Installer:
    """A script of Inno Setup with what it includes, in sections."""

    def __init__(self, file: Path) -> None:
        text = file.read_text("utf-8")
        self.defined = dict(re.findall(r'^#define (\w+) "(.*)"$', text, re.MULTILINE))
        text = re.sub(
            r'^#include "(.*)"$', lambda m: (WINDOWS / m[1]).read_text("utf-8"), text, flags=re.M
        )
        self.sections: dict[str, list[str]] = {}
        section = ""
        for line in text.splitlines():
            if line.startswith("["):
                section = line.strip("[]")
                self.sections.setdefault(section, [])
            elif section == "Code" or (line and not line.startswith((";", "#"))):
                self.sections[section].append(line)

    def entries(self, section: str) -> list[dict[str, str]]:
        found = []
        for line in self.sections.get(section, ()):
            assert "".join(match[0] for match in ENTRY.finditer(line)) == line, line
            found.append({key: _unquoted(value) for key, value in ENTRY.findall(line)})
        return found


def _unquoted(value: str) -> str:
    return value[1:-1].replace('""', '"') if value.startswith('"') else value


@pytest.fixture(params=["hcmd-lab", "hcmd-kiosk"])
def installer(request: pytest.FixtureRequest) -> Installer:
    return Installer(WINDOWS / f"{request.param}.iss")


def test_a_windows_installer_uses_what_inno_setup_has(installer: Installer) -> None:
    assert set(installer.sections) <= SECTIONS
    for section, keys in KEYS.items():
        for entry in installer.entries(section):
            assert set(entry) <= keys
            assert set(entry.get("Flags", "").split()) <= FLAGS
    setup = dict(line.split("=", 1) for line in installer.sections["Setup"])
    assert setup["PrivilegesRequired"] == "admin", "for all users"
    for key in ("SetupIconFile", "LicenseFile"):
        place = setup[key].replace("\\", "/").replace("{#Name}", installer.defined["Name"])
        assert (WINDOWS / place).is_file()


def test_its_constants_and_functions_are_there(installer: Installer) -> None:
    code = "\n".join(installer.sections["Code"])
    functions = set(re.findall(r"^function (\w+)", code, re.MULTILINE))
    text = "\n".join(line for lines in installer.sections.values() for line in lines)
    for constant in re.findall(r"(?<!\{)\{(?!#|\{)([^{}]*)\}", text):
        kind, _, what = constant.partition(":")
        match kind:
            case "code":
                assert what in functions
            case "param":
                assert what.partition("|")[0] in {"SERVER", "STATION", "PORT"}
            case _:
                assert constant in CONSTANTS
    assert set(re.findall(r"\{#(\w+)\}", text)) <= {*installer.defined, "Version", "Folder"}
    words = re.findall(r"\b(begin|end|case|try)\b", re.sub(r"'[^']*'", "", code))
    assert words.count("begin") == words.count("end")


def test_every_station_is_installed_silently_with_its_name() -> None:
    kiosk = Installer(WINDOWS / "hcmd-kiosk.iss")
    assert all(entry["Parameters"] == "{code:Options}" for entry in kiosk.entries("Icons"))
    code = "\n".join(kiosk.sections["Code"])
    assert "'--server ' + KeptServer;" in code
    assert "' --station ' + KeptStation);" in code
    assert "{param:SERVER|}" in code
    assert "{param:STATION|}" in code


def test_an_update_of_a_station_keeps_its_name_and_its_server() -> None:
    code = "\n".join(Installer(WINDOWS / "hcmd-kiosk.iss").sections["Code"])
    # While it installs, Inno Setup has forgotten what the version before was told: what is read
    # then is empty, and an update after this one would know neither.
    before = code.partition("procedure InitializeWizard();")[2].partition("\nend;")[0]
    read = re.findall(r"Kept(\w+) := GetPreviousData\('(\w+)', ''\);", before)
    written = re.findall(r"SetPreviousData\(PreviousDataKey, '(\w+)', Kept(\w+)\);", code)
    assert read == written == [(name, name) for name in ("Server", "Station")]
    assert code.count("GetPreviousData") == len(read)


def test_the_firewall_is_opened_for_the_lab_alone_and_closed_again() -> None:
    lab = Installer(WINDOWS / "hcmd-lab.iss")
    commands = [entry["Parameters"] for entry in lab.entries("Run")]
    opened = [command for command in commands if "add rule" in command]
    assert len(opened) == 2
    assert all("profile=private,domain" in rule for rule in opened)
    assert all('program="{app}\\hcmd-lab.exe"' in rule for rule in opened)
    (closed,) = lab.entries("UninstallRun")
    assert 'delete rule name="HCMD Lab"' in closed["Parameters"]
    assert "Run" not in Installer(WINDOWS / "hcmd-kiosk.iss").sections


def test_an_application_may_do_what_it_does() -> None:
    rights = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert set(rights.values()) == {True}
    assert "com.apple.security.cs.allow-jit" in rights, "numba compiles"
    bash = shutil.which("bash")
    if bash:
        subprocess.run([bash, "-n", MACOS / "notarise.sh"], check=True)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_names_what_there_is(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text("utf-8"))
    text = file.read_text("utf-8")
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", text)) <= targets
    for name in re.findall(r"\b(?:installer|tests|resources|locks)/[\w./-]+\w", text):
        assert (ROOT / name).exists(), name
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 180
        needs = job.get("needs", [])
        assert set([needs] if isinstance(needs, str) else needs) <= set(workflow["jobs"])
        assert all({"uses", "run"} & set(step) for step in job["steps"])


def test_a_bill_of_materials_is_readable_by_machines(program: Program, tmp_path: Path) -> None:
    part = Part("Qt", "6.11", "LGPL-3.0-only", "pkg:generic/qt@6.11", ())
    write_bill(program, [part], tmp_path / "bill.json")
    bill = json.loads((tmp_path / "bill.json").read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    (component,) = bill["components"]
    assert (component["name"], component["purl"]) == ("Qt", "pkg:generic/qt@6.11")
