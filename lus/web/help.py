"""*Hjälp*: what the signs mean, which keys there are, how binding a time limit is. Open to all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from lus.web.gallery_examples import STATES, UNITS


@never_cache
def help_page(request: HttpRequest) -> HttpResponse:
    """Show the one help page. It holds no patient data."""
    return render(request, "web/help.html", {"states": STATES, "units": UNITS})
