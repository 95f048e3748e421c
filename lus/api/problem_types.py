"""Problemtyper: every code that a refusal under /api can carry, with its usual status and what to do.

The code is the same in every deployment; clients switch on it. ``/problems/<code>`` is the page of each.
"""

from .problem_type import ProblemType
from .problem_types_of_cases import CASE_PROBLEMS
from .problem_types_of_codes import CODE_PROBLEMS
from .problem_types_of_deviations import DEVIATION_PROBLEMS
from .problem_types_of_downtime import DOWNTIME_PROBLEMS
from .problem_types_of_requests import REQUEST_PROBLEMS
from .problem_types_of_routing import ROUTING_PROBLEMS

PROBLEM_TYPES: dict[str, ProblemType] = {
    **REQUEST_PROBLEMS,
    **CASE_PROBLEMS,
    **CODE_PROBLEMS,
    **ROUTING_PROBLEMS,
    **DOWNTIME_PROBLEMS,
    **DEVIATION_PROBLEMS,
}


def problem_type(code: str) -> ProblemType:
    """Return the type of ``code``; an unlisted code reads as ``refused``."""
    return PROBLEM_TYPES.get(code, PROBLEM_TYPES["refused"])
