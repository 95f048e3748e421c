"""`make pictures`: take `docs/screenshots/*.png` of the demo's invented county, in a private database.

The county stands still at a Tuesday morning, so that weekdays, hours and people stay the same from one time to the
next; only the codes of cases are drawn anew. Needs the Chromium that the browser tests use.
`python -m tests.pictures board case` takes some.
"""

import os
import sys

from lus.embedded.services import throwaway_services


def main(names: list[str]) -> int:
    """Fill, serve, take; return 0."""
    with throwaway_services() as addresses:
        os.environ.update(
            addresses,
            LUS_TEST="1",
            LUS_DEMO="1",
            LOG_LEVEL="WARNING",
            DJANGO_SETTINGS_MODULE="lus.settings",
            DJANGO_ALLOW_ASYNC_UNSAFE="1",  # Playwright's loop runs in this thread
        )
        import django

        django.setup()
        from .county import a_county_that_stands_still
        from .shots import take

        with a_county_that_stands_still() as address:
            for line in take(address, set(names)):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
