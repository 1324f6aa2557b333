"""Compiles a Typst document in a process of its own: typst_compile.py SOURCE ROOT FONTS OUTPUT.pdf"""

import sys

import typst

source, root, fonts, output = sys.argv[1:]
typst.compile(source, output=output, root=root, font_paths=[fonts], ignore_system_fonts=True)
