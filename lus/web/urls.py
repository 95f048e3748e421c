"""Signing in, choosing an assignment, signing out."""

from django.urls import path

from lus.web.views import assignment, sign_in

urlpatterns = [
    path("login/", sign_in.sign_in, name="login"),
    path("logout/", sign_in.sign_out, name="logout"),
    path("assignment/", assignment.choose_assignment, name="choose_assignment"),
]
