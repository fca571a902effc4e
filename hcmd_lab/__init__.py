"""HCMD Lab: in-person sessions of the Public Investment Game that learn their own mechanism."""

__version__ = "0.2.0.dev0"
