"""How a code is refused: the same words whatever is wrong with it, so that a guess teaches nothing."""

from lus.refusals import Refused


class CodeNotValid(Refused):
    """Wrong, used, withdrawn, too early or too late: all look the same."""

    status, code, title = 404, "code-not-valid", "Koden gäller inte"

    def __init__(self) -> None:
        super().__init__(
            "Koden är fel, använd eller för gammal.",
            "Kontrollera koden, eller ring den som gav dig den.",
            field="code",
        )


class TooManyTries(Refused):
    """The address has guessed too often: said before the code is read, so it is said of right ones too."""

    status, code, title = 429, "rate-limited", "För många försök"

    def __init__(self) -> None:
        super().__init__(
            "Det har skrivits fel kod för många gånger härifrån.",
            "Vänta en kvart och försök igen. Brådskar det: ring den som gav dig koden.",
        )
