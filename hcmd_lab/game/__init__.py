"""The game without a screen, a clock, a network, a database or a neural network."""
