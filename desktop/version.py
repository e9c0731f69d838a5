"""What this program calls itself in the files that it writes."""

VERSION = "0.1.0"
APP = f"Rembuk {VERSION}"
