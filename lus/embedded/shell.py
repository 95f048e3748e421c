"""Run one command with a database and a broker around it.

    python -m lus.embedded.shell [--demo] COMMAND [ARGUMENT …]

By default they are empty and thrown away afterwards. `--demo` uses those of the demo in this checkout, starting them
when the demo is not running. Exits with the command's own code.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .places import lasting_folder
from .services import services, throwaway_services
from .turn import Occupied, running_addresses, taking_turn

CHECKOUT = Path(__file__).resolve().parents[2]


def main(words: Sequence[str]) -> int:
    """Run the command that stands in `words` and return its exit code."""
    with_demo = words[:1] == ["--demo"]
    command = list(words[1:] if with_demo else words)
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    return _in_demo(command) if with_demo else _in_throwaway(command)


def _in_throwaway(command: list[str]) -> int:
    with throwaway_services() as addresses:
        return _run(command, addresses)


def _in_demo(command: list[str]) -> int:
    home = lasting_folder(CHECKOUT)
    try:
        with taking_turn(home), services(home, durable=True) as addresses:
            return _run(command, addresses)
    except Occupied:
        return _run(command, running_addresses(home))


def _run(command: list[str], addresses: dict[str, str]) -> int:
    try:
        return subprocess.call(command, env={**os.environ, **addresses})
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
