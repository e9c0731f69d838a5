"""The drafts of the commitment in view: freezing, comparing, its fields' past and agreement."""

from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from db.commands.drafts import freeze_draft
from db.comparing import compare_dossiers
from db.draft_content import read_draft
from db.drafting import LEVELS, DraftFinding, Level, level_rank, unmet
from db.queries.commitments import commitment_dossier
from db.queries.drafts import drafting_state, list_drafts
from db.queries.passports import draft_passport
from db.queries.records import get_record
from db.records import Draft, Point
from db.snapshot import CommitmentDossier
from desktop.controllers import draft_words
from desktop.controllers.agreeing import Agreeing
from desktop.controllers.past import show_past
from desktop.documents import render_draft, render_passport
from desktop.jobs import Job
from desktop.parts import Parts
from desktop.printing import save_and_open
from exports.file_names import draft_file_name, passport_file_name
from resources.forms import load_form
from ui.canvas.compare import NOW
from ui.canvas.findings_dialog import FindingsDialog
from ui.canvas.freeze_dialog import FreezeDialog
from ui.canvas.screen import CommitmentsScreen
from ui.canvas.view import compared_levels


class CommitmentDrafts(QObject):
    """Does what the canvas is asked for about drafts, and shows the comparison."""

    def __init__(self, parts: Parts, view: CommitmentsScreen) -> None:
        super().__init__(view)
        self._parts = parts
        self._words = parts.words
        self._store = parts.store
        self._view = view
        self._compared: tuple[str, str] = ("", "")
        # By commitment: why it is frozen all the same, where it isn't frozen yet.
        self._reasons: dict[str, str] = {}
        view.freeze_requested.connect(self.freeze)
        view.findings_requested.connect(self.show_findings)
        view.compare_requested.connect(self.compare)
        view.draft_requested.connect(self.compare_with_now)
        view.history_requested.connect(self.show_history)
        view.agreement_requested.connect(self.show_agreement)
        view.passport_requested.connect(self.print_passport)
        view.printing_requested.connect(self.print_draft)
        view.compare.chosen.connect(self._compare_these)

    def freeze(self, commitment_id: str) -> None:
        """Ask which level is frozen, show what it lacks, and freeze it when the person agrees."""
        if not self._store.flush():
            return
        words, state = self._words, self._store.read(drafting_state, commitment_id)
        asked = load_form(state.dossier.form).asked()
        levels: list[Level] = [
            one for one in LEVELS if level_rank(one) >= level_rank(state.reached)
        ]
        found = {level: unmet(level, state, asked) for level in levels}
        offers = {
            level: draft_words.level_offer(words, level, state, found[level]) for level in levels
        }
        dialog = FreezeDialog(words, self._view.commitment_name(), dict(offers), self._parts.window)
        dialog.reason.set_value(self._reasons.pop(commitment_id, ""))
        dialog.choose_level(state.next_level)
        wanted: list[DraftFinding] = []

        def note(number: int) -> None:
            wanted.append(found[_level(dialog)][number])

        dialog.place_requested.connect(note)
        agreed = dialog.run()
        level, authors, why = _level(dialog), dialog.authors.value(), dialog.why()
        if not agreed or not self._freeze(commitment_id, level, asked, authors, why):
            self._reasons[commitment_id] = why
        for finding in wanted:
            self._lead_to(finding)

    def show_findings(self) -> None:
        """Show what the next draft lacks; each finding leads to its place."""
        view, found = self._view.canvas.view, self._view.canvas.telling.readiness
        if view is None:
            return
        form = view.form.name
        said = [draft_words.finding_sentence(self._words, one, form) for one in found.findings]
        name, window = self._view.commitment_name(), self._parts.window
        dialog = FindingsDialog(self._words, name, found.level, said, window)
        wanted: list[DraftFinding] = []

        def note(number: int) -> None:
            wanted.append(found.findings[number])

        dialog.place_requested.connect(note)
        if dialog.run():
            self.freeze(view.dossier.commitment.id)
        for finding in wanted:
            self._lead_to(finding)

    def compare(self, commitment_id: str) -> None:
        """Show what is other between the last two drafts, or since the only one."""
        drafts = self._store.read(list_drafts, commitment_id)
        if not drafts:
            self._parts.tell(self._words("drafts.nothing_frozen"), "info", None)
            return
        latest = {draft.level: draft.id for draft in drafts} | {NOW: NOW}
        first, second = (latest[level] for level in compared_levels(drafts))
        self._compare_these(first, second)

    def compare_with_now(self, draft_id: str) -> None:
        """Show what is other since a draft."""
        self._compare_these(draft_id, NOW)

    def print_passport(self, commitment_id: str) -> None:
        """Write the passport of the draft that is compared, else of the latest one."""
        draft = self._chosen(commitment_id)
        if draft is None:
            return
        passport = self._store.read(draft_passport, commitment_id, draft.id)
        language = self._words.language
        name = passport_file_name(passport.dossier, draft.level or "now", language)
        save_and_open(self._parts, Job(name, partial(render_passport, passport, language)))

    def print_draft(self, commitment_id: str) -> None:
        """Write the frozen commitment on its form, as it was then."""
        draft = self._chosen(commitment_id)
        if draft is None:
            return
        plan = self._store.read(commitment_dossier, commitment_id).plan
        language = self._words.language
        name = draft_file_name(read_draft(draft, plan), draft.level or "now", language)
        save_and_open(self._parts, Job(name, partial(render_draft, draft, plan, language)))

    def _chosen(self, commitment_id: str) -> Draft | None:
        """Return the draft that is compared, else the latest; None, and told, where none is."""
        drafts = self._store.read(list_drafts, commitment_id)
        if not drafts:
            self._parts.tell(self._words("drafts.nothing_frozen"), "info", None)
            return None
        known = {draft.id: draft for draft in drafts}
        compared = [key for key in reversed(self._compared) if key in known]
        return known[compared[0]] if self._view.shows_comparison() and compared else drafts[-1]

    def refresh(self) -> None:
        """Bring the comparison up to date, if it is in front."""
        if self._view.shows_comparison():
            self._compare_these(*self._compared)

    def show_history(self) -> None:
        """Show the earlier texts of what the focus is in, and where its words come from."""
        canvas = self._view.canvas
        section, places = canvas.looked_at(), canvas.telling.places_in_focus()
        if section is None or canvas.view is None or not places:
            self._parts.tell(
                self._words(f"drafts.no_{'part' if section else 'section'}"), "info", None
            )
            return
        dossier = canvas.view.dossier
        name = draft_words.subject_name(self._words, section.name, dossier, *places[0][:2])
        show_past(self._parts, name, places)

    def show_agreement(self, field: str) -> None:
        """Let the person say how a field stands; "" is the one that has the focus."""
        view = self._view.canvas.view
        section = self._view.canvas.looked_at()
        field = field or (section.field if section else "")
        if view is None or not field:
            self._parts.tell(self._words("drafts.no_section"), "info", None)
            return
        names = [name for name, _ in view.organisations]
        Agreeing(self._parts, view.dossier.commitment.id, field, names).run()

    def _freeze(
        self,
        commitment_id: str,
        level: Level,
        asked: tuple[str, ...],
        authors: tuple[str, ...],
        why: str,
    ) -> bool:
        """Freeze it and say so; False, and said why, where that was refused."""
        run = partial(self._store.run, freeze_draft, commitment_id, level)
        if run(asked, authors=authors, reason=why) is None:
            return False
        from exports.frozen_minutes import fingerprint

        frozen = [d for d in self._store.read(list_drafts, commitment_id) if d.level == level]
        values = {
            "level": self._words(f"drafts.levels.{level}"),
            "fingerprint": fingerprint(frozen[-1].sha256),
        }
        self._parts.tell(self._words("drafts.done", **values), "success", None)
        return True

    def _lead_to(self, finding: DraftFinding) -> None:
        """Go where a finding can be mended."""
        place, canvas = self._parts.place, self._view.canvas
        if finding.key == "differing":
            self._decide(finding)
        elif finding.kind == "points":
            point = self._store.read(get_record, Point, finding.record_id)
            place.go("meetings", meetings=point.meeting_id, points=point.id)
        elif finding.kind == "agreements":
            self.show_agreement(finding.field)
        elif finding.kind in ("milestones", "contacts"):
            canvas.focus_part(finding.record_id)
        elif finding.field:
            canvas.go_to_field(finding.field)
        else:
            place.go("meetings", meetings="")

    def _decide(self, finding: DraftFinding) -> None:
        """Go to a field that was written differently, and let the person decide."""
        if finding.kind == "targets":
            self._parts.place.go("matrix")
        elif finding.kind == "commitments":
            self._view.canvas.go_to_field(finding.field)
        else:
            self._view.canvas.focus_part(finding.record_id)
        self._view.deciding_requested.emit(finding.kind, finding.record_id, finding.field)

    def _compare_these(self, earlier: str, later: str) -> None:
        view = self._view.canvas.view
        if view is None or not self._store.flush():
            return
        commitment_id = view.dossier.commitment.id
        drafts = self._store.read(list_drafts, commitment_id)
        now = self._store.read(commitment_dossier, commitment_id)
        known = {draft.id: draft for draft in drafts}
        self._compared = (earlier, later)
        sides = [_state(known.get(key), now) for key in (earlier, later)]
        fields = [
            draft_words.compared_field(self._words, pair, sides[1].form)
            for pair in compare_dossiers(*sides)
        ]
        choices = draft_words.draft_choices(self._words, drafts)
        self._view.show_comparison(choices, earlier, later, fields)


def _level(dialog: FreezeDialog) -> Level:
    return cast(Level, dialog.level.value())


def _state(draft: Draft | None, now: CommitmentDossier) -> CommitmentDossier:
    """Return a draft as it was, or the commitment of now."""
    return now if draft is None else read_draft(draft, now.plan)
