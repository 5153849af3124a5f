import {
  autocompletion,
  bracketMatching,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  defaultKeymap,
  EditorState,
  EditorView,
  history,
  historyKeymap,
  keymap,
  lineNumbers,
  lintGutter,
  Prec,
  setDiagnostics,
  sparql,
} from "../../vendor/codemirror.js";
import { html } from "../dom.js";
import { complete } from "./completion.js";
import { colours, dress } from "./dress.js";

/**
 * Put an editor over the form's text area, which stays what is sent. It lives in a shadow root:
 * there its style sheets are adopted ones, which the page's policy allows.
 * @param {HTMLFormElement} form
 */
export function editor(form) {
  const area = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("query"));
  const label = /** @type {HTMLLabelElement} */ (area.labels[0]);
  const host = html("div", { class: "editor" });
  const root = host.attachShadow({ mode: "open" });
  const run = { key: "Mod-Enter", run: () => (form.requestSubmit(), true) };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        Prec.highest(keymap.of([run])),
        lineNumbers(),
        history(),
        sparql(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [complete], icons: false }),
        lintGutter(),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label.textContent ?? "", spellcheck: "false" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) area.value = update.state.doc.toString();
        }),
        dress,
        colours,
      ],
    }),
  });
  area.after(host);
  area.hidden = true;
  area.required = false;
  label.addEventListener("click", () => view.focus());
  diagnose(view);
}

/**
 * Mark the place that the server's answer complains of.
 * @param {InstanceType<typeof EditorView>} view
 */
function diagnose(view) {
  const problem = document.getElementById("problem");
  const number = Number(problem?.dataset.line);
  const { doc } = view.state;
  if (!problem || !(number >= 1 && number <= doc.lines)) return;
  const line = doc.line(number);
  const from = Math.min(line.from + Number(problem.dataset.column) - 1, line.to);
  const word = /^[^\s{}();,]+|^./.exec(doc.sliceString(from, line.to))?.[0].length ?? 0;
  const message = problem.querySelector("pre")?.textContent?.split("\n")[0] ?? "";
  const start = word ? from : Math.max(line.from, from - 1);
  view.dispatch(setDiagnostics(view.state, [{ from: start, to: from + word, severity: "error", message }]));
  view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) });
}
