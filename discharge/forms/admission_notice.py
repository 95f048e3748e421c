"""Inskrivningsmeddelandet: the ward's one form, for a new stay or for a stay that is registered already."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from discharge.actions.assess_need import Needs
from discharge.actions.send_admission_notice import Recipient
from discharge.queries.recipients import Receiver, chosen_units, municipalities, municipality_name, proposed
from discharge.queries.shown_person import age_on
from discharge.rules.recipients import Expected, Patient, check_notice_fields
from lus.refusals import refused
from lus.swedish_time import local_date
from lus.web.hinted_label import HintedLabel

from .act_form import ActForm, TimedForm
from .expected_date import ExpectedDateMixin, TypedDateField, chip_field, date_field
from .local_moment import LocalMomentField, typed
from .offered import offer
from .person_number import number_field
from .prefilled import earlier_needs, earlier_recipients
from .unit_choice import unit_choices

NEEDS = (
    ("municipal_health", "Kommunal hälso- och sjukvård"),
    ("social_services", "Socialtjänst"),
    ("outpatient", "Öppenvård"),
)
NOTICE_ONLY = ("needs", "need_judged", "expected_choice")
SAME, LATER = "same", "later"
ALL_NEEDS = Expected(municipal_health=True, social_services=True, outpatient=True)


class NoticeFields(ExpectedDateMixin, TimedForm):
    """What both forms ask: the need, when it was judged, and the expected discharge."""

    needs = forms.MultipleChoiceField(
        label="Kan behöva",
        choices=NEEDS,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kommunal hälso- och sjukvård kräver att öppenvården är med (LUS 2:1).",
        error_messages={"required": "Kryssa för vad patienten kan behöva."},
    )
    need_judged = forms.ChoiceField(
        label="Behov bedömt",
        choices=((SAME, "Vid inskrivningen"), (LATER, "Senare")),
        widget=forms.RadioSelect,
        initial=SAME,
    )
    need_assessed_at = LocalMomentField(
        label="Bedömt kl.", required=False, help_text="När behovet bedömdes senare."
    )
    expected_choice = chip_field()
    expected_date = date_field()

    def clean(self) -> dict[str, Any]:
        typed_in = super().clean() or self.cleaned_data
        typed_in["expected_discharge"] = self.clean_expected()
        asked = typed_in.get("need_judged") == LATER and "need_assessed_at" not in self.errors
        if asked and not typed_in.get("need_assessed_at"):
            self.add_error("need_assessed_at", "Skriv när behovet bedömdes.")
        return typed_in

    def asked_needs(self) -> Needs:
        """Return the needs as the act takes them. Municipal health care always brings outpatient care (2:1)."""
        ticked = self.cleaned_data["needs"]
        later = self.cleaned_data["need_judged"] == LATER
        return Needs(
            municipal_health="municipal_health" in ticked,
            social_services="social_services" in ticked,
            outpatient="outpatient" in ticked or "municipal_health" in ticked,
            assessed_at=self.cleaned_data["need_assessed_at"] if later else None,
        )


class NoticeFieldsOnly:
    """For forms that send the notice: a posted field that the form does not have is refused, never dropped."""

    # What the page posts beside its fields: the token, the pressed button, the units that it showed.
    posted_beside = frozenset({"csrfmiddlewaretoken", "do", "shown"})

    def refuse_a_fifth_item(self: Any) -> None:
        """Raise StatutoryFieldsOnly when more was posted than LUS 2 kap. 2 § and the routing ask for."""
        said = check_notice_fields(list(self.data), routing=self.posted_beside | set(self.fields))
        if said is not None:
            raise refused(said.code, said.title, said.detail, said.advice, field=said.field)


class NewNoticeForm(NoticeFieldsOnly, NoticeFields):
    """Nytt inskrivningsmeddelande: who, since when, what may be needed, until when, to whom."""

    number = number_field()
    issuer = forms.CharField(
        label="Region som gav numret",
        required=False,
        max_length=40,
        help_text="Bara för lokalt reservnummer.",
    )
    family_name = forms.CharField(label="Efternamn", required=False, max_length=80)
    given_name = forms.CharField(label="Förnamn", required=False, max_length=80)
    birth_date = TypedDateField(label="Födelsedatum", required=False)
    street = forms.CharField(label="Gatuadress", required=False, max_length=120)
    postal_code = forms.CharField(label="Postnummer", required=False, max_length=6)
    town = forms.CharField(label="Ort", required=False, max_length=60)
    registered_municipality = forms.ChoiceField(label="Folkbokföringskommun", required=False)
    admitted_at = LocalMomentField(label="Inskriven kl.")
    recipients = forms.MultipleChoiceField(
        label="Mottagare", required=False, widget=forms.CheckboxSelectMultiple
    )
    add_unit = forms.ChoiceField(label="Annan mottagare", required=False)
    idempotency_key = forms.CharField(label="Sidan", required=False, max_length=80, widget=forms.HiddenInput)
    manual_fields = (
        "issuer",
        "family_name",
        "given_name",
        "birth_date",
        "street",
        "postal_code",
        "town",
        "registered_municipality",
    )

    def __init__(self, *args: Any, at: datetime, stay_only: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, at=at, **kwargs)
        self.fill_chips()
        self.stay_only = stay_only
        for name in NOTICE_ONLY if stay_only else ():
            self.fields[name].required = False
        self.fields["admitted_at"].initial = typed(at)
        units = unit_choices()
        every = [choice for _, group in units[1:] for choice in group]
        offer(self, "add_unit", units)
        offer(self, "recipients", every)
        names = [("", "Välj kommun"), *municipalities()]
        offer(self, "registered_municipality", names)

    def clean(self) -> dict[str, Any]:
        # Of a stay alone only the person and the admission are asked.
        return self.cleaned_data if self.stay_only else super().clean()

    @classmethod
    def keeping(cls, data: QueryDict, *, at: datetime) -> "NewNoticeForm":
        """Return the form with what has been typed so far, not yet judged."""
        many = ("needs", "recipients")
        kept = {name: data.getlist(name) if name in many else data.get(name, "") for name in cls.base_fields}
        typed_in = {name: value for name, value in kept.items() if name in data}
        return cls(initial={**typed_in, "shown": data.getlist("shown")}, at=at)

    def shown_units(self) -> set[str]:
        """Return the ids of the units that the page has shown before, so that an unticked one stays unticked."""
        if isinstance(self.data, QueryDict) and self.is_bound:
            return set(self.data.getlist("shown"))
        return set(self.initial.get("shown") or ())

    def chosen(self) -> list[str]:
        """Return the ids of the chosen units, with the one in the list of others."""
        extra = self.cleaned_data["add_unit"]
        return list(dict.fromkeys([*self.cleaned_data["recipients"], *([extra] if extra else [])]))

    def refuse_unseen(self, proposed: Sequence[Receiver]) -> None:
        """Add an error for proposed units that the page had not shown yet: they follow from what was typed last."""
        seen = {*self.shown_units(), *self.chosen()}
        unseen = [item.name for item in proposed if item.is_chosen and item.unit_id not in seen]
        if unseen:
            names = ", ".join(unseen)
            self.add_error("recipients", f"Nu föreslås också {names}. Se över mottagarna och skicka igen.")


class SendNoticeForm(NoticeFieldsOnly, NoticeFields, ActForm):
    """The notice of a stay that is registered already: the same without person and admission."""

    recipients = forms.MultipleChoiceField(
        label="Mottagare", required=False, widget=forms.CheckboxSelectMultiple
    )
    add_unit = forms.ChoiceField(label="Annan mottagare", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fill_chips()
        page = self.context.page
        person, today = page.case.person, local_date(self.context.at)
        municipality = municipality_name(person.registered_municipality) or "folkbokföringskommunen"
        patient = patient_of(person, municipality, age_on(person.birth_date, today), page.facts.legal_status)
        proposal = proposed(patient, ALL_NEEDS, page.facts.care_form, on=today)
        self.found = earlier_recipients(page, proposal.receivers)
        self.fields["needs"].initial = earlier_needs(page)
        self.fields["recipients"].help_text = proposal.trouble
        labels = [(item.unit_id, HintedLabel(item.name, item.why)) for item in self.found]
        offer(self, "recipients", labels)
        self.fields["recipients"].initial = [item.unit_id for item in self.found if item.is_chosen]
        offer(self, "add_unit", unit_choices({item.unit_id for item in self.found}))

    def arguments(self) -> dict[str, Any]:
        self.refuse_a_fifth_item()
        extra = self.cleaned_data["add_unit"]
        ids = [*self.cleaned_data["recipients"], *([extra] if extra else [])]
        return {
            "needs": self.asked_needs(),
            "expected_discharge": self.cleaned_data["expected_discharge"],
            "recipients": as_recipients(ids, self.found),
        }


def patient_of(person: Any, municipality: str, age: int | None = None, legal_status: str = "none") -> Patient:
    """Return what routing may know of ``person``. ``municipality``: its name, for the reasons."""
    return Patient(
        municipality=person.registered_municipality,
        municipality_name=municipality,
        listed_unit_id=str(person.listed_unit_id) if person.listed_unit_id else None,
        age=age,
        district=person.district,
        legal_status="" if legal_status == "none" else legal_status,
        is_protected=person.is_protected,
    )


def as_recipients(unit_ids: list[str], found: list[Receiver]) -> list[Recipient]:
    """Return the chosen units as the act takes them: each with its role and why."""
    known = {item.unit_id: item for item in (*found, *chosen_units(unit_ids, found))}
    chosen = [known[unit_id] for unit_id in dict.fromkeys(unit_ids) if unit_id in known]
    return [Recipient(item.unit_id, item.role, item.why) for item in chosen]
