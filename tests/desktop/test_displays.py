"""Which display the room looks at: never the desk's, never one that shows the same."""

import pytest

from desktop.displays import Display, room_display

DESK = Display("laptop", (0, 0, 1366, 768))
BEAMER = Display("beamer", (1366, 0, 1280, 720))
WALL = Display("wall", (-1920, 0, 1920, 1080))


@pytest.mark.parametrize(
    ("displays", "expected"),
    [
        ((DESK,), None),
        ((DESK, BEAMER), BEAMER),
        ((DESK, BEAMER, WALL), WALL),
        # A mirrored display stands where the desk stands, also with fewer pixels.
        ((DESK, Display("mirror", (0, 0, 1366, 768))), None),
        ((DESK, Display("mirror", (0, 0, 1280, 720)), BEAMER), BEAMER),
        ((), None),
    ],
)
def test_the_room_looks_at_another_display_than_the_desk(displays, expected):
    assert room_display(displays, DESK) == expected


def test_the_desk_may_stand_on_any_of_them():
    assert room_display((DESK, BEAMER), BEAMER) == DESK
