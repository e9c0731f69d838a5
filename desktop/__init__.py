"""The program: it assembles register, documents and screens, with and without a window."""
