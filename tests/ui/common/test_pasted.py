"""What is pasted from elsewhere keeps its words, its paragraphs and its lists, and nothing else."""

import pytest
from PySide6.QtCore import QMimeData

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
