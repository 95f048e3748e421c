"""The icon sprite: own drawings, 20 x 20, state shapes first. The word beside an icon carries the meaning."""

from functools import lru_cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


@lru_cache(maxsize=256)
def icon(name: str, size: str = "") -> SafeString:
    """Return the `<svg>` of ``name`` (an id in `static/web/icons.svg`); ``size`` "sm" is 16 px."""
    sized = format_html(' data-size="{}"', size) if size else ""
    return format_html(
        '<svg class="lus-icon"{} aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        sized,
        static("web/icons.svg"),
        name,
    )
