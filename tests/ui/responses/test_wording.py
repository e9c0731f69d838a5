"""Where an input comes from is told in two lines that a column can hold."""

from db.following import InputLine
from resources.words import Words
from ui.responses.wording import origin_pair


def test_the_point_stands_with_its_meeting_so_that_the_part_has_a_line_of_its_own():
    line = InputLine(
        id="a", meeting_id="m", text="Tambah kota", meeting_kind="bilateral",
        meeting_date="2027-08-24", point_number="14", commitment_number=3,
        canvas_field="problem", form="ogi-2018",
    )  # fmt: skip
    meeting, part = origin_pair(Words("id"), line)
    assert meeting == "Bilateral 24 Agu 2027 · butir 14"
    assert part == "Komitmen 3 · B. Masalah masyarakat"
    assert origin_pair(Words("en"), InputLine(id="b", meeting_id="m", text="x"))[1] == ""
