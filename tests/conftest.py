"""What every test starts from."""

import os

from hypothesis import settings

# No display is needed, and none is used where there is one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machines that run these tests are noisy: time is limited per test, not per example.
settings.register_profile("lab", deadline=None, print_blob=True)
settings.load_profile("lab")
