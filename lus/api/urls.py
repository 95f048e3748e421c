"""Addresses under /api that no app owns. ``lus/urls.py`` puts the apps' own before ``rest``."""

from django.urls import path

from . import code_lists, me, persons, problem_pages, reader, units

v1 = [
    path("me", me.MeView.as_view(), name="api-me"),
    path("units", units.UnitsView.as_view(), name="api-units"),
    path("code-lists", code_lists.CodeListsView.as_view(), name="api-code-lists"),
    path("code-lists/<slug:name>", code_lists.CodeListView.as_view(), name="api-code-list"),
    path("problems/<slug:code>", problem_pages.ProblemTypeView.as_view(), name="api-problem-type"),
    path("persons", persons.PersonsView.as_view(), name="api-persons"),
    path("persons/search", persons.PersonSearchView.as_view(), name="api-person-search"),
    path("schema", reader.SchemaView.as_view(), name="api-schema"),
]
pages = [
    path("problems/<slug:code>", problem_pages.problem_page, name="problem"),
    path("api/docs", reader.ReaderView.as_view(), name="api-docs"),
]
rest = [path("api/<path:anything>", problem_pages.NotFoundView.as_view(), name="api-not-found")]
