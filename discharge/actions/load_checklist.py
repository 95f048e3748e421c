"""Lägg in en checklista: a local version of the home-ready list becomes a row, whole or not at all."""

from datetime import date

from django.db import transaction

from discharge.models import ChecklistVersion
from discharge.rules.home_ready.checklist import STANDARD
from discharge.rules.home_ready.local_version import check_local_version
from discharge.rules.home_ready.read_checklist import Fault, FaultyChecklist, read_checklist
from discharge.rules.home_ready.shipped import shipped


@transaction.atomic
def load_checklist(key: str, text: str, *, region_code: str, valid_from: date) -> bool:
    """Store the version; return whether it was new. The same file again changes nothing.

    Raises FaultyChecklist with everything that is wrong; also when the key already stands for another text.
    """
    read = read_checklist(key, text)
    if key == STANDARD:
        if read != shipped():
            raise FaultyChecklist([Fault(0, "key", key, "en egen beteckning: den gemensamma listan är fast")])
        return False
    check_local_version(read, shipped())
    stored, created = ChecklistVersion.objects.get_or_create(
        key=key, defaults={"text": text, "region_code": region_code, "valid_from": valid_from}
    )
    same = (stored.text, stored.region_code, stored.valid_from) == (text, region_code, valid_from)
    if not same:
        raise FaultyChecklist([Fault(0, "key", key, "en ny beteckning: en inlagd version ändras aldrig")])
    return created
