"""`python -m lus.web.probe`: is the web process of this container ready? Exit 0 when it is, for the health check."""

import http.client
import os
import sys

PORT = 8000


def is_ready(host: str) -> bool:
    """Ask /readyz as a browser that knows the server by `host` would; tell whether the answer was 200."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
    try:
        connection.request("GET", "/readyz", headers={"Host": host})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(not is_ready(os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]))
