"""Tables of joint plans: today's picture of their events, as lists and one-time codes need it."""

from .meeting import Meeting, Participant
from .plan import LIVING, Plan, PlanUnit

__all__ = ["LIVING", "Meeting", "Participant", "Plan", "PlanUnit"]
