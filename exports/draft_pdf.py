"""A frozen draft of a commitment as PDF: its form as it was, with its level and fingerprint."""

from db.draft_content import read_draft
from db.errors import ExportError
from db.frozen import checksum, is_ours
from db.records import Draft, Plan
from exports.archive import Printed, archive_pdf
from exports.canvas_pdf import commitment_blocks
from exports.commitment import commitment_content, form_notices
from exports.document import Document
from exports.formats import format_date
from exports.frozen_minutes import fingerprint
from exports.layout import PORTRAIT, Foot, Part, draw_pages, lay_out
from exports.pen import Properties
from resources.words import Words


def render_draft(draft: Draft, plan: Plan, language: str) -> Document:
    """Return a frozen commitment on the form of then.

    Raises ExportError when its content is not what was frozen.
    """
    if is_ours(draft.content) and checksum(draft.content) != draft.sha256:
        raise ExportError("draft_damaged")
    words = Words(language)
    dossier = read_draft(draft, plan)
    content = commitment_content(dossier, language)
    level = words(f"drafts.levels.{draft.level or 'now'}")
    date = format_date(draft.made_on, language)
    label = words("drafts.compare.dated", level=level, date=date) if date else level
    print_ = words("papers.minutes.fingerprint", fingerprint=fingerprint(draft.sha256))
    part = Part(
        list(commitment_blocks(content, "commitment", 0)),
        PORTRAIT,
        Foot(content.foot, "", label, print_ if draft.sha256 else ""),
    )
    title = " – ".join(text for text in (level, content.title) if text)
    drawn = draw_pages(lay_out([part]), Properties(title, plan.organiser, language))
    return archive_pdf(drawn, Printed("commitment", language, content), form_notices([dossier]))
