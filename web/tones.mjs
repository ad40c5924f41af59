// Reads the colours of styles/tones.css, where each is written once as light-dark(a, b).

const pair = /^\s*(--[\w-]+):\s*light-dark\((.+)\);.*$/;

/** A map of tone to [light, dark]. */
export function tones(css) {
  const found = new Map();
  for (const line of css.split("\n")) {
    const [, name, values] = pair.exec(line) ?? [];
    if (name) found.set(name, halves(values));
  }
  return found;
}

/** The same sheet for browsers without light-dark(): light, the system's dark, the chosen dark.
 *  Paper is always light. */
export function spellOut(css) {
  const light = css.replace(/light-dark\((.+)\);/g, (_, values) => `${halves(values)[0]};`);
  const dark = [...tones(css)].map(([name, [, value]]) => `${name}:${value};`).join("");
  return `${light}
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }
@media screen { :root[data-theme="dark"] { color-scheme: dark; ${dark} } }
:root[data-theme="light"] { color-scheme: light; }
`;
}

/** Splits at the first comma outside of brackets. */
function halves(values) {
  let depth = 0;
  for (let at = 0; at < values.length; at += 1) {
    if (values[at] === "(") depth += 1;
    if (values[at] === ")") depth -= 1;
    if (values[at] === "," && depth === 0) return [values.slice(0, at).trim(), values.slice(at + 1).trim()];
  }
  throw new Error(`light-dark() needs two colours: ${values}`);
}
