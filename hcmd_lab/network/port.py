"""Where a host listens, and a station looks for it, unless something else was said."""

DEFAULT_PORT = 8765
