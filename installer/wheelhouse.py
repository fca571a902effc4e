"""All that pip needs to install HCMD Lab without a network: `make wheelhouse`.

    python installer/wheelhouse.py OUT [--torch WHEEL]

downloads what locks/program.txt pins for this system and this Python, checked by its hashes, builds
the wheel of HCMD Lab, and puts them into one archive, with a list of their hashes and a line on how
to install them. On Linux the default build of PyTorch wants locks/linux-gpu.txt too; `--torch`
takes a build for the processor alone from a file instead.
"""

import argparse
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).parents[1]
HOW = """\
In this folder, with the Python that its name tells (on Windows hcmd\\Scripts for hcmd/bin):

python -m venv hcmd
hcmd/bin/python -m pip install --require-hashes --no-index --find-links . -r {wheels}
hcmd/bin/hcmd-lab doctor
"""
LIST = "wheels.txt"
"""Every wheel by its hash, also those that no lock knows: PyTorch's own build, and HCMD Lab."""


def main() -> None:
    """Write the archive."""
    parser = argparse.ArgumentParser(description="Gather what pip needs without a network.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--torch", type=Path, help="a wheel of PyTorch to take instead")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    name = f"hcmd-lab-{version('hcmd-lab')}-wheels-{sys.platform}-cp3{sys.version_info.minor}"
    with tempfile.TemporaryDirectory(dir=given.out) as folder:
        house = Path(folder) / name
        house.mkdir()
        _gather(house, given.torch)
        (house / LIST).write_text(hashed_wheels(house), encoding="utf-8")
        (house / "INSTALL.txt").write_text(HOW.format(wheels=LIST), encoding="utf-8")
        archive = given.out / f"{name}.tar"  # wheels are compressed
        with tarfile.open(archive, "w") as tar:
            tar.add(house, name)
    line = f"{_digest(archive)}  {archive.name}\n"
    archive.with_suffix(".tar.sha256").write_text(line, encoding="utf-8")


def _gather(house: Path, torch: Path | None) -> None:
    lock = (ROOT / "locks" / "program.txt").read_text("utf-8")
    if torch is not None:
        (house / torch.name).write_bytes(torch.read_bytes())
        lock = without(lock, "torch")
    elif sys.platform == "linux":
        lock += (ROOT / "locks" / "linux-gpu.txt").read_text("utf-8")
    wanted = house.parent / "wanted.txt"
    wanted.write_text(lock, encoding="utf-8")
    _pip("download", "--require-hashes", "--no-deps", "-r", str(wanted), "-d", str(house))
    _pip("wheel", "--no-deps", "-w", str(house), str(ROOT))


def hashed_wheels(house: Path) -> str:
    """Requirements that pin every wheel of a folder by its hash."""
    lines = []
    for wheel in sorted(house.glob("*.whl")):
        name, release, _, _ = parse_wheel_filename(wheel.name)
        lines.append(f"{name}=={release} --hash=sha256:{_digest(wheel)}\n")
    return "".join(lines)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def without(lock: str, name: str) -> str:
    """A file of the lock without one package."""
    kept, is_kept = [], True
    for line in lock.splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            is_kept = not line.startswith(f"{name}==")
        kept.append(line if is_kept else "")
    return "".join(kept)


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", arguments[0], "--disable-pip-version-check", "--quiet"]
    if subprocess.run([*command, *arguments[1:]], check=False).returncode:  # noqa: S603
        sys.exit("The wheels could not be gathered, as pip says above.")


if __name__ == "__main__":
    main()
