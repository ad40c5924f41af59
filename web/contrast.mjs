// Checks WCAG 2.2 AA for every pair of tones that meet on a page: 4.5 for text (1.4.3), 3 for the
// edges and marks one must see to use a thing (1.4.11). In light and in dark.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tones } from "./tones.mjs";

const all = tones(readFileSync(join(import.meta.dirname, "styles/tones.css"), "utf8"));
const hues = [1, 2, 3, 4, 5, 6].map((hue) => `--hue-${hue}`);

const pairs = [
  [4.5, ["--ink", "--ink-soft", "--coffee", "--coffee-deep", "--red"], ["--paper", "--sheet", "--well"]],
  [4.5, ["--green", "--amber", ...hues], ["--paper", "--sheet"]],
  [4.5, ["--ink", "--ink-soft", "--coffee-deep"], ["--coffee-wash", "--green-wash", "--amber-wash", "--red-wash"]],
  [4.5, ["--coffee"], ["--coffee-wash"]],
  [4.5, ["--green"], ["--green-wash"]],
  [4.5, ["--amber"], ["--amber-wash"]],
  [4.5, ["--red"], ["--red-wash"]],
  [4.5, ["--on-coffee"], ["--coffee", "--coffee-deep"]],
  [4.5, ["--on-green"], ["--green"]],
  [4.5, ["--on-red"], ["--red"]],
  [4.5, ["--sheet"], ["--amber", "--ink-soft"]],
  [3, ["--edge", "--focus", "--green", "--amber-mark"], ["--paper", "--sheet"]],
  [3, ["--focus"], ["--coffee-wash", "--green-wash", "--well"]],
];

let low = 0;
for (const [at, theme] of ["light", "dark"].entries()) {
  for (const [least, over, under] of pairs) {
    for (const text of over) {
      for (const ground of under) {
        const found = contrast(tone(text)[at], tone(ground)[at]);
        if (found >= least) continue;
        low += 1;
        console.error(`${theme}: ${text} on ${ground} has ${found.toFixed(2)}, needs ${least}`);
      }
    }
  }
}
process.exitCode = low ? 1 : 0;

function tone(name) {
  const found = all.get(name);
  if (!found) throw new Error(`tones.css has no ${name}`);
  return found;
}

/** Relative luminance and ratio as WCAG 2.2 defines them. */
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
