"""All addresses: health, pages, and the REST interface."""

from django.urls import path

from lus.web import gallery, health, help

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("help/", help.help_page, name="help"),
]
