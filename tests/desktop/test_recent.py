"""What was in view lately, whatever the settings' file holds."""

from desktop.place import Place
from desktop.recent import MOST, Recent
from desktop.settings import Settings


def test_the_latest_comes_first_and_once() -> None:
    place, settings = Place({}), Settings()
    recent = Recent(place, settings)
    for record_id in ("a", "b", "a"):
        place.show("meetings", record_id)
    place.show("commitments", "c")
    place.show("plans", "p")
    place.show("meetings", "")
    assert recent.records() == [("commitments", "c"), ("meetings", "a"), ("meetings", "b")]


def test_only_so_many_are_kept() -> None:
    place, settings = Place({}), Settings()
    recent = Recent(place, settings)
    for number in range(MOST + 5):
        place.show("meetings", str(number))
    assert len(recent.records()) == len(settings.recent) == MOST


def test_what_no_version_of_ours_wrote_is_passed_over() -> None:
    settings = Settings(recent=["meetings/a", "nonsense", 7, None, ["x"]])  # type: ignore[list-item]
    assert Recent(Place({}), settings).records()[0] == ("meetings", "a")
    assert len(Recent(Place({}), settings).records()) == 1
