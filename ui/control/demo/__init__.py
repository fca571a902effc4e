"""The demo with windows: the control window drives itself, simulated people play at kiosks."""
