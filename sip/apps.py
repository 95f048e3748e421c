"""Samordnad individuell planering (4 kap. LUS, HSL 16:4): summons, answers, meeting, plan, follow-up."""

from django.apps import AppConfig


class SipConfig(AppConfig):
    name = "sip"
    verbose_name = "SIP"
