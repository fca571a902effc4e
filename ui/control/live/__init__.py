"""What is played now, as plots that look at the session a few times a second."""
