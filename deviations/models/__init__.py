"""Tables of the register of deviations; one file per thing that is kept."""

from deviations.models.candidate import Candidate, CandidateWatch
from deviations.models.entry import DeviationEntry
from deviations.models.half_year_report import HalfYearReport
from deviations.models.lift import Lift, LiftEntry
from deviations.models.report import Deviation, NumberSeries

__all__ = [
    "Candidate",
    "CandidateWatch",
    "Deviation",
    "DeviationEntry",
    "HalfYearReport",
    "Lift",
    "LiftEntry",
    "NumberSeries",
]
