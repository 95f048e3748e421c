"""A choice's label with a small hint under it: "I morgon" and "tis 24/11"."""


class HintedLabel(str):
    """A label that `components/choices.html` shows with its ``hint``; elsewhere it is the plain label."""

    hint: str

    def __new__(cls, label: str, hint: str = "") -> "HintedLabel":
        made = super().__new__(cls, label)
        made.hint = hint
        return made
