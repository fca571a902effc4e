"""A packaged program as a .deb: what it needs, an entry of the menu, icons, a station's service."""

import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from programs import Program
from slimming import least_glibc

from hcmd_lab.updates.releases import deb_name, debian_version

ROOT = Path(__file__).parents[1]
PLACE = Path("opt/hcmd")
ABOUT = {
    "hcmd-lab": "sessions of the Public Investment Game, and learning from them",
    "hcmd-kiosk": "a participant's station of HCMD Lab",
}
ALWAYS = ("libstdc++6", "libgcc-s1", "libxcb1")
"""Needed by the libraries on the list, or part of every system but the barest."""

DEFAULTS = """\
# Read by hcmd-kiosk.service: where the lab computer is, and the name of this station.
#SERVER=192.168.1.10:8765
#STATION=7
"""


def write_deb(program: Program, out: Path) -> Path:
    """Write a program's .deb; returns the file."""
    name, own = program.folder.name, version("hcmd-lab")
    root = out / f".{name}"
    shutil.rmtree(root, ignore_errors=True)
    target = root / PLACE / name
    shutil.copytree(program.folder, target, symlinks=True)
    _link(root / "usr/bin" / name, Path("/") / PLACE / name / name)
    _menu(root, name)
    documents = root / "usr/share/doc" / name
    documents.mkdir(parents=True)
    shutil.copy(target / "licences" / "NOTICES.txt", documents / "copyright")
    if name == "hcmd-kiosk":
        _put(root / "etc/default" / name, DEFAULTS)
        service = (ROOT / "docs/kiosk/hcmd-kiosk.service").read_text("utf-8")
        _put(root / "usr/lib/systemd/system/hcmd-kiosk.service", service)
        _put(root / "DEBIAN/conffiles", f"/etc/default/{name}\n")
    _put(root / "DEBIAN/control", _control(program, debian_version(own), _size_kib(root)))
    deb = out / deb_name(name, own)
    subprocess.run(  # noqa: S603
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(root), str(deb)],  # noqa: S607
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    shutil.rmtree(root)
    return deb


def needed_packages() -> list[str]:
    """Packages of Debian and Ubuntu whose libraries the programs are linked with."""
    lines = (ROOT / "resources/system-libraries.txt").read_text("utf-8").splitlines()
    listed = [line.split()[2] for line in lines if line and not line.startswith("#")]
    return sorted({*listed, *ALWAYS})


def _control(program: Program, own: str, size_kib: int) -> str:
    name = program.folder.name
    needs = ", ".join([f"libc6 (>= {least_glibc(program.folder)})", *needed_packages()])
    return (
        f"Package: {name}\nVersion: {own}\nArchitecture: amd64\nSection: science\n"
        f"Priority: optional\nMaintainer: HCMD Lab\nInstalled-Size: {size_kib}\nDepends: {needs}\n"
        + ("Suggests: cage, xwayland\n" if name == "hcmd-kiosk" else "")
        + f"Description: {ABOUT[name]}\n"
        " In-person lab sessions that learn the mechanism people vote for.\n"
    )


def _menu(root: Path, name: str) -> None:
    """The entry of the menu with the icon's name instead of its place, and the icon's sizes."""
    lines = (ROOT / "docs/desktop" / f"{name}.desktop").read_text("utf-8").splitlines()
    entry = [f"Icon={name}" if line.startswith("Icon=") else line for line in lines]
    text = "\n".join(line for line in entry if not line.startswith("#"))
    _put(root / "usr/share/applications" / f"{name}.desktop", text + "\n")
    for picture in (ROOT / "resources/icons").glob(f"{name}-*.png"):
        size = picture.stem.rpartition("-")[2]
        folder = root / "usr/share/icons/hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(picture, folder / f"{name}.png")


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _link(path: Path, target: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def _size_kib(root: Path) -> int:
    return sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
