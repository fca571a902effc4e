"""The parts that the participant's pages are made of."""
