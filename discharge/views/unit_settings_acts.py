"""The changes of a unit's own settings, one row each."""

from discharge.forms.unit_settings import (
    ChannelForm,
    ExceptionForm,
    LadderForm,
    RemoveChannelForm,
    RemoveExceptionForm,
    TestForm,
    WeekForm,
)
from lus.notifications.change_channels import remove_channel, send_test, set_channel
from lus.organisations.change_settings import remove_exception, set_exception, set_ladder, set_week

from .setting_act import SettingAct

LAW = "Öppettider flyttar påminnelser, aldrig lagens frister."
UNIT_SETTINGS: tuple[SettingAct, ...] = (
    SettingAct(
        "set_week",
        "unit/opening-hours/week/",
        set_week,
        WeekForm,
        "Ändra veckan",
        "Spara ändring",
        f"{LAW} Röda dagar följer söndag, aftnar lördag.",
        "Öppettiderna är ändrade.",
        "opening_hours",
    ),
    SettingAct(
        "set_exception",
        "unit/opening-hours/exception/",
        set_exception,
        ExceptionForm,
        "Lägg till undantag",
        "Spara ändring",
        f"{LAW} Undantaget går före veckan och röda dagar.",
        "Undantaget är sparat.",
        "opening_hours",
    ),
    SettingAct(
        "remove_exception",
        "unit/opening-hours/remove-exception/",
        remove_exception,
        RemoveExceptionForm,
        "Ta bort undantag",
        "Ta bort",
        "Dagen får veckans tider igen.",
        "Undantaget är borttaget.",
        "opening_hours",
        danger=True,
    ),
    SettingAct(
        "set_channel",
        "unit/notifications/channel/",
        set_channel,
        ChannelForm,
        "Lägg till kanal",
        "Spara ändring",
        "Texten är alltid densamma och säger inget om ärendet.",
        "Kanalen är sparad.",
        "notification_settings",
    ),
    SettingAct(
        "remove_channel",
        "unit/notifications/remove-channel/",
        remove_channel,
        RemoveChannelForm,
        "Ta bort kanal",
        "Ta bort",
        "Den sista kanalen går inte att ta bort.",
        "Kanalen är borttagen.",
        "notification_settings",
        danger=True,
    ),
    SettingAct(
        "send_test",
        "unit/notifications/test/",
        send_test,
        TestForm,
        "Skicka test",
        "Skicka test",
        "Ett test går till enhetens egna kanaler nu. Se sedan leveranserna.",
        "Testet är lagt i kö.",
        "notification_settings",
    ),
    SettingAct(
        "set_ladder",
        "unit/escalation/change/",
        set_ladder,
        LadderForm,
        "Ändra trappan",
        "Spara ändring",
        "Gäller meddelanden som skickas från nu. Intern rutin.",
        "Trappan är ändrad.",
        "escalation",
    ),
)
