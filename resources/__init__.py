"""Words, forms, icons, fonts, themes and the sample: data, with the readers of its files."""

from pathlib import Path

FOLDER = Path(__file__).parent
