"""The parts of the study panel."""
