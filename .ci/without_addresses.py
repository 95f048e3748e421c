"""Take the addresses of sponsors out of npm's lock file: `make lock` calls it, a test keeps locks free of addresses."""

import json
import sys
from pathlib import Path

lock = Path(sys.argv[1])
content = json.loads(lock.read_text())
for package in content["packages"].values():
    package.pop("funding", None)
lock.write_text(json.dumps(content, indent=2) + "\n")
