"""The experimenter's control window."""
