"""What a timeline shows: the lanes of events, their order, and which a filter lets through.

Everything here is computed from a `kb.model.KnowledgeBase` alone.
"""

from kb.timeline.columns import columns
from kb.timeline.filter import Filter
from kb.timeline.timeline import Timeline, Year

__all__ = ["Filter", "Timeline", "Year", "columns"]
