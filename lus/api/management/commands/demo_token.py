"""Print a demo token for one person: `manage.py demo_token USERNAME [--unit NAME]`. Only in the demo."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from lus.api.demo_tokens import issue_demo_token
from lus.organisations.models import User
from lus.organisations.queries import valid_assignments


class Command(BaseCommand):
    help = "Print a personal API key for one of a demo account's assignments; it is shown once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument(
            "--unit", default="", help="the unit's name, when the person has several assignments"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demo tokens exist only in the demo (LUS_DEMO=1).")
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']}.")
        at = timezone.now()
        found = [
            item for item in valid_assignments(user.pk, at=at) if options["unit"] in ("", item.unit.name)
        ]
        if not found:
            raise CommandError("The account has no such assignment now.")
        self.stdout.write(issue_demo_token(found[0].pk, at=at))
