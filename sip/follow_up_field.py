"""Nästa uppföljning: the day that is proposed, and the last one."""

from datetime import date

from django import forms

from discharge.rules.facts import CaseFacts
from sip.rules.document.evaluation import first_follow_up, latest_follow_up, proposed_follow_up


def offer_follow_up(field: forms.Field, process: CaseFacts, today: date) -> None:
    """Propose a day in the usual weeks, and tell the last one."""
    first, last = first_follow_up(today, process)
    weeks = f"{(first - today).days // 7}–{(last - today).days // 7}"
    field.initial = proposed_follow_up(today, process).isoformat()
    latest = latest_follow_up(today, process).isoformat()
    field.help_text = f"Vanligen efter {weeks} veckor, senast {latest}."
