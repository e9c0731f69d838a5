"""The dialog before minutes become final."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from resources.words import Words
from tests.ui.helpers import assert_all_named, named
from ui.common.labels import PlainLabel
from ui.common.text_edit import GrowingTextEdit
from ui.dialogs.finalise import FinaliseDialog, Freezing

FIRST = Freezing("Bilateral — Air", 1, facts=("17 butir", "12 peserta"), cautions=("Satu masukan",))
CORRECTION = Freezing("Bilateral — Air", 2, corrects="versi 1", facts=("17 butir",))


def texts(dialog: FinaliseDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(PlainLabel)]


@pytest.mark.parametrize("freezing", [FIRST, CORRECTION])
def test_it_says_what_is_frozen_and_what_is_missing(show, words: Words, freezing: Freezing):
    dialog = show(FinaliseDialog(words, freezing))
    assert_all_named(dialog)
    said = texts(dialog)
    for text in (freezing.meeting, *freezing.facts, *freezing.cautions):
        assert text in said
    assert (words("finalise.cautions") in said) == bool(freezing.cautions)


def test_the_first_version_asks_for_nothing_more_and_enter_agrees(show, words: Words):
    dialog = show(FinaliseDialog(words, FIRST))
    agreed: list[bool] = []
    dialog.accepted.connect(lambda: agreed.append(True))
    assert words("finalise.reason") not in texts(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert agreed == [True]
    assert (dialog.why(), dialog.wants_new_appendix()) == ("", False)


def test_escape_freezes_nothing(show, words: Words):
    dialog = show(FinaliseDialog(words, FIRST))
    refused: list[bool] = []
    dialog.rejected.connect(lambda: refused.append(True))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert refused == [True]


def test_a_correction_waits_for_its_reason(show, words: Words):
    dialog = show(FinaliseDialog(words, CORRECTION))
    assert not dialog.ok.isEnabled()
    reason = named(dialog, words("finalise.reason"), GrowingTextEdit)
    QTest.keyClicks(reason, "   ")
    assert not dialog.ok.isEnabled()
    QTest.keyClicks(reason, "Salah tulis")
    assert dialog.ok.isEnabled()
    assert dialog.why() == "Salah tulis"
    QTest.keyClick(dialog.refresh, Qt.Key.Key_Space)
    assert dialog.wants_new_appendix()


def test_a_meeting_s_name_is_never_markup(show, words: Words):
    dialog = show(FinaliseDialog(words, Freezing("<img src=x> R&D", 1)))
    assert "<img src=x> R&D" in texts(dialog)
