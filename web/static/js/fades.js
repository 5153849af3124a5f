import { svg } from "./dom.js";
import { setup } from "./setup.js";

/** Gradients by which a bar fades towards an end that is not sure. */
export function fades() {
  return ["up", "down", "even"].flatMap((sign) =>
    ["before", "after"].map((part) => {
      const rises = (part === "before") !== setup.rtl;
      return svg(
        "linearGradient",
        { id: `fade-${part}-${sign}`, class: sign },
        svg("stop", { offset: 0, "stop-opacity": rises ? 0 : 1 }),
        svg("stop", { offset: 1, "stop-opacity": rises ? 1 : 0 }),
      );
    }),
  );
}
