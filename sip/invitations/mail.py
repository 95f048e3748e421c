"""Mejl med kalenderfil: calendars read the part ``text/calendar``; a person can open the attached file."""

from django.core.mail import EmailMessage, EmailMultiAlternatives

from sip.rules.invitation import SUMMARY

from .ics import FILE_NAME, Invitation, invitation_file, words


def invitation_mail(invitation: Invitation, *, sender: str) -> EmailMessage:
    """Return the mail, ready to be sent. ``sender``: the deployment's own address.

    Subject and text are the same for everybody. The attachment is ``application/ics``: two parts of ``text/calendar``
    would make two events in some calendars.
    """
    file, method = invitation_file(invitation), invitation.posting.method
    mail = EmailMultiAlternatives(
        subject=SUMMARY, body=words(invitation) + "\n", from_email=sender, to=[invitation.posting.mailbox]
    )
    mail.encoding = "utf-8"  # written as the parameter charset of each part
    mail.attach_alternative(file.decode(), f"text/calendar; method={method.value}")
    mail.attach(FILE_NAME, file, "application/ics")
    return mail
