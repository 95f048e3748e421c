"""Tags for the look: icons, inputs with the design system's class, and Jinja2 parts inside Django pages.

Built into the template engine (`settings.TEMPLATES`), so that no template needs `{% load look %}`.
"""

from functools import cache
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from lus.web.icons import icon

register = template.Library()
register.simple_tag(icon, name="icon")


@register.filter
def ds_input(field: BoundField) -> SafeString:
    """The input of ``field`` with Designsystemet's class; Django itself adds the `aria-` attributes."""
    if isinstance(field.field.widget, CheckboxInput):
        return field.as_widget()
    return field.as_widget(attrs={"class": "ds-input"})


@register.simple_tag
@cache
def fixed_part(name: str) -> SafeString:
    """Render a component that has no inputs: the same on every page, so once in each process."""
    return mark_safe(get_template(name).render())  # Django has escaped it


@register.simple_tag
def jinja_part(name: str, **context: Any) -> SafeString:
    """Render a Jinja2 template from `templates/jinja/` into a Django page: big tables only."""
    return mark_safe(get_template(name, using="jinja2").render(context))  # Jinja2 has escaped it
