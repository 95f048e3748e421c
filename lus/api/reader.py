"""Läsaren av kontraktet: the schema as files, and Swagger UI from our own server."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

# The viewer styles itself from its script; only here, and only styles: no script of the page's own is let in.
INLINE_STYLES = {"style-src": [SELF, UNSAFE_INLINE]}


class SchemaView(SpectacularAPIView):
    """The contract as OpenAPI. Open to all: it holds no patient data."""

    permission_classes = ()
    authentication_classes = ()


@method_decorator(csp_update(INLINE_STYLES), name="dispatch")
class ReaderView(SpectacularSwaggerSplitView):
    """The contract to read and try. Its script comes from an address of its own."""

    permission_classes = ()
    authentication_classes = ()
    url_name = "api-schema"
