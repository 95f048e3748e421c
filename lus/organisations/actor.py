"""Who acts or looks: a person on an assignment, a client, or the clock. Made at the edge, passed down."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from .roles import ROLE_LABELS, Permission, permissions_of

ActorKind = Literal["person", "client", "clock"]


class NotPermitted(Exception):
    """The assignment does not allow the act. Carries which permission was missing and who was asked."""

    def __init__(self, permission: Permission, actor: "Actor") -> None:
        self.permission = permission
        self.actor = actor
        super().__init__(f"{actor.role} at {actor.unit_id} may not {permission}")


@dataclass(frozen=True)
class Actor:
    """``unit_ids``: the units whose cases this actor sees (the own unit, and sub-units if so assigned)."""

    kind: ActorKind
    name: str
    role: str = ""
    user_id: UUID | None = None
    assignment_id: UUID | None = None
    unit_id: UUID | None = None
    unit_name: str = ""
    unit_kind: str = ""
    principal_id: UUID | None = None
    principal_name: str = ""
    unit_ids: tuple[UUID, ...] = field(default=())
    source: str = "web"

    @property
    def role_label(self) -> str:
        return ROLE_LABELS.get(self.role, "")

    @property
    def user_name(self) -> str:
        return self.name

    def may(self, permission: Permission) -> bool:
        return self.kind == "clock" or permission in permissions_of(self.role)

    def require(self, permission: Permission) -> None:
        """Raise NotPermitted unless the active assignment allows ``permission``."""
        if not self.may(permission):
            raise NotPermitted(permission, self)


CLOCK = Actor(kind="clock", name="Klockan", source="clock")
