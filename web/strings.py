"""The words of the interface in every language it speaks: one row a phrase.

A phrase may hold `{name}` fields. Urdu was written with a dictionary at hand and awaits a native
reader's eye.
"""

from __future__ import annotations

LANGUAGES = ("en", "ur")
"""The languages of the interface; the first serves where a reader's wish cannot be met."""

RIGHT_TO_LEFT = frozenset({"ur"})

PHRASES: dict[str, tuple[str, str]] = {
    "about_actor": ("About", "بارے میں"),
    "accounts": ("Accounts, each with its speaker", "بیانات، ہر ایک اپنے کہنے والے کے ساتھ"),
    "actor": ("Actor", "فریق"),
    "address": ("Address", "پتہ"),
    "aliases": ("Also called", "دیگر نام"),
    "all_kinds": ("Any kind", "ہر قسم"),
    "all_places": ("Any place", "ہر مقام"),
    "all_sources": ("Any source", "ہر ماخذ"),
    "all_years": ("All years", "تمام سال"),
    "also_given": ("Also given", "دیگر اعداد"),
    "apply": ("Apply", "لاگو کریں"),
    "approximate": ("approximate", "تخمینی"),
    "archived_copy": ("archived copy", "محفوظ نقل"),
    "author": ("Author", "مصنف"),
    "authors_view": ("{speaker} says", "{speaker} کے مطابق"),
    "banner": (
        "The files have {count} problems; the last good state is shown.",
        "فائلوں میں {count} مسائل ہیں؛ آخری درست حالت دکھائی جا رہی ہے۔",
    ),
    "banner_more": ("and {count} more", "اور {count} مزید"),
    "banner_one": (
        "The files have a problem; the last good state is shown.",
        "فائلوں میں ایک مسئلہ ہے؛ آخری درست حالت دکھائی جا رہی ہے۔",
    ),
    "belongs_to": ("Belongs to", "رکنیت"),
    "came_before": ("What led to it", "اسباب"),
    "cite": ("Cite", "حوالہ"),
    "cited_by": ("What cites it", "کہاں حوالہ ہے"),
    "clear_filter": ("Clear all", "سب صاف کریں"),
    "close": ("Close", "بند کریں"),
    "conflict": ("Conflict", "تنازع"),
    "cooperation": ("Cooperation", "تعاون"),
    "copied": ("Link copied", "ربط نقل ہو گیا"),
    "copy_link": ("Copy link", "ربط نقل کریں"),
    "count": ("{shown} of {total} events", "{total} میں سے {shown} واقعات"),
    "dark_theme": ("Dark theme", "گہرا رنگ"),
    "dates_given": ("Other dates given", "دیگر تاریخیں"),
    "disputed": ("Disputed", "متنازع"),
    "disputed_only": ("Only disputed events", "صرف متنازع واقعات"),
    "drawn_about": ("Hollow = day not known", "کھوکھلا = دن معلوم نہیں"),
    "drawn_all": ("Dots: all partners", "نقطے: تمام فریق"),
    "drawn_above": ("Cooperation, above the line", "تعاون، لکیر سے اوپر"),
    "drawn_below": ("Conflict, below", "تنازع، نیچے"),
    "drawn_cause": ("Led to (a source says so)", "نتیجہ (ماخذ کے مطابق)"),
    "drawn_reading": ("Led to (our reading)", "نتیجہ (ہماری رائے)"),
    "drawn_stem": ("Stem length = strength of score", "ڈنڈی کی لمبائی = شدت"),
    "earlier": ("Earlier", "پہلے"),
    "editors_reading": ("the editors’ reading", "مدیران کی رائے"),
    "editors_value": ("the editors", "مدیران"),
    "event": ("Event", "واقعہ"),
    "events": ("Events", "واقعات"),
    "events_in_view": ("Events in view", "منظر میں واقعات"),
    "family": ("Families of kinds", "اقسام کے زمرے"),
    "figures": ("Figures", "اعداد و شمار"),
    "filters": ("Filters", "چھانٹی"),
    "followed": ("What followed", "نتائج"),
    "from": ("From", "سے"),
    "half_life": ("Half-life", "نصف عمر"),
    "hint": (
        "Select a mark for its causes, effects, quotations and sources. With a keyboard: Tab into"
        " the timeline, arrow keys to move, Enter to open, + and − to zoom.",
        "کسی نشان کو چنیں: اسباب، نتائج، اقتباسات اور ماخذ سامنے آئیں گے۔",
    ),
    "hint_plain": (
        "Choose an event for its causes, effects, quotations and sources.",
        "کوئی واقعہ چنیں: اسباب، نتائج، اقتباسات اور ماخذ سامنے آئیں گے۔",
    ),
    "issued": ("Issued", "اشاعت"),
    "kind": ("Kind", "قسم"),
    "language": ("Language", "زبان"),
    "later": ("Later", "بعد"),
    "locator": ("Where in it", "مقام در ماخذ"),
    "maximum": ("Score to", "اسکور تک"),
    "members": ("Members and parts", "ارکان"),
    "minimum": ("Score from", "اسکور سے"),
    "missing": ("No such page", "صفحہ موجود نہیں"),
    "missing_text": (
        "Nothing in this knowledge base has the address {path}.",
        "اس ذخیرے میں {path} پر کچھ نہیں۔",
    ),
    "more": ("More", "مزید چھانٹی"),
    "name": ("Name", "نام"),
    "neutral": ("Neutral", "غیر جانبدار"),
    "no_events": ("No event passes these filters.", "ان شرائط پر کوئی واقعہ نہیں۔"),
    "note": ("Note", "نوٹ"),
    "note_date": (
        "“{value}” was left out of “{name}”:",
        "«{name}» میں «{value}» نظر انداز کیا گیا:",
    ),
    "note_number": (
        "“{value}” was left out of “{name}”: a number from −10 to +10 is meant.",
        "«{name}» میں «{value}» نظر انداز کیا گیا: −10 سے +10 تک کا عدد درکار ہے۔",
    ),
    "note_unknown": (
        "“{value}” was left out of “{name}”: there is none of that name.",
        "«{name}» میں «{value}» نظر انداز کیا گیا: ایسا کوئی نہیں۔",
    ),
    "of_source": ("Source", "ماخذ"),
    "on_timeline": ("On the timeline", "ٹائم لائن پر"),
    "open_events": ("Its events on the timeline", "اس کے واقعات ٹائم لائن پر"),
    "part_of": ("Part of", "حصہ"),
    "partners": ("Partners", "ممالک و ادارے"),
    "partners_all": ("all", "تمام"),
    "parts": ("Its stages", "مراحل"),
    "permalink": ("Permalink", "مستقل ربط"),
    "place": ("Place", "مقام"),
    "places_given": ("Other places given", "دیگر مقامات"),
    "publisher": ("Publisher", "ناشر"),
    "quotes": ("In their words", "اقتباسات"),
    "rank_deprecated": ("superseded", "متروک"),
    "rank_preferred": ("accepted", "مقبول"),
    "score": ("Score", "اسکور"),
    "score_from": ("Follows from the kind:", "قسم سے ماخوذ:"),
    "score_scale": (
        "Score {score} on a scale from −10 to +10",
        "−10 سے +10 کے پیمانے پر {score}",
    ),
    "search": ("Search events, quotes and sources", "واقعات، اقتباسات اور ماخذ میں تلاش"),
    "side": ("Speaks for", "کس کی طرف سے"),
    "skip": ("Skip to the list of events", "واقعات کی فہرست پر جائیں"),
    "skip_main": ("Skip to the content", "مواد پر جائیں"),
    "sources": ("Sources", "ماخذ"),
    "sparql": ("Query in SPARQL", "SPARQL میں پوچھیں"),
    "stated_by": ("stated by", "بقول"),
    "succeeded_by": ("Succeeded by", "جانشین"),
    "succeeds": ("Succeeds", "پیش رو"),
    "timeline": ("Timeline", "ٹائم لائن"),
    "to": ("To", "تک"),
    "to_timeline": ("Back to the timeline", "ٹائم لائن پر واپس"),
    "turning_points": ("Turning points", "اہم موڑ"),
    "type": ("Type", "نوعیت"),
    "unnamed_date": ("undated", "بلا تاریخ"),
    "view_period": ("speaks of: {period}", "بابت: {period}"),
    "views": ("What was said of these relations", "تعلقات پر آرا"),
    "views_nav": ("Views", "صفحات"),
    "zoom": ("Zoom", "زوم"),
    "zoom_in": ("Zoom in", "قریب"),
    "zoom_out": ("Zoom out", "دور"),
}

SCRIPT_PHRASES: dict[str, tuple[str, str]] = {
    "lanes": (
        "Timeline by partner. Left and right arrows move between events of one partner, up and"
        " down change partner, Enter opens an event, plus and minus zoom.",
        "فریق وار ٹائم لائن۔ دائیں بائیں تیر واقعات میں، اوپر نیچے فریقوں میں لے جاتے ہیں، Enter"
        " واقعہ کھولتا ہے، جمع اور منفی زوم کرتے ہیں۔",
    ),
    "lane_counts": ("{count} events, mean {mean}", "{count} واقعات، اوسط {mean}"),
    "lane_count": ("1 event, {mean}", "1 واقعہ، {mean}"),
    "window_begin": ("Begin of the window", "آغاز"),
    "window_end": ("End of the window", "اختتام"),
    "overview": ("Overview of all years", "تمام سالوں کا جائزہ"),
    "score_line": ("Mean score so far", "اب تک کا اوسط اسکور"),
    "score_label": (
        "Mean score of {lane} over time, older events counting less",
        "{lane} کا اوسط اسکور وقت کے ساتھ",
    ),
    "score_counts": ("In view: {up} up, {down} down", "منظر میں تعاون {up}، تنازع {down}"),
    "all_partners": ("All partners", "تمام فریق"),
    "said_window": ("{from} to {to}: {count} events", "{from} تا {to}: {count} واقعات"),
    "unreachable": ("The server did not answer.", "سرور نے جواب نہیں دیا۔"),
    "cooperation": PHRASES["cooperation"],
    "conflict": PHRASES["conflict"],
    "neutral": PHRASES["neutral"],
    "count": PHRASES["count"],
    "copied": PHRASES["copied"],
    "partners_all": PHRASES["partners_all"],
    "partner": ("Partner", "فریق"),
    "others": ("Others", "دیگر"),
    "half_life": PHRASES["half_life"],
    "disputed": PHRASES["disputed"],
    "years": ("{count} years", "{count} سال"),
    "year": ("1 year", "1 سال"),
}
"""What the script says; it gets these with the page."""


def phrase(key: str, lang: str, **fields: object) -> str:
    """The phrase in that language with its fields filled in."""
    row = PHRASES[key] if key in PHRASES else SCRIPT_PHRASES[key]
    text = row[LANGUAGES.index(lang)]
    return text.format(**fields) if fields else text


def script_phrases(lang: str) -> dict[str, str]:
    """All that the script says, in that language."""
    return {key: row[LANGUAGES.index(lang)] for key, row in SCRIPT_PHRASES.items()}
