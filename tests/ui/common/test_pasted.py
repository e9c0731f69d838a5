"""What is pasted from elsewhere keeps its words, its paragraphs and its lists, and nothing else."""

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.common.line_edit import LineEdit
from ui.common.pasted import can_be_pasted, pasted_text

WORD = """<html xmlns:o="urn:x"><head><style>p.MsoNormal {margin:0}</style></head><body>
<p class=MsoNormal><b><span style='font-size:14pt'>Peta &amp;
risiko</span></b></p><p class=MsoListParagraph><![if !supportLists]>·<![endif]>satu</p></body>"""
LISTS = """<h2>Hasil</h2><ol><li><p>Data <i>banjir</i></p><ul><li>hulu</li><li>hilir</li></ul></li>
<li>Peta</li></ol><p>Baris<br>lain</p><table><tr><td>a</td><td>b</td></tr></table><ul></ul><ul>"""


def pasted(text: str, html: str = "") -> str:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    assert can_be_pasted(data)
    return pasted_text(data)


def test_words_own_signs_become_those_of_a_list():
    text = (
        "Peta\r\n·\tsatu\r\no\tdua\r\n\uf0a7\t tiga\r\n1.\tempat\r\na)\tlima\r\n· enam\r\no tujuh"
    )
    wanted = "Peta\n• satu\n◦ dua\n▪ tiga\n1. empat\na) lima\n· enam\no tujuh"
    assert pasted(text, WORD) == wanted
    assert pasted(wanted) == wanted


def test_a_page_without_plain_text_comes_in_as_paragraphs():
    assert pasted("", WORD) == "Peta & risiko\n·satu"


def test_lists_of_a_browser_keep_their_signs():
    wanted = "Hasil\n1. Data banjir\n  • hulu\n  • hilir\n2. Peta\nBaris\nlain\na\tb"
    assert pasted("Hasil\n\nData banjir\nhulu", LISTS) == wanted


@pytest.mark.parametrize("html", ["<li", "<li><![odd[x]]>", "</ul></ol><li></li>", "<style><li>x"])
def test_a_page_that_makes_no_sense_leaves_the_plain_text(html: str):
    assert pasted("teks", html) == "teks"


def test_a_hundred_thousand_styled_letters_come_in_whole():
    html = "<ul>" + "<li><span style='color:red'>warga </span></li>" * 16_000 + "</ul>"
    assert pasted("x", html).count("• warga") == 16_000


WORD_PAGE = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>
<!-- p {margin:0} --></style>
</head><body lang=IN><!--StartFragment--><h1><span>Rencana&nbsp;Aksi <o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-US>Hanya 9&nbsp;yang meng&shy;umumkan
jadwal<b>nya</b>.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>satu</p>
<p style='margin-left:72pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span>o<span>&nbsp;&nbsp;
</span></span><![endif]>dua<o:p></o:p></p>
<table><tr><td><p>Capaian</p></td><td><p>Bulan</p></td></tr>
<tr><td><p>46 jadwal</p></td><td><p>Des 2021</p><p>Juni 2022</p></td></tr></table></body></html>"""
WORD_LINES = (
    "Rencana\u00a0Aksi\nHanya 9\u00a0yang mengumumkan jadwalnya.\n• satu\n  ◦ dua\n"
    "Capaian\tBulan\n46 jadwal\tDes 2021 Juni 2022"
)


def test_words_own_page_keeps_items_rows_and_no_break_spaces():
    assert pasted("", WORD_PAGE) == WORD_LINES
    assert pasted("", "<table><tr><td>a<td>b<tr><td>c</table><p>d") == "a\tb\nc\nd"
    assert pasted("non\x1ebreaking so\x1fft") == "non-breaking soft"


def test_a_line_takes_a_page_of_word_with_its_paragraphs_joined(show):
    line = show(LineEdit("Nama"))
    told = []
    line.edited.connect(told.append)
    data = QMimeData()
    data.setHtml("<p>Dinas <b>Kesehatan</b></p><p>&nbsp;</p><p>Kota Seruni</p>")
    QGuiApplication.clipboard().setMimeData(data)
    line.setFocus()
    QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert line.text() == "Dinas Kesehatan Kota Seruni"
    assert told == ["Dinas Kesehatan Kota Seruni"]
    line.undo()
    assert line.text() == ""
    # The menu's own way does the same.
    QApplication.sendEvent(
        line,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(), line.mapToGlobal(QPoint())),
    )
    menu = QApplication.activePopupWidget()
    menu.findChild(QAction, "edit-paste").trigger()
    menu.close()
    assert line.text() == "Dinas Kesehatan Kota Seruni"
