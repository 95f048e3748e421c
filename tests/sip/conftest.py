"""What all tests of SIP may ask for."""

import pytest

from .outside import Outside, around_home


@pytest.fixture
def home() -> Outside:
    """A person at home and the units around; most files let more happen first."""
    return around_home()
