"""Tables of joint plans: today's picture of their events, as lists and one-time codes need it, and files to send."""

from .invitation import InvitationRow
from .meeting import Meeting, Participant
from .plan import LIVING, Plan, PlanUnit

__all__ = ["LIVING", "InvitationRow", "Meeting", "Participant", "Plan", "PlanUnit"]
