"""Problem med engångskoder: one answer for all that can be wrong with a code."""

from .problem_type import ProblemType

CODE_PROBLEMS: dict[str, ProblemType] = {
    "code-not-valid": ProblemType(
        404,
        "Koden gäller inte",
        "Koden är fel, använd eller för gammal.",
        "Kontrollera koden, eller ring den som gav dig den.",
    ),
}
