"""The window killed in the middle of typing: what it had called saved is there, and it reopens.

`make bench` does the same two hundred times on a real display.
"""

import json
from pathlib import Path

from desktop.opening import open_workspace
from tests.bench.kills import Account, Victim

KILLS = 6


def test_no_text_is_missing_that_the_sign_had_covered(tmp_path: Path):
    victim = Victim(tmp_path, {"QT_QPA_PLATFORM": "offscreen"}, longest=1.2)
    assert [victim.kill_once(seed) for seed in range(KILLS)] == [[]] * KILLS
    # Else there was nothing to lose. How many letters it were is the machine's affair.
    assert sum(account.letters for account in victim.accounts) > KILLS
    assert any(account.covered for account in victim.accounts)
    opened = open_workspace(str(tmp_path / "w.db"))
    assert not opened.workspace.read_only
    opened.close()


def account(*lines: list[object], killed_at: float = 10.0) -> Account:
    return Account.of((json.dumps(line) for line in lines), killed_at)


class TestTheMeasure:
    def test_a_text_that_was_covered_must_be_there(self):
        said = account(["typed", 9.8, "p", "Us"], ["saved", 9.9], ["typed", 9.95, "p", "Usul"])
        assert said.missing({"p": "Us"}) == said.missing({"p": "Usul"}) == []
        assert len(said.missing({"p": "U"})) == len(said.missing({})) == 1

    def test_so_must_what_was_typed_more_than_a_second_before(self):
        said = account(["typed", 8.9, "p", "Us"], ["typed", 9.5, "p", "Usul"])
        assert said.missing({"p": "Us"}) == []
        assert len(said.missing({})) == 1

    def test_the_last_second_may_be_missing(self):
        assert account(["typed", 9.5, "p", "Us"]).missing({}) == []
