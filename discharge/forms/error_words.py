"""Vad som är fel och vad man gör: the words under a field, the same in every form, and never what was posted.

The label stands beside the words, so they do not repeat it.
"""

from typing import Any

from django import forms

from .local_moment import LocalMomentField

NOT_READABLE = "Uppgiften går inte att läsa. Ladda om sidan och försök igen."
ALL = {
    "required": "Uppgiften saknas. Fyll i den.",
    "invalid": NOT_READABLE,
    "max_length": "Texten är för lång. Korta den till högst %(limit_value)d tecken.",
    "null_characters_not_allowed": "Texten har ett tecken som inte går att spara. Skriv om den.",
}
CONFIRM = {"required": "Rutan är inte ikryssad. Kryssa i den om det stämmer."}
DAY = {
    "required": "Datumet saknas. Skriv så här: 2026-11-28.",
    "invalid": "Datumet går inte att läsa. Skriv så här: 2026-11-28.",
}
MOMENT = {"required": "Tiden saknas. Skriv så här: 2026-11-23 07.55."}
CHOICE = {
    "required": "Inget är valt. Välj ett av alternativen.",
    "invalid_choice": "Det valet finns inte här. Välj ett av alternativen.",
    "invalid_list": "Det valet finns inte här. Välj bland alternativen.",
}
BY_KIND: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (forms.BooleanField, CONFIRM),
    (forms.ChoiceField, CHOICE),
    (forms.DateField, DAY),
    (LocalMomentField, MOMENT),
)


def say_what_to_do(form: forms.Form) -> None:
    """Give every field of ``form`` its words. What a field has words of its own for, it keeps."""
    for field in form.fields.values():
        words = next((words for kind, words in BY_KIND if isinstance(field, kind)), {})
        field.error_messages = {**ALL, **words, **_own(field)}


def _own(field: forms.Field) -> dict[str, Any]:
    """The words that were written where the field is declared, not Django's."""
    stock: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        stock |= getattr(kind, "default_error_messages", {})
    return {code: words for code, words in field.error_messages.items() if words is not stock.get(code)}
