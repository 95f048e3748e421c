"""The same pages for an asynchronous server; the web process itself uses `lus.wsgi`."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lus.settings")
application = get_asgi_application()
