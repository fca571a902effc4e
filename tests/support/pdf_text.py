"""The text of a PDF, as somebody copies it from there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

_HALF_A_LETTER = 2.0
"""Points by which a number at the end of an axis, in the middle of its line, may stand out."""

_SIDES = re.compile(r'(width|xMin|xMax)="([\d.]+)"')


def text_of(path: Path) -> str:
    """The text, in lines as on the page; the test is skipped where pdftotext is not installed."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run(
        [tool, "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout


def beyond_margins(path: Path, margin_mm: float) -> list[str]:
    """Words that do not lie within the margins at the sides of their page."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    told = subprocess.run(
        [tool, "-bbox", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    margin, width, found = margin_mm * 72 / 25.4, 0.0, []
    for line in told.splitlines():
        sides = {name: float(value) for name, value in _SIDES.findall(line)}
        if "<page " in line:
            width = sides["width"]
        elif "<word " in line:
            left, right = sides["xMin"] - margin, width - margin - sides["xMax"]
            if min(left, right) < -_HALF_A_LETTER:
                found.append(line.strip())
    return found
