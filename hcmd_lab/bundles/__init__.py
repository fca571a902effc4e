"""A study in one file, for merging what several labs have played under one design."""

SUFFIX = ".hcmd"
"""How the name of a bundle ends."""
