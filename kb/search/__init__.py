"""Search over a knowledge base, tolerant of spelling, in every language that it holds.

Everything here is computed from a `kb.model.KnowledgeBase` alone.
"""

from kb.search.documents import Document, Passage, Tier
from kb.search.finder import Finder, Found, reason

__all__ = ["Document", "Finder", "Found", "Passage", "Tier", "reason"]
