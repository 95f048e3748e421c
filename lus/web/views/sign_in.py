"""*Logga in*: a name and a password; in practice mode one click on an invented person."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model, login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lus.web.safe_next import safe_next

BACKEND = "django.contrib.auth.backends.ModelBackend"


class SignIn(AuthenticationForm):
    """Swedish words for Django's own form."""

    error_messages = {
        "invalid_login": "Fel användarnamn eller lösenord. Efter sex försök spärras inloggningen en kvart.",
        "inactive": "Kontot är avstängt. Kontakta er lokala administratör.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Användarnamn"
        self.fields["password"].label = "Lösenord"


@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the log-in, or sign in and go on to the choice of assignment."""
    if request.user.is_authenticated:
        return _on(request)
    account = _demo_account(request)
    if account is not None:
        login(request, account, backend=BACKEND)
        return _on(request)
    form = SignIn(request, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return _on(request)
    context = {"form": form, "demo_accounts": demo_accounts(), "next": safe_next(request, "")}
    return render(request, "web/login.html", context, status=422 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("login")


def demo_accounts() -> list[dict[str, Any]]:
    """Return the invented people to sign in as; none outside practice mode or before the county is filled."""
    if not settings.DEMO:
        return []
    try:
        return list(import_string(settings.LUS_DEMO_ACCOUNTS)())
    except ImportError:
        return []


def _demo_account(request: HttpRequest) -> Any:
    wanted = request.POST.get("demo_account", "")
    if not wanted or wanted not in {account["username"] for account in demo_accounts()}:
        return None
    return get_user_model().objects.filter(username=wanted, is_active=True).first()


def _on(request: HttpRequest) -> HttpResponse:
    to = safe_next(request)
    address = reverse("choose_assignment")
    return redirect(f"{address}?{urlencode({'next': to})}" if to != "/" else address)
