// What people write stays text. Everything that can be typed anywhere is typed full of what becomes a
// script where a page forgets to escape it; then every page is looked at, as everybody. The pages' own
// policy is switched off: it would hide that a page is wrong.
import assert from 'node:assert/strict';

import { pattern } from './audit.mjs';
import { journey } from './journey.mjs';
import { day } from './seen.mjs';

/** Found again on the pages: a payload that is nowhere to be seen proves nothing. */
const mark = 'zqx';

const payloads = [
  `${mark}<img src=data:, onerror=__hit(1)>`,
  `${mark}"><svg/onload=__hit(2)>`,
  `${mark}'/autofocus/onfocus='__hit(3)`,
  `${mark}" onmouseover="__hit(4)" data-hit="`,
  `${mark}</textarea></title><script>__hit(5)</script>`,
  `javascript:__hit(6)//${mark}`,
  `${mark}[a](javascript:__hit(7)) <a href=javascript:__hit(7) data-hit>b</a>`,
  `${mark}{{7*7}} {% 7 %} \${__hit(8)} #{__hit(8)} <%= 8 %>`,
  `${mark}<style>@import'//evil.example/x'</style><base href=//evil.example><math><mtext data-hit>`,
  `${mark}&lt;img src=x onerror=__hit(10)&gt;&#60;script>`,
  `${mark}\u202Egnp.exe\u2066 +ADw-script+AD4-__hit(11)`,
  `=cmd|'/c calc'!A0 ${mark}`,
];

/** Where nothing may be pressed, and what is no page. */
const elsewhere = /\.(ics|csv|xlsx|atom|svg|json|zip)(\?|$)|^\/(language|demo|sign-in|sign-out|assets|styleguide|licences)/;

journey('what people write is nowhere a script', { policy: false, audited: false, patience: 300_000 }, async ({ as, visitor }) => {
  const hits = new Set();
  const listen = async (page) => {
    await page.context().exposeFunction('__hit', (number) => { hits.add(`payload ${number} ran on ${page.url()}`); });
    page.on('dialog', (dialog) => { hits.add(`a dialog on ${page.url()}`); dialog.dismiss().catch(() => {}); });
  };

  // That the snare works: what is not escaped is caught.
  const snare = await visitor();
  await listen(snare);
  await snare.goto('/');
  await snare.evaluate((text) => { document.querySelector('main').insertAdjacentHTML('beforeend', text); }, payloads[0]);
  await snare.waitForFunction(() => true);
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  assert.equal(hits.size, 1, 'the snare catches nothing');
  hits.clear();

  const pages = new Map([['visitor', snare]]);
  for (const persona of ['administrator', 'host', 'teacher']) {
    pages.set(persona, await as(persona));
    await listen(pages.get(persona));
  }

  const seenOn = new Set();
  const filled = new Set();
  for (const persona of ['host', 'administrator']) {
    const page = pages.get(persona);
    const forms = [...(await walk(page, hits, seenOn)).values()].filter(({ name }) => !filled.has(name));
    for (const [turn, { address, index, name }] of forms.entries()) {
      // A form that makes something makes several; each field has another payload each time.
      const rounds = /new|topics|edit|tokens|series|gatherings/.test(name) ? 4 : 1;
      for (let round = 0; round < rounds; round += 1) {
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        if (!await fill(page, index, payloads.map((_, at) => payloads[(at + turn + 3 * round) % payloads.length]))) break;
        filled.add(name);
        await look(page, hits, seenOn);
      }
    }
  }
  assert.ok(filled.size >= 8, `forms filled: ${[...filled].join(', ')}`);

  for (const persona of ['host', 'teacher', 'visitor']) await walk(pages.get(persona), hits, seenOn);
  assert.ok(seenOn.size >= 8, `the text is seen on ${[...seenOn].join(', ')}`);
  assert.deepEqual([...hits], []);
});

/** Visits every kind of page once or twice; gives the forms with text in them, one of each kind. */
async function walk(page, hits, seenOn) {
  const forms = new Map();
  const waiting = ['/', '/gatherings', '/gatherings?show=past', '/month', '/people', '/schools', '/account', '/series/new', '/gatherings/new', '/people/new', '/schools/new', '/mailbox', `/people?q=${encodeURIComponent(payloads[1])}`, `/nowhere/${encodeURIComponent(payloads[0])}`, `/sign-in?next=${encodeURIComponent(payloads[5])}`];
  const times = new Map();
  const origin = new URL(page.url().startsWith('http') ? page.url() : 'http://127.0.0.1').origin;
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const kind = pattern(new URL(address, origin).href);
    // What was written is on the newest things, which lists show among the first: two of each kind.
    if ((times.get(kind) ?? 0) >= 2) continue;
    times.set(kind, (times.get(kind) ?? 0) + 1);
    // A file to save is no page, whatever its address looks like.
    const shown = await page.goto(address, { waitUntil: 'domcontentloaded' }).catch((error) => error);
    if (shown instanceof Error) {
      if (!shown.message.includes('Download is starting')) throw shown;
      continue;
    }
    await look(page, hits, seenOn);
    const here = await page.evaluate(() => ({
      links: [...document.querySelectorAll('a[href]')].map((link) => [link.getAttribute('href'), link.textContent]),
      forms: [...document.forms].map((form) => ({
        action: form.getAttribute('action') ?? location.pathname,
        names: [...form.querySelectorAll('input[type=text], input[type=search], input:not([type]), input[type=file], textarea')].map((field) => field.name),
        secret: form.querySelector('input[type=password]') !== null,
      })),
    }));
    for (const [index, form] of here.forms.entries()) {
      if (form.names.length === 0 || form.secret) continue;
      const name = `${pattern(new URL(form.action, origin).href)} ${form.names.join(' ')}`;
      if (!forms.has(name)) forms.set(name, { address, index, name });
    }
    const links = here.links.filter(([href]) => href.startsWith('/') && !href.startsWith('//') && !elsewhere.test(href));
    // First those that carry what was written.
    links.sort((one, other) => Number(other[1].includes(mark)) - Number(one[1].includes(mark)));
    for (const [href] of links) {
      const next = href.split('#')[0];
      if (next && !waiting.includes(next)) waiting.push(next);
    }
    assert.ok(waiting.length < 5_000, 'the house has no end');
  }
  return forms;
}

/** Nothing on this page came out of what somebody wrote, but words. */
async function look(page, hits, seenOn) {
  const found = await page.evaluate((word) => {
    const made = [...document.querySelectorAll('[data-hit], [onerror], [onload], [onfocus], [onmouseover], iframe, object, embed, base, math, style:not([nonce])')];
    const links = [...document.querySelectorAll('a[href], form[action], button[formaction], [src]')].filter((element) => {
      const to = element.getAttribute('href') ?? element.getAttribute('action') ?? element.getAttribute('formaction') ?? element.getAttribute('src');
      return /^\s*(javascript|data|vbscript):/i.test(to) && element.localName !== 'img';
    });
    return {
      made: [...made, ...links].map((element) => element.outerHTML.slice(0, 200)),
      seen: document.documentElement.outerHTML.includes(word),
    };
  }, mark);
  for (const made of found.made) hits.add(`${page.url()} holds ${made}`);
  if (found.seen) seenOn.add(pattern(page.url()));
}

/** Fills every text field of a form, and what else it needs; says whether there was such a form. */
async function fill(page, index, texts) {
  const dates = [day(7), day(21)];
  const ready = await page.evaluate(({ number, words, days }) => {
    const form = document.forms[number];
    if (!form) return false;
    for (const [place, field] of [...form.elements].entries()) {
      const most = Number(field.dataset?.most ?? 0);
      const lists = ['hosts', 'invited', 'days_off', 'email'].includes(field.name);
      if (field.localName === 'textarea' && !lists) field.value = most > 0 ? words.join('\n').slice(0, most) : words.join('\n');
      else if (['text', 'search'].includes(field.type) && !lists) field.value = words[place % words.length];
      else if (field.name === 'email') field.value = `a${Math.random().toString(36).slice(2)}@demo.example`;
      else if (field.type === 'date' && !field.value) field.value = days[field.name === 'last_date' ? 1 : 0];
      else if (field.type === 'time' && !field.value) field.value = field.name === 'ends' ? '12:45' : '12:05';
      else if (field.type === 'number' && !field.value && field.name !== 'capacity') field.value = field.min || '1';
      else if (field.type === 'checkbox' && field.name === 'weekdays') field.checked = true;
      // What is no address of a page is no link: told so, and not taken. (Shown again all the same.)
      if (field.name === 'link' && place % 2 === 0) field.value = '';
    }
    for (const field of form.querySelectorAll('input[type=radio]')) {
      if (![...form.querySelectorAll('input[type=radio]')].some((one) => one.name === field.name && one.checked)) field.checked = true;
    }
    return true;
  }, { number: index, words: texts, days: dates });
  if (!ready) return false;
  for (const place of await page.locator('form').nth(index).locator('input[type=file]').all()) {
    // Names of files are written by people, too.
    await place.setInputFiles({ name: `${texts[0].replaceAll('/', '')}.txt`, mimeType: 'text/plain', buffer: Buffer.from(texts.join('\n')) });
  }
  const answered = page.waitForNavigation({ timeout: 15_000, waitUntil: 'domcontentloaded' });
  await page.evaluate((number) => { HTMLFormElement.prototype.submit.call(document.forms[number]); }, index);
  await answered;
  return true;
}
