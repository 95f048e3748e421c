"""After every test of an act the tables must say what the events say."""

from collections.abc import Iterator

import pytest

from discharge.verify import Difference, differences


@pytest.fixture(autouse=True)
def tables_follow_the_events(db: None) -> Iterator[None]:
    yield
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []
