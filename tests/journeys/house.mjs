// The program under test: `klatsch demo` on a free port, with a data folder of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const personas = ['host', 'teacher', 'newcomer', 'administrator'];

/** Starts the demo; answers once it has printed a sign-in link for every persona. */
export async function open() {
  const program = process.env.KLATSCH_TEST_PROGRAM;
  if (!program) throw new Error('KLATSCH_TEST_PROGRAM names no program: start the journeys with `cargo xtask journeys`');
  const data = await mkdtemp(join(tmpdir(), 'klatsch-journey-'));
  const demo = spawn(program, ['demo', '--listen', '127.0.0.1:0', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ownSettingsOnly(process.env),
  });
  const ended = new Promise((resolve) => demo.once('exit', resolve));
  process.once('exit', () => demo.kill('SIGKILL'));

  let log = '';
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => { log = (log + text).slice(-20_000); });
  }
  const close = async () => {
    demo.kill('SIGTERM');
    const patience = setTimeout(() => demo.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(patience);
    await rm(data, { recursive: true, force: true });
  };

  const links = await Promise.race([
    readLinks(demo.stdout),
    ended.then((code) => { throw new Error(`klatsch demo ended (${code}) before it was ready\n${log}`); }),
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`klatsch demo was not ready within a minute\n${log}`)), 60_000).unref();
    }),
  ]).catch(async (error) => { await close(); throw error; });
  return { address: new URL(links.get('host')).origin, links, log: () => log, close };
}

/** Without KLATSCH_*: what a developer set for a program of their own is not meant for this one. */
function ownSettingsOnly(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('KLATSCH_')));
}

async function readLinks(output) {
  const links = new Map();
  for await (const line of createInterface({ input: output })) {
    const found = signInLink(line);
    if (found) links.set(found.persona, found.link);
    if (personas.every((persona) => links.has(persona))) return links;
  }
  // Its output ended, so it will too; the race in `open` says with what.
  return new Promise(() => {});
}

/** `host   http://127.0.0.1:4711/…` gives the persona and the link; any other line nothing. */
export function signInLink(line) {
  const [, persona, link] = line.match(/^\s*(\w+)\b.*?\s(https?:\/\/\S+)\s*$/) ?? [];
  const known = personas.find((name) => name === persona?.toLowerCase());
  return known && { persona: known, link };
}
