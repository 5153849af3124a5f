"""How to cite what is here: as APA, Chicago, BibTeX and CSL-JSON, in English as the styles are.

The formatters are our own: docs/decisions tells which library was tried and what it wrote.
"""

from kb.cite.apa import apa
from kb.cite.bibtex import bibtex
from kb.cite.chicago import chicago
from kb.cite.csl import csl_json
from kb.cite.runs import Run, Runs, plain
from kb.cite.works import entry, of_source

__all__ = ["Run", "Runs", "apa", "bibtex", "chicago", "csl_json", "entry", "of_source", "plain"]
