"""A file to be saved: under our name, its type not to be guessed at, and nothing in it run."""

from django.http import HttpResponse


def download(name: str, kind: str, content: bytes) -> HttpResponse:
    """Return the answer. ``name`` is ours (letters, digits, dots, hyphens); ``kind`` a media type."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
    }
    said = f"{kind}; charset=utf-8" if kind == "text/plain" else kind
    return HttpResponse(content, content_type=said, headers=headers)
