"""All addresses: health, pages, and the REST interface."""

from django.urls import path

from lus.web import health

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
]
