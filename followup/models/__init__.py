"""Uppföljningens tabeller: surveys, and what counts of the meetings."""

from .meeting import CountedMeeting
from .survey import Answer, CodePool, SurveyRound, SurveyTemplate

__all__ = ["Answer", "CodePool", "CountedMeeting", "SurveyRound", "SurveyTemplate"]
