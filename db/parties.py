"""How a party is named: the unit of an organisation, or the organisation alone."""

from db.records import Party


def party_text(party: Party) -> str:
    """Return a party as the official papers name it: unit, organisation."""
    return ", ".join(part for part in (party.unit, party.name) if part)


def party_name(party: Party) -> str:
    """Return what a responsible body is called: its organisation, else its unit."""
    return party.name or party.unit
