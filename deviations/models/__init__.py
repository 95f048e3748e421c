"""Tables of the register of deviations; one file per thing that is kept."""

from deviations.models.report import Deviation, NumberSeries

__all__ = ["Deviation", "NumberSeries"]
