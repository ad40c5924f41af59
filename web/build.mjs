// Bundles the styles, the islands, the faces and the mark into dist/. Names carry no hash: the
// program versions them by their content. No file of a package is kept in the repository.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { spellOut } from "./tones.mjs";

const here = import.meta.dirname;
const dist = join(here, "dist");

const tones = {
  name: "tones",
  setup(bundle) {
    bundle.onLoad({ filter: /tones\.css$/ }, async ({ path }) => ({
      contents: spellOut(await readFile(path, "utf8")),
      loader: "css",
    }));
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  metafile: true,
  outdir: dist,
  logLevel: "warning",
  target: ["chrome111", "firefox115", "safari16.4"],
};

const styles = await build({
  ...common,
  entryPoints: { app: "styles/app.css" },
  assetNames: "fonts/[name]",
  loader: { ".woff2": "file", ".svg": "dataurl" },
  plugins: [tones],
});

const islands = await build({
  ...common,
  entryPoints: {
    app: "islands/app.ts",
    theme: "islands/theme.ts",
    "service-worker": "worker/service-worker.ts",
  },
  format: "iife",
});

await version(join(dist, "app.css"));
await copyFile(join(here, "icons/favicon.svg"), join(dist, "favicon.svg"));
await writeFile(join(dist, "licences.txt"), await licences([styles, islands]));

/** Names each face by its content, as the program does (the first twelve digits of SHA-256), so that
 *  browsers keep it for good and the preload in the page is the same address. */
async function version(sheet) {
  let css = await readFile(sheet, "utf8");
  for (const name of await readdir(join(dist, "fonts"))) {
    const hash = createHash("sha256").update(await readFile(join(dist, "fonts", name)));
    css = css.replaceAll(`fonts/${name}`, `fonts/${name}?v=${hash.digest("hex").slice(0, 12)}`);
  }
  await writeFile(sheet, css);
}

/** The licence of every package of which a part went into the bundle. */
async function licences(results) {
  const names = new Set();
  for (const result of results) {
    for (const input of Object.keys(result.metafile.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (name) names.add(name);
    }
  }
  const texts = await Promise.all([...names].sort().map(licence));
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

async function licence(name) {
  const folder = join(here, "node_modules", name);
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} brings no licence text`);
  const text = await readFile(join(folder, file), "utf8");
  return `${name} ${about.version} (${about.license})\n\n${text.trim()}\n`;
}
