"""The default port of a host."""

DEFAULT_PORT = 8765
