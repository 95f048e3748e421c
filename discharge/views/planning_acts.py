"""The acts of planning, one row each: form, words, what is told beforehand."""

from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.assess_adl import assess_adl
from discharge.actions.confirm_track import confirm_track
from discharge.actions.mark_planning_field_unknown import mark_planning_field_unknown
from discharge.actions.reassign_planning_field import reassign_planning_field
from discharge.actions.record_aid import record_aid
from discharge.forms.adl import AdlForm, AidForm, TrackForm
from discharge.forms.planning import AnswerFieldForm, ReassignFieldForm, UnknownFieldForm
from lus.organisations.roles import Permission

from . import planning_tells
from .act_page import ActPage

# Done from the rows of the section, each about one question: no link of their own among *Fler åtgärder*.
ON_A_ROW = frozenset({"answer_planning_field", "mark_planning_field_unknown", "reassign_planning_field"})

PLANNING: tuple[ActPage, ...] = (
    ActPage(
        act="confirm_track",
        slug="track",
        perform=confirm_track,
        form=TrackForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Fastställ spår",
        button="Fastställ spår",
        tells=planning_tells.track,
        done="Spåret fastställt",
        back="planning",
    ),
    ActPage(
        act="answer_planning_field",
        slug="answer-field",
        perform=answer_planning_field,
        form=AnswerFieldForm,
        permission=Permission.PLAN,
        title="Svara på underlaget",
        button="Spara svar",
        tells=planning_tells.answer,
        back="planning",
    ),
    ActPage(
        act="mark_planning_field_unknown",
        slug="unknown-field",
        perform=mark_planning_field_unknown,
        form=UnknownFieldForm,
        permission=Permission.PLAN,
        title="Vet ej",
        button="Svara Vet ej",
        tells=planning_tells.unknown,
        back="planning",
    ),
    ActPage(
        act="reassign_planning_field",
        slug="move-field",
        perform=reassign_planning_field,
        form=ReassignFieldForm,
        permission=Permission.PLAN,
        title="Flytta frågan",
        button="Flytta frågan",
        tells=planning_tells.reassign,
        done="Flyttad",
        back="planning",
    ),
    ActPage(
        act="assess_adl",
        slug="adl",
        perform=assess_adl,
        form=AdlForm,
        permission=Permission.PLAN,
        title="Bedöm ADL",
        button="Spara bedömning",
        tells=planning_tells.adl,
        back="planning",
        template="discharge/act_adl.html",
    ),
    ActPage(
        act="record_aid",
        slug="aid",
        perform=record_aid,
        form=AidForm,
        permission=Permission.PLAN,
        title="Hjälpmedel",
        button="Spara hjälpmedel",
        tells=planning_tells.aid,
        back="planning",
    ),
)
