"""Listans utseende: its one style sheet, and by which hash the browser lets it in."""

import base64
import hashlib

from django.conf import settings
from django.utils.safestring import mark_safe

# The product's own file: nothing in it comes from anybody.
STYLE = mark_safe((settings.BASE_DIR / "templates" / "downtime" / "list.css").read_text())
STYLE_HASH = f"'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
