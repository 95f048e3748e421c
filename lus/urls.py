"""All addresses: health, pages, and the REST interface."""

from django.urls import include, path

import deviations.api
import discharge.api.urls
import followup.api
import lus.api.urls
import sip.api
import sip.document_api
import sip.people_api
import sip.plans_api
from lus.web import gallery, health, help

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("help/", help.help_page, name="help"),
    path("", include("lus.web.urls")),
    path("", include("discharge.urls")),
    path("", include("discharge.downtime.urls")),
    path("", include("sip.urls")),
    path("", include("deviations.urls")),
    path("", include("followup.urls")),
    path("", include(lus.api.urls.pages)),
    path("api/v1/", include(lus.api.urls.v1)),
    path("api/v1/", include(discharge.api.urls.v1)),
    path("api/v1/", include(sip.api.v1)),
    path("api/v1/", include(sip.plans_api.v1)),
    path("api/v1/", include(sip.people_api.v1)),
    path("api/v1/", include(sip.document_api.v1)),
    path("api/v1/", include(deviations.api.v1)),
    path("api/v1/", include(followup.api.v1)),
    *lus.api.urls.rest,
]

handler400 = "lus.web.problem_pages.not_readable"
handler403 = "lus.web.problem_pages.not_permitted"
handler404 = "lus.web.problem_pages.not_found"
handler500 = "lus.web.problem_pages.server_error"
