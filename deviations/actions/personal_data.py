"""En text som vakten stoppade: refused, with the places in it, and never with its words."""

from deviations.rules.screened_report import ScreenedReport, asked_words, stopped_words
from deviations.rules.text_guard import Screened
from lus.refusals import InvalidInput


class PersonalData(InvalidInput):
    """``screened``: where in the field's text. ``kinds``: what the reporter may answer for, empty when stopped."""

    def __init__(self, field: str, screened: Screened, kinds: tuple[str, ...] = ()) -> None:
        self.screened, self.kinds = screened, kinds
        if kinds:
            super().__init__(
                *asked_words(kinds), code="personal-data-suspected", title="Personuppgift?", field=field
            )
        else:
            super().__init__(
                *stopped_words(screened), code="personal-data", title="Personuppgift i texten", field=field
            )


def refuse_personal_data(found: ScreenedReport, not_personal: frozenset[str]) -> None:
    """Raise PersonalData for the first field that must be changed, or answered for."""
    stopped = found.first("block")
    if stopped is not None:
        raise PersonalData(*stopped)
    kinds = found.unanswered(not_personal)
    if kinds:
        field, screened = next(
            (name, one) for name, one in found.by_field.items() if set(one.kinds) & set(kinds)
        )
        raise PersonalData(field, screened, kinds)
