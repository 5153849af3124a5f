import { editor } from "./query/editor.js";
import { suggest } from "./query/suggest.js";
import { views } from "./query/views.js";

const form = document.getElementById("ask");
if (form instanceof HTMLFormElement) editor(form);
views();
suggest();
