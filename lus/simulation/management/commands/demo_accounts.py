"""`manage.py demo_accounts`: print who one can be in the demo."""

from typing import Any

from django.core.management.base import BaseCommand

from lus.simulation.accounts import PASSWORD, demo_accounts


class Command(BaseCommand):
    help = "Print the demo's accounts. They exist only where the county is invented."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f'Sign in as any of these; the password is "{PASSWORD}":\n\n')
        for account in demo_accounts():
            self.stdout.write(
                f"  {account['username']:<9} {account['name']:<22} {account['role']:<24}"
                f" {account['unit']:<42} {account['what']}"
            )
