"""The database and the broker of one run: given by the environment, or started here."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .places import throwaway_folder
from .postgres import Postgres
from .valkey import Valkey

DATABASE = "lus"


@contextmanager
def services(
    home: Path, *, durable: bool, given: Mapping[str, str] | None = None
) -> Iterator[dict[str, str]]:
    """Yield `DATABASE_URL` and `REDIS_URL`: those in `given`, else of servers that run until the block is left.

    `given` is the process's environment by default. Files of started servers lie in `home`; with `durable=False`
    they are quick and not meant to be kept. The database is stopped last.
    """
    given = os.environ if given is None else given
    addresses = {name: given[name] for name in ("DATABASE_URL", "REDIS_URL") if given.get(name)}
    with ExitStack() as running:
        if "DATABASE_URL" not in addresses:
            postgres = Postgres(home, durable=durable)
            running.callback(postgres.stop)
            postgres.start()
            postgres.create_database(DATABASE)
            addresses["DATABASE_URL"] = postgres.url(DATABASE)
        if "REDIS_URL" not in addresses:
            valkey = Valkey(home, durable=durable)
            running.callback(valkey.stop)
            valkey.start()
            addresses["REDIS_URL"] = valkey.url()
        yield addresses


@contextmanager
def throwaway_services() -> Iterator[dict[str, str]]:
    """Yield the addresses of empty servers of our own; servers and files are gone afterwards."""
    folder = throwaway_folder()
    try:
        with services(folder, durable=False, given={}) as addresses:
            yield addresses
    finally:
        shutil.rmtree(folder, ignore_errors=True)
