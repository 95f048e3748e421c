"""Filen som den kommer: an uploaded file, from a page or by API, as the act takes it."""

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from discharge.rules.attachment_type import Offered


def take_offered(file: UploadedFile) -> Offered:
    """Return it; no more of it is read than tells that it is too large."""
    return Offered(file.name or "", file.content_type or "", file.read(settings.ATTACHMENT_MAX_BYTES + 1))
