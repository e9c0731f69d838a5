"""What was typed and not stored, as text to keep."""

from db.records import Point
from desktop.pending import WHOLE, PendingEdit
from desktop.unsaved import kept_texts
from resources.words import Words
from tests.db.following import new_id


def test_a_new_follow_up_is_kept_with_who_does_it_until_when():
    point = Point(id=new_id(), meeting_id=new_id(), text="Kirim surat", kind="follow_up")
    task = {"owner": "Forum Warga", "owner_id": new_id(), "due": "2018-09-21"}
    edit = PendingEdit(("points", point.id, WHOLE), point, None, task=task)
    said = [text for _, text in kept_texts(Words("id"), [edit])]
    assert said == ["Kirim surat", "Forum Warga", "21 September 2018"]
    labels = [label for label, _ in kept_texts(Words("id"), [edit])]
    assert labels[1:] == ["tindak lanjut, penanggung jawab", "tindak lanjut, tenggat"]
    bare = PendingEdit(("points", point.id, WHOLE), point, None)
    assert len(kept_texts(Words("id"), [bare])) == 1
