"""What the experimenter sees and does before, during and after a session."""
