"""The composition root: what no app may know of another is tied together here, once, at start-up."""

from django.apps import AppConfig


class LusConfig(AppConfig):
    name = "lus"

    def ready(self) -> None:
        from deviations.views.duty_words import deviation_subjects
        from lus.deadlines import subjects
        from lus.events import reactions
        from lus.known_ids import keep_ids
        from lus.reactions import REACTIONS
        from sip.views.duty_words import plan_subjects

        reactions.install(REACTIONS)
        subjects.install(plan_subjects, deviation_subjects)
        keep_ids()
