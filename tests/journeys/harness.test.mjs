// The watch and the audit themselves: a page with each fault is caught, a sound one is not.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { audit, pattern } from './audit.mjs';
import { launch } from './browser.mjs';
import { signInLink } from './house.mjs';
import { watch } from './watch.mjs';

const around = (body) => `<!doctype html><html lang="en"><head><title>A page</title>
  <meta name="viewport" content="width=device-width"></head><body><main><h1>A page</h1>${body}</main></body></html>`;
const pages = {
  '/sound': around('<p>Coffee at noon.</p>'),
  '/no-alt': around('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
  '/wide': around('<p><a href="/sound">x</a></p><pre class="log">' + 'wide '.repeat(200) + '</pre>'),
  '/inline': around('<script>document.title = "changed"</script>'),
  '/elsewhere': around('<img alt="" src="http://elsewhere.example/pixel.gif">'),
  '/missing-part': around('<script src="/no-such.js"></script>'),
  '/throws': around('<script src="/throws.js"></script>'),
  '/slow': around('<link rel="stylesheet" href="/slow.css"><p class="slow">Coffee at noon.</p>'),
  '/broken': 500,
};
const slow = `:root { color-scheme: light dark } .slow { color: #111; background: #fff; transition: background-color 20s linear }
  @media (prefers-color-scheme: dark) { body { background: #000; color: #fff } .slow { color: #eee; background: #000 } }`;

let server;
let browser;
let address;

before(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', "default-src 'self'; img-src * data:");
    const page = pages[request.url];
    if (request.url === '/throws.js') {
      response.setHeader('content-type', 'text/javascript').end('throw new Error("oh no")');
    } else if (request.url === '/slow.css') {
      response.setHeader('content-type', 'text/css').end(slow);
    } else if (request.url === '/favicon.ico') {
      response.end();
    } else {
      response.statusCode = page === undefined ? 404 : page === 500 ? 500 : 200;
      response.setHeader('content-type', 'text/html').end(typeof page === 'string' ? page : around('<p>Sorry.</p>'));
    }
  }).listen(0, '127.0.0.1');
  browser = await launch();
  address = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function troublesOf(path, options = {}) {
  const troubles = new Set();
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 }, ...options });
  watch(context, address, troubles);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  for (const sentence of await audit(page)) troubles.add(sentence);
  await context.close();
  return [...troubles].join('\n');
}

for (const [path, sentence] of Object.entries({
  '/no-alt': /in light: .*\[image-alt\][\s\S]*in dark: .*\[image-alt\]/,
  '/wide': /scrolls sideways at 320 px: pre\.log reaches \d{4} px/,
  '/inline': /said on the console: .*Content Security Policy/,
  '/elsewhere': /asked another host for http:\/\/elsewhere\.example/,
  '/missing-part': /said on the console: .*404/,
  '/throws': /threw: oh no/,
  '/broken': /answered 500/,
})) {
  test(`a fault is caught on ${path}`, { timeout: 30_000 }, async () => assert.match(await troublesOf(path), sentence));
}

test('a colour that changes slowly is judged where it arrives', { timeout: 30_000 }, async () => {
  assert.equal(await troublesOf('/slow'), '');
});

test('a sound page is left in peace', { timeout: 30_000 }, async () => {
  assert.equal(await troublesOf('/sound'), '');
});

test('a page that answers 404 by itself is no trouble', { timeout: 30_000 }, async () => {
  assert.equal(await troublesOf('/nowhere'), '');
});

test('addresses of one page have one pattern', () => {
  const of = (path) => pattern(`http://127.0.0.1:1${path}`);
  assert.equal(of('/series/01939a7e-1b5c-7000-8000-000000000000/2027-01-14?from=3'), '/series/{}/{}');
  assert.equal(of('/topics/7'), of('/topics/8'));
  assert.notEqual(of('/series/new'), of('/series/01939a7e-1b5c-7000-8000-000000000000'));
});

test('a sign-in link is read from a line about a persona and from no other', () => {
  assert.deepEqual(signInLink('  Host           http://127.0.0.1:80/sign-in/ab_c'), { persona: 'host', link: 'http://127.0.0.1:80/sign-in/ab_c' });
  assert.equal(signInLink('Klatsch is at http://127.0.0.1:80/'), undefined);
  assert.equal(signInLink('host'), undefined);
});
