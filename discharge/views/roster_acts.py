"""The changes of a roster, one row each. Only the unit that keeps the group makes them."""

from discharge.forms.roster import AddShiftForm, CopyWeekForm, RemoveShiftForm, SwapShiftsForm
from lus.on_call.roster import add_shift, copy_week, remove_shift, swap_shifts

from .setting_act import SettingAct

BACK = "on_call"
ROSTER: tuple[SettingAct, ...] = (
    SettingAct(
        name="add_shift",
        path="on-call/add-shift/",
        perform=add_shift,
        form=AddShiftForm,
        title="Lägg till pass",
        button="Lägg till",
        told="Passet syns genast för alla avdelningar och mottagningar.",
        done="Passet är tillagt.",
        back=BACK,
    ),
    SettingAct(
        name="remove_shift",
        path="on-call/remove-shift/",
        perform=remove_shift,
        form=RemoveShiftForm,
        title="Ta bort pass",
        button="Ta bort",
        told="Tiden blir en lucka om den är utlovad.",
        done="Passet är borttaget.",
        back=BACK,
        danger=True,
    ),
    SettingAct(
        name="swap_shifts",
        path="on-call/swap/",
        perform=swap_shifts,
        form=SwapShiftsForm,
        title="Byt pass",
        button="Byt",
        told="De två funktionerna tar varandras pass.",
        done="Passen är bytta.",
        back=BACK,
    ),
    SettingAct(
        name="copy_week",
        path="on-call/copy-week/",
        perform=copy_week,
        form=CopyWeekForm,
        title="Kopiera vecka",
        button="Kopiera",
        told="Klockslagen behålls, även när klockan ställs om.",
        done="Veckan är kopierad.",
        back=BACK,
    ),
)
