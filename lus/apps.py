"""The composition root: what no app may know of another is tied together here, once, at start-up."""

from django.apps import AppConfig


class LusConfig(AppConfig):
    name = "lus"

    def ready(self) -> None:
        from lus.events import reactions
        from lus.known_ids import keep_ids
        from lus.reactions import REACTIONS

        reactions.install(REACTIONS)
        keep_ids()
