"""What a wheel holds: `ui` and `resources` inside of `hcmd_lab`, not at the top among others'.

`hcmd_lab/shipped_parts.py` finds them there. All else stands in pyproject.toml.
"""

from setuptools import find_packages, setup

PARTS = ("ui", "resources")
INSIDE = "hcmd_lab.parts"

setup(
    packages=[
        *find_packages(include=["hcmd_lab", "hcmd_lab.*"]),
        *(
            f"{INSIDE}.{package}"
            for part in PARTS
            for package in find_packages(include=[part, f"{part}.*"])
        ),
    ],
    package_dir={f"{INSIDE}.{part}": part for part in PARTS},
    package_data={"hcmd_lab": ["py.typed"], f"{INSIDE}.resources": ["**/*"]},
    exclude_package_data={f"{INSIDE}.resources": ["**/*.ts", "draw_icons.py", "translate.py"]},
)
