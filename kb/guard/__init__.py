"""Strangers' SPARQL queries, each answered in a process of its own that cannot harm the others.

The `Guard` starts a process that holds the store and forks workers from it. A worker evaluates
one query at a time within limits of memory, time and size, and is ended when it breaks one.
"""

from kb.guard.client import Guard
from kb.guard.messages import Answer, PublishError, Query, Refusal, Status
from kb.guard.settings import Settings

__all__ = ["Answer", "Guard", "PublishError", "Query", "Refusal", "Settings", "Status"]
