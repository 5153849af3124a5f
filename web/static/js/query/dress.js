import { EditorView, HighlightStyle, syntaxHighlighting, tags } from "../../vendor/codemirror.js";

/** How the editor looks: the page's colours reach into its shadow root as custom properties. */
export const dress = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--code)", lineHeight: "1.5", maxHeight: "60vh", overflow: "auto" },
  ".cm-content": { padding: "8px 0", caretColor: "var(--ink)" },
  ".cm-content, .cm-gutter": { minHeight: "180px" },
  ".cm-gutters": { backgroundColor: "var(--band)", color: "var(--quiet)", borderRight: "1px solid var(--rule)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--grid)", outline: "1px solid var(--edge)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--grid)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--rim)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--code)", maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--ink)", backgroundColor: "var(--grid)" },
  ".cm-completionDetail": { color: "var(--quiet)", fontFamily: "var(--sans)", fontStyle: "normal" },
  ".cm-completionInfo": { padding: "6px 10px", maxWidth: "320px", fontFamily: "var(--sans)" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", borderLeftColor: "var(--down)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--down) 2px" },
  ".cm-lint-marker-error": { content: "normal", borderRadius: "50%", backgroundColor: "var(--down)" },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--down)" },
});

export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, fontWeight: "600" },
    { tag: tags.variableName, color: "var(--up)" },
    { tag: [tags.string, tags.number, tags.bool], color: "var(--down)" },
    { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  ]),
);
