"""Addresses of the case under /api/v1. The addresses of the acts follow from the table in ``acts``."""

from django.urls import path

from . import agreements, case_parts, cases, changes, code_lists, routing_rules, worklists  # noqa: F401  (code_lists adds its lists)
from .act_views import act_paths
from .acts import DISCHARGE_ACTS
from .acts_of_corrections import CORRECTION_ACTS
from .acts_of_messages import MESSAGE_ACTS
from .attachments import ATTACHMENT_ACTS, AttachmentActView, AttachmentView
from .on_call_acts import ON_CALL_ACTS
from .settlement import SETTLEMENT_ACTS, CloseSettlementView, SettlementActView, SettlementView

v1 = [
    path("cases", cases.CasesView.as_view(), name="api-cases"),
    path("cases/<uuid:case_id>", cases.CaseView.as_view(), name="api-case"),
    path("cases/<uuid:case_id>/events", case_parts.EventsView.as_view(), name="api-case-events"),
    path(
        "cases/<uuid:case_id>/obligations", case_parts.ObligationsView.as_view(), name="api-case-obligations"
    ),
    path("cases/<uuid:case_id>/payment-ledger", case_parts.LedgerView.as_view(), name="api-case-ledger"),
    path("cases/<uuid:case_id>/acts", case_parts.ActsView.as_view(), name="api-case-acts"),
    *act_paths((*DISCHARGE_ACTS, *ON_CALL_ACTS, *MESSAGE_ACTS, *CORRECTION_ACTS)),
    *act_paths(ATTACHMENT_ACTS, AttachmentActView),
    *act_paths(SETTLEMENT_ACTS, SettlementActView),
    path("settlement", SettlementView.as_view(), name="api-settlement"),
    path(
        "settlement/acts/close-settlement",
        CloseSettlementView.as_view(),
        name="api-close-settlement",
    ),
    path(
        "cases/<uuid:case_id>/attachments/<uuid:attachment_id>",
        AttachmentView.as_view(),
        name="api-case-attachment",
    ),
    path("agreements", agreements.AgreementsView.as_view(), name="api-agreements"),
    path("agreements/<slug:key>", agreements.AgreementView.as_view(), name="api-agreement"),
    path(
        "agreements/<slug:key>/acts/propose-activation",
        agreements.ProposeActivationView.as_view(),
        name="api-propose-activation",
    ),
    path("agreements/<slug:key>/acts/activate", agreements.ActivateView.as_view(), name="api-activate"),
    path("routing-rules", routing_rules.RulesView.as_view(), name="api-routing-rules"),
    path("routing-rules/preview", routing_rules.PreviewView.as_view(), name="api-routing-rules-preview"),
    path(
        "routing-rules/acts/change",
        routing_rules.ChangeView.as_view(),
        name="api-change-routing-rules",
    ),
    path("my-turn", worklists.MyTurnView.as_view(), name="api-my-turn"),
    path("board", worklists.BoardView.as_view(), name="api-board"),
    path("changes", changes.ChangesView.as_view(), name="api-changes"),
]
