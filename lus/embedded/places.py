"""Where may the services keep their files, and as whom do they run?

Three obstacles: PostgreSQL refuses to run as root, a unix socket's path holds about 103 bytes, and `nobody` cannot
enter root's closed home. Wherever the checkout's own `.state` meets one of them, a folder under /var/tmp is used.
"""

import hashlib
import os
import pwd
import re
import shutil
import tempfile
from pathlib import Path
from typing import TypedDict

# leaves room for `/postgres/.s.PGSQL.5432.lock` within the 103 bytes of a socket's path
LONGEST_FOLDER = 70
# anything else would have to be quoted differently in three kinds of URL
_PLAIN = re.compile(r"[A-Za-z0-9._/-]+")
_THROWAWAY = "lus-throwaway-"
_SHARED = Path("/var/tmp")


class RunAs(TypedDict, total=False):
    """Keyword arguments of `subprocess.Popen` that change the user; empty for an ordinary user."""

    user: int
    group: int
    extra_groups: list[int]


def run_as() -> RunAs:
    """Return whom the database runs as: ourselves, or `nobody` when we are root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def can_be_entered(folder: Path) -> bool:
    """Tell whether everybody may pass through `folder` and all folders above it."""
    return all(part.stat().st_mode & 0o001 for part in [folder, *folder.parents] if part.exists())


def fits(folder: Path) -> bool:
    """Tell whether services of ours can live in `folder`: short, plainly named, and open to whom they run as."""
    if len(str(folder).encode()) > LONGEST_FOLDER or not _PLAIN.fullmatch(str(folder)):
        return False
    return os.geteuid() != 0 or can_be_entered(folder.parent)


def lasting_folder(checkout: Path) -> Path:
    """Return the folder that keeps the demo's data between starts; made when missing.

    `.state` in the checkout (or what LUS_STATE says), or a folder under /var/tmp named by user and checkout when that
    does not fit.
    """
    inside = Path(os.environ.get("LUS_STATE") or checkout / ".state").absolute()
    if fits(inside):
        inside.mkdir(mode=0o755, parents=True, exist_ok=True)
        return inside
    return own_shared_folder(inside)


def own_shared_folder(checkout: Path) -> Path:
    """Return our folder under /var/tmp for this checkout; raise `PermissionError` when someone else made it."""
    mark = hashlib.sha256(str(checkout).encode()).hexdigest()[:10]
    folder = _SHARED / f"lus-{os.geteuid()}-{mark}"
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise PermissionError(f"{folder} belongs to someone else; remove it or move the checkout.")
    return folder


def throwaway_folder() -> Path:
    """Make a fresh folder for one run; folders whose process died without clearing up are removed first."""
    temporary = Path(tempfile.gettempdir())
    parent = temporary if fits(temporary / f"{_THROWAWAY}1234567-abcdefgh") else _SHARED
    _clear_after_the_dead(parent)
    folder = Path(tempfile.mkdtemp(prefix=f"{_THROWAWAY}{os.getpid()}-", dir=parent))
    folder.chmod(0o755)
    return folder


def _clear_after_the_dead(parent: Path) -> None:
    for folder in parent.glob(f"{_THROWAWAY}*"):
        pid = folder.name.removeprefix(_THROWAWAY).partition("-")[0]
        ours = folder.stat(follow_symlinks=False).st_uid == os.geteuid()
        if ours and pid.isdigit() and not _is_alive(int(pid)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


if __name__ == "__main__":  # `make clean` asks what to remove
    print(lasting_folder(Path(__file__).resolve().parents[2]))
