import { copying } from "./copy.js";
import { Combobox } from "./combobox.js";

const form = document.getElementById("search");
if (form instanceof HTMLFormElement) new Combobox(form);
copying();
