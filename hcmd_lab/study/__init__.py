"""A study: its settings, where it stands in the loop, and what may be done next."""
