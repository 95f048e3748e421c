"""Bilagans typ: what a file is by its content, and whether it says so itself. Four types, no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PDF, PNG, JPEG, TEXT = "application/pdf", "image/png", "image/jpeg", "text/plain"
# The endings that a file's name may have, the first one is ours.
ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    PDF: ("pdf",),
    PNG: ("png",),
    JPEG: ("jpg", "jpeg"),
    TEXT: ("txt",),
}
MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
)
# What a browser says when it does not know.
UNSAID: Final = frozenset({"", "application/octet-stream"})
PRINTED: Final = frozenset("\t\n\r\f")
# What is so, and what to do. The file's name is never quoted: it may hold a patient's.
FAULTS: Final[dict[str, tuple[str, str]]] = {
    "attachment-empty": ("Filen är tom.", "Välj en fil med innehåll."),
    "attachment-too-large": (
        "Filen är större än vad som tas emot.",
        "Dela upp filen, eller spara den med lägre upplösning.",
    ),
    "attachment-type-not-allowed": (
        "Filens innehåll är av en typ som inte tas emot.",
        "Välj en PDF, en PNG- eller JPEG-bild eller en textfil.",
    ),
    "attachment-type-mismatch": (
        "Filen säger sig vara något annat än den är.",
        "Spara filen på nytt i rätt format och bifoga den igen.",
    ),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """A file as it comes: its name and the type that the sender claims; neither is to be trusted, or kept."""

    name: str
    claimed: str
    content: bytes


def type_of(content: bytes) -> str:
    """Return the media type by content, one of ``ENDINGS``, or "" for anything else."""
    for magic, kind in MAGIC:
        if content.startswith(magic):
            return kind
    return TEXT if _is_text(content) else ""


def attachment_fault(file: Offered, *, limit: int) -> str:
    """Return the code in ``FAULTS`` of what is wrong with the file, or "" when it is taken. ``limit``: bytes."""
    if not file.content:
        return "attachment-empty"
    if len(file.content) > limit:
        return "attachment-too-large"
    kind = type_of(file.content)
    if not kind:
        return "attachment-type-not-allowed"
    ending = file.name.rpartition(".")[2].lower()
    claimed = file.claimed.partition(";")[0].strip().lower()
    return "" if ending in ENDINGS[kind] and claimed in UNSAID | {kind} else "attachment-type-mismatch"


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return bool(text) and all(letter.isprintable() or letter in PRINTED for letter in text)
