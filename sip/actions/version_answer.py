"""En enhets svar på en låst version: on the content that it has read, and no other (SIP20)."""

from typing import Any

from discharge.actions.case_act import refuse
from lus.refusals import Refused
from sip.rules.document.compare import Change, changes
from sip.rules.document.confirm import refuse_confirmation

from .document_act import DocumentAct


class PlanChanged(Refused):
    """The unit has read another content. ``changes``: from that to the locked one; none when it is not known here."""

    status, code, title = 409, "plan-changed", "Planen har ändrats"

    def __init__(self, detail: str, advice: str, found: list[Change], newest: str) -> None:
        super().__init__(detail, advice, field="content_hash")
        self.changes, self.newest = tuple(found), newest


def answer_on(act: DocumentAct, content_hash: str, note: str) -> dict[str, Any]:
    """Return the data of the answer. Raises PlanChanged for an answer on another content than the locked one."""
    version = act.document.locked
    said = refuse_confirmation(act.document, act.writer.unit_id, content_hash)
    if version is None or said is not None:
        read = next((one for one in act.document.versions if one.content_hash == content_hash), None)
        if said is not None and said.code == PlanChanged.code and version is not None:
            found = changes(read.rows, version.rows) if read else []
            raise PlanChanged(said.detail, said.advice, found, version.content_hash)
        refuse(said)
    assert version is not None
    return {"no": version.no, "content_hash": content_hash, "note": note}
