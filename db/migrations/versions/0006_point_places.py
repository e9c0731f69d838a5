"""Points are found by their meeting together with their place in it, from the index alone."""

from alembic import op

revision = "0006"
down_revision = "0005"

_PLACE = ("meeting_id", "parent_id", "position", "id", "deleted")


def upgrade() -> None:
    op.create_index("ix_points_place", "points", _PLACE)
    op.drop_index("ix_points_meeting_id", "points")
