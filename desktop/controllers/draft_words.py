"""What is said of drafts: what a level lacks, what fields are called."""

from collections.abc import Sequence
from functools import partial

from db.comparing import FieldPair
from db.differences import line_differences, word_differences
from db.draft_content import edition_of
from db.drafting import DraftFinding, Drafting, Level, level_rank
from db.parties import party_name
from db.records import Draft
from db.snapshot import CommitmentDossier
from resources.draft_words import finding_words, part_label
from resources.forms import form_title
from resources.words import Words
from ui.canvas.compare import NOW, ComparedField
from ui.canvas.freeze_dialog import LevelOffer
from ui.common.dates import format_date, format_month


def say_code(words: Words, field: str, code: str) -> str:
    """Word a month, a value, a side, a form or a line of the matrix's head as the screens do."""
    if field in ("start", "end"):
        return format_month(words, code)
    if field == "form":
        return form_title(code, words.language)
    table = {"side": "canvas.sides", "matrix_head": "documents.matrix_head"}
    try:
        return words(f"{table.get(field, f'canvas.{field}')}.{code}")
    except KeyError:  # from a program that knows more values
        return code


def finding_sentence(words: Words, finding: DraftFinding, form: str) -> str:
    """Say what is missing, so that the place is recognised on the canvas of this form."""
    place = (finding.key, finding.kind, finding.field)
    return finding_words(words, *place, finding.number, finding.text, form=form)


def level_offer(
    words: Words, level: Level, state: Drafting, findings: Sequence[DraftFinding]
) -> LevelOffer:
    """Return what the dialog says of a level."""
    earlier = [draft.made_on for draft in state.drafts if draft.level == level]
    form = state.dossier.form
    return LevelOffer(
        tuple(finding_sentence(words, finding, form) for finding in findings),
        _authors(words, level, state),
        format_date(words, earlier[-1]) if earlier else "",
    )


def _authors(words: Words, level: Level, state: Drafting) -> tuple[str, ...]:
    """Return who writes a draft of this level, as the journey has it."""
    plan, commitment = state.dossier.plan, state.dossier.commitment
    names = [party_name(party) for party in commitment.proposers]
    if level_rank(level) >= level_rank("3"):
        names += [party_name(party) for party in commitment.leads]
    if level_rank(level) >= level_rank("4"):
        names.append(words("drafts.freeze.public"))
    names.append(words("drafts.freeze.secretariat", plan=plan.short_title or plan.title))
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def draft_label(words: Words, draft: Draft) -> str:
    """Return what a draft is called in a list: Draf 2 · 3 Mei 2027."""
    edition = edition_of(draft)
    return words(
        "drafts.compare.dated" if edition == 1 else "drafts.compare.edited",
        level=words(f"drafts.levels.{draft.level or 'now'}"),
        date=format_date(words, draft.made_on),
        n=edition,
    )


def draft_choices(words: Words, drafts: Sequence[Draft]) -> list[tuple[str, str]]:
    """Return what can be compared: every draft, and now."""
    now = (NOW, words(f"drafts.levels.{NOW}"))
    return [*((draft.id, draft_label(words, draft)) for draft in drafts), now]


def compared_field(words: Words, pair: FieldPair, form: str) -> ComparedField:
    """Return a field in two states with what is other, word by word; in lists name by name.

    It is called as on this form, where it stands on it: Milestone 2 – Keluaran.
    """
    texts = pair.texts(partial(say_code, words))
    listed = isinstance(pair.before or pair.after, list)
    spans = line_differences(*texts) if listed else word_differences(*texts)
    return ComparedField(part_label(words, pair.kind, pair.field, pair.number, form), spans)


def subject_name(
    words: Words, section: str, dossier: CommitmentDossier, kind: str, record_id: str
) -> str:
    """Return what somebody asks about: a section, or the one milestone or contact of it."""
    for number, milestone in enumerate(dossier.milestones, 1):
        if milestone.id == record_id:
            return part_label(words, kind, "", number)
    for contact in dossier.contacts:
        if contact.id == record_id and contact.name:
            return f"{section} · {contact.name}"
    return section
