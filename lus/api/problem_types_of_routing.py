"""Problem när ärenden ska till rätt enhet: what forwarding and routing rules refuse."""

from .problem_type import ProblemType

ROUTING_PROBLEMS: dict[str, ProblemType] = {
    "other-organisation": ProblemType(
        422,
        "Enheten hör till en annan organisation",
        "Ett ärende vidaresänds bara inom den egna organisationen.",
        "Välj en egen enhet, eller svara Fel mottagare.",
    ),
    "preview-needed": ProblemType(
        409,
        "Provkör först",
        "Reglerna sparas bara som de provkördes, och inte om någon har ändrat dem sedan.",
        "Provkör de regler som ska sparas.",
    ),
}
