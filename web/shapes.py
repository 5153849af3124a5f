"""The shape of a mark says the family of its kind, so that colour is free for the score's sign."""

SHAPES = {
    "agreement": "M-4.6-4.6h9.2v9.2h-9.2z",
    "diplomacy": "M0-5.2a5.2 5.2 0 1 1-.01 0z",
    "economy": "M0-6.3 6.3 0 0 6.3-6.3 0z",
    "military": "M0-6 5.9 4.8H-5.9z",
    "sanction": "M-5.2-2.2-2.2-5.2 0-2.8 2.2-5.2 5.2-2.2 2.8 0 5.2 2.2 2.2 5.2 0 2.8-2.2 5.2"
    "-5.2 2.2-2.8 0z",
}
"""Id of a family to the path of its shape, in SVG units about the origin."""
