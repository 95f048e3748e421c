"""Meddelandenas handlingar: the rows of the table of acts for what the units write to each other."""

from discharge.actions.acknowledge_information import acknowledge_information
from discharge.actions.correct_message import correct_message
from discharge.actions.record_harm_test import OUTCOMES, record_harm_test
from discharge.actions.record_information_consent import STATES, record_information_consent
from discharge.actions.send_message import send_message
from discharge.actions.withdraw_message import withdraw_message
from discharge.rules.message_categories import CATEGORIES
from lus.api.code_lists import add_code_lists
from lus.organisations.roles import Permission

from . import message_bodies as bodies
from .act_route import ActRoute, add_acts

WRITE = Permission.WRITE_MESSAGES

MESSAGE_ACTS = add_acts(
    ActRoute(send_message, WRITE, bodies.MessageBody),
    ActRoute(correct_message, WRITE, bodies.CorrectMessageBody, if_match=True),
    ActRoute(withdraw_message, WRITE, bodies.WithdrawMessageBody),
    ActRoute(acknowledge_information, Permission.ACKNOWLEDGE),
    ActRoute(record_information_consent, WRITE, bodies.InformationConsentBody),
    ActRoute(record_harm_test, Permission.SEND_WARD_NOTICES, bodies.HarmTestBody),
)
add_code_lists(
    {"message-categories": CATEGORIES, "information-consents": STATES, "harm-test-outcomes": OUTCOMES}
)
