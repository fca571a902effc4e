"""The lock agrees with what is declared, and with the systems that are claimed."""

import contextlib
import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from platforms import GLIBC, MACOS, PLATFORMS, PYTHONS, Platform, supported, wanted_wheel

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
DECLARED = {
    "program.txt": PROJECT["dependencies"],
    "development.txt": EXTRAS["dev"],
    "installer.txt": EXTRAS["installer"],
    "statistics.txt": EXTRAS["statistics"],
}


class Locked:
    """A package in a file of the lock."""

    def __init__(self, text: str) -> None:
        head, *rest = text.splitlines()
        requirement = Requirement(head.removesuffix(" \\"))
        self.name = canonicalize_name(requirement.name)
        (specifier,) = requirement.specifier
        self.version = specifier.version
        self.marker = requirement.marker or Marker("python_version > '3'")
        self.hashes = [line.partition("sha256:")[2][:64] for line in rest if "--hash" in line]
        self.wheels = [line.strip(" #") for line in rest if line.startswith("    # ")]

    def is_for(self, platform: Platform, python: int) -> bool:
        there = {
            "sys_platform": platform.marker,
            "python_version": f"3.{python}",
            "python_full_version": f"3.{python}.0",
        }
        return self.marker.evaluate(dict(default_environment()) | there)


def locked(name: str) -> list[Locked]:
    lines = (LOCKS / name).read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    return [Locked(part) for part in re.split(r"\n(?=\S)", text)]


FILES = sorted(path.name for path in LOCKS.iterdir())
ALL = {package.name: package for name in FILES for package in locked(name)}


def test_each_package_is_locked_once() -> None:
    assert len(ALL) == sum(len(locked(name)) for name in FILES)


def test_no_index_is_named() -> None:
    for name in FILES:
        text = (LOCKS / name).read_text("utf-8")
        assert "://" not in text
        assert "index" not in text


def named_with(text: str) -> list[str]:
    """The files of the lock that a command line installs from."""
    return re.findall(r"-r locks/([\w-]+\.txt)", text)


def needed_of(requirements: list[str]) -> dict[str, str]:
    """Packages that these need on this computer, by who needs them, where they are installed."""
    found: dict[str, str] = {}
    waiting = [(text, "pyproject.toml") for text in requirements]
    while waiting:
        text, by = waiting.pop()
        requirement = Requirement(text)
        extras = ("", *requirement.extras)
        name = canonicalize_name(requirement.name)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        if name not in found:
            found[name] = by
            with contextlib.suppress(PackageNotFoundError):
                for more in distribution(name).requires or ():
                    marker = Requirement(more).marker
                    if marker is None or any(marker.evaluate({"extra": each}) for each in extras):
                        waiting.append((more.partition(";")[0], name))
    return found


@pytest.mark.parametrize("file", DECLARED)
def test_the_line_at_the_head_of_a_file_installs_all_that_its_packages_need(file: str) -> None:
    head = (LOCKS / file).read_text("utf-8").partition("\n\n")[0]
    there = {package.name for name in named_with(head) for package in locked(name)}
    there |= {package.name for package in locked("linux-gpu.txt")}  # of the default build of torch
    wanted = needed_of([*DECLARED["program.txt"], *DECLARED[file]])
    assert {name: by for name, by in wanted.items() if name not in there} == {}


def test_whoever_installs_from_the_lock_names_all_files_that_it_takes() -> None:
    heads = {name: set(named_with((LOCKS / name).read_text("utf-8"))) for name in FILES}
    places = [*ROOT.glob(".github/workflows/*.yml"), *ROOT.glob("docs/*.md"), ROOT / "Makefile"]
    texts = [re.sub(r"\\\n\s*", "", place.read_text("utf-8")) for place in places]
    lines = [line for text in texts for line in text.splitlines()]
    installing = [line for line in lines if "--require-hashes" in line and named_with(line)]
    assert installing
    for line in installing:
        there = set(named_with(line))
        assert all(heads[name] <= there for name in there), line


@pytest.mark.parametrize("file", DECLARED)
def test_what_is_declared_is_locked_within_its_bounds(file: str) -> None:
    for text in DECLARED[file]:
        requirement = Requirement(text)
        package = ALL[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(package.version), text


def test_what_is_constrained_is_locked_as_it_is() -> None:
    pins = dict(
        line.split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    )
    differing = {
        name: (version, ALL[canonicalize_name(name)].version)
        for name, version in pins.items()
        if canonicalize_name(name) not in ALL or ALL[canonicalize_name(name)].version != version
    }
    assert not differing, "make lock"


@pytest.mark.parametrize("package", ALL.values(), ids=list(ALL))
def test_the_files_are_those_of_the_package(package: Locked) -> None:
    assert len(package.hashes) == len(package.wheels) > 0
    for wheel in package.wheels:
        name, version, _, _ = parse_wheel_filename(wheel)
        assert (name, str(version)) == (package.name, package.version)
        assert wanted_wheel(wheel)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.marker)
def test_every_package_has_a_wheel_for_each_system(platform: Platform, python: int) -> None:
    tags = supported(platform, python)
    lacking = [
        package.name
        for package in ALL.values()
        if package.is_for(platform, python)
        and not any(parse_wheel_filename(wheel)[3] & tags for wheel in package.wheels)
    ]
    assert not lacking


def test_older_systems_are_not_claimed_because_they_lack_wheels() -> None:
    """The claim is as wide as it can be: what is older has no wheel of some package."""

    def has(package: str, tag: str) -> bool:
        return any(tag in wheel for wheel in ALL[package].wheels)

    assert not has("torch", "macosx_13"), "macOS 13 could be claimed"
    assert not has("torch", "macosx_14_0_x86_64"), "Macs with an Intel processor could be claimed"
    assert not has("pyside6-essentials", "manylinux_2_28_x86_64"), "an older glibc could be claimed"


def test_the_claim_is_told_alike_everywhere() -> None:
    guide = (ROOT / "docs" / "lab-manager-guide.md").read_text("utf-8")
    row = next(line for line in guide.splitlines() if line.startswith("| System |"))
    for words in (
        "Windows 10",
        "x64",
        f"macOS {MACOS[0]}",
        "Apple",
        f"glibc {GLIBC[0]}.{GLIBC[1]}",
    ):
        assert words in row
    classifiers = PROJECT["classifiers"]
    said = {line.rpartition(" :: ")[2] for line in classifiers if "Python :: 3." in line}
    assert said == {f"3.{minor}" for minor in PYTHONS}
    systems = {line.partition(" :: ")[2] for line in classifiers if line.startswith("Operating")}
    assert systems == {
        "Microsoft :: Windows :: Windows 10",
        "Microsoft :: Windows :: Windows 11",
        "MacOS :: MacOS X",
        "POSIX :: Linux",
    }
