"""Inga bilagor: the register takes no files, since nobody can see what personal data a file holds (ADR 82)."""

from typing import Any

from django import forms

NO_FILES = (
    "Registret tar inte emot filer; ingenting har sparats. "
    "Skriv det viktiga i texten och lägg filen i ert eget system."
)


class TakesNoFiles(forms.Form):
    """A form that answers a file with a sentence instead of dropping it in silence."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.files:
            self.add_error(None, NO_FILES)
        return cleaned
