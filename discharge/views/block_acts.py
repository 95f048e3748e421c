"""The acts of a block: one row each. Everybody's, for the patient may object to whoever of the units they meet."""

from discharge.actions.lift_block import lift_block
from discharge.actions.open_block_in_emergency import open_block_in_emergency
from discharge.actions.set_block import set_block
from discharge.forms.blocks import LiftBlockForm, OpenBlockForm, SetBlockForm
from lus.organisations.roles import Permission

from . import block_tells
from .act_page import ActPage

BLOCKS: tuple[ActPage, ...] = (
    ActPage(
        act="set_block",
        slug="set-block",
        perform=set_block,
        form=SetBlockForm,
        permission=Permission.WRITE_MESSAGES,
        title="Spärra uppgifter",
        button="Spärra",
        tells=block_tells.set_block,
        done="Spärrat",
    ),
    ActPage(
        act="lift_block",
        slug="lift-block",
        perform=lift_block,
        form=LiftBlockForm,
        permission=Permission.WRITE_MESSAGES,
        title="Häv spärr",
        button="Häv spärr",
        tells=block_tells.lift_block,
        done="Hävt",
    ),
    ActPage(
        act="open_block_in_emergency",
        slug="open-block",
        perform=open_block_in_emergency,
        form=OpenBlockForm,
        permission=Permission.WRITE_MESSAGES,
        title="Nödöppna spärr",
        button="Öppna",
        tells=block_tells.open_block,
        done="Öppnat",
        danger=True,
    ),
)
