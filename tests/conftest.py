"""What all tests share: a real worker, a real browser, and how hard hypothesis looks."""

import os

from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.real_worker", "tests.real_live", "tests.real_browser"]

hypothesis_settings.register_profile("fast", max_examples=25, deadline=None, derandomize=True)
hypothesis_settings.register_profile("nightly", max_examples=2000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
