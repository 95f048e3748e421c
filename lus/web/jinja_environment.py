"""What the Jinja2 templates of the big tables may call."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment

from lus.web.icons import icon


def environment(**options: Any) -> Environment:
    """Return the environment of the `jinja2` engine, with `static`, `url` and `icon`."""
    made = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # Django passes autoescape=True
    made.globals.update(static=static, url=reverse, icon=icon)
    return made
