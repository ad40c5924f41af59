// A journey: what a person does in a browser to get what they came for.
//
//     import { journey } from './journey.mjs';
//
//     journey('a newcomer finds the season', async ({ as }) => {
//       const page = await as('newcomer');
//       await page.goto('/');
//       await page.getByRole('link', { name: 'Coffee' }).click();
//       …
//     });
//
// Each file has a demo house to itself; its journeys run one after the other and may build on what
// the one before left. Every page that a journey visited is audited when it ends (audit.mjs), and
// pages are watched all along (watch.mjs).
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { audit, pattern, violations } from './audit.mjs';
import { launch } from './browser.mjs';
import { open } from './house.mjs';
import { between } from './network.mjs';
import { clock } from './seen.mjs';
import { watch } from './watch.mjs';

const shots = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'shots');
const widths = { 375: 812, 768: 1024, 1280: 800 };

let house;
let browser;
let network;
const signedIn = new Map();
const audited = new Set();

before(async () => {
  // Each kept as soon as it is there, so that `after` can end it though the other failed.
  await Promise.all([open().then((it) => { house = it; }), launch().then((it) => { browser = it; })]);
});

after(async () => {
  await browser?.close();
  await network?.close();
  await house?.close();
});

/**
 * Registers a journey. Options: `language` ('en' or 'fr'), `javaScript` (false to do without),
 * `theme` ('light' or 'dark'), `width` in pixels, `network` (true to put a network between browser
 * and house that can be cut: the story gets it as `network`); `policy` (false to do without the
 * page's own Content-Security-Policy, so that nothing else is relied on), `audited` (false where what
 * is visited is full of odd text on purpose), `patience` in milliseconds.
 *
 * The story is told with `as(persona)` and `visitor()`, which give a Playwright page, signed in or
 * not, whose addresses may be relative; `axe(page)` for a state that an address alone does not
 * bring back, such as a form with its errors; `shot(page, name)`.
 */
export function journey(name, ...rest) {
  const story = rest.pop();
  const options = { language: 'en', javaScript: true, theme: 'light', width: 1280, policy: true, audited: true, patience: 180_000, ...rest[0] };
  test(name, { timeout: options.patience }, async () => {
    if (options.network) network ??= await between(house.address);
    const way = new Way(options);
    try {
      await story({
        as: (persona) => way.as(persona),
        visitor: () => way.visitor(),
        axe: (page) => way.axe(page),
        shot: (page, title) => way.shot(page, title),
        house,
        network,
      });
      network?.restore();
      if (options.audited) await way.auditVisited();
    } catch (error) {
      await way.tell(name, error);
      throw error;
    } finally {
      // A journey that failed leaves no broken network to the next.
      network?.restore();
      await way.close();
    }
    if (way.troubles.size > 0) throw new Error([...way.troubles].join('\n  '));
  });
}

class Way {
  troubles = new Set();
  contexts = new Map();

  constructor(options) {
    this.options = options;
  }

  /** Where the browser finds the house: itself, or by way of a network. */
  get address() {
    return this.options.network ? network.address : house.address;
  }

  settings() {
    const { language, javaScript, theme, width } = this.options;
    return {
      baseURL: this.address,
      bypassCSP: !this.options.policy,
      colorScheme: theme,
      javaScriptEnabled: javaScript,
      locale: language === 'fr' ? 'fr-CA' : 'en-CA',
      timezoneId: clock,
      viewport: { width, height: widths[width] ?? 800 },
    };
  }

  async as(persona) {
    if (!house.links.has(persona)) throw new Error(`the demo has no ${persona}`);
    const context = await this.context(persona, signedIn.get(persona));
    const page = await context.newPage();
    if (!signedIn.has(persona)) {
      // The link is good for one sign-in; the session it gives serves the journeys that follow.
      const link = house.links.get(persona).replace(house.address, this.address);
      await page.goto(link);
      const button = page.locator('main form[method=post] button').first();
      if (await button.isVisible() && page.url().startsWith(link)) await button.click();
      signedIn.set(persona, await context.storageState());
    }
    return page;
  }

  async visitor() {
    return (await this.context('visitor')).newPage();
  }

  async context(who, storageState) {
    if (this.contexts.has(who)) return this.contexts.get(who).context;
    const context = await browser.newContext({ ...this.settings(), storageState });
    context.setDefaultTimeout(15_000);
    watch(context, this.address, this.troubles, Boolean(this.options.network));
    const visited = new Map();
    context.on('response', (response) => {
      const html = response.headers()['content-type']?.startsWith('text/html');
      const asked = response.request();
      const link = [...house.links.values()].includes(response.url().replace(this.address, house.address));
      if (html && !link && asked.method() === 'GET' && asked.isNavigationRequest()) {
        const { language, javaScript } = this.options;
        const key = [pattern(response.url()), response.status(), who, language, javaScript].join(' ');
        if (!audited.has(key)) visited.set(key, response.url());
      }
    });
    this.contexts.set(who, { context, visited });
    return context;
  }

  async axe(page) {
    if (!this.options.javaScript) throw new Error('axe is a script, and this journey goes without');
    for (const sentence of await violations(page)) this.troubles.add(`${page.url()}: ${sentence}`);
  }

  /** Goes once more to every address, when nothing the journey still needs (a flash, a draft) can be lost. */
  async auditVisited() {
    for (const { context, visited } of [...this.contexts.values()]) {
      const page = await (await this.auditor(context)).newPage();
      for (const [key, address] of [...visited]) {
        audited.add(key);
        await page.goto(address);
        for (const sentence of await audit(page)) this.troubles.add(`${address}: ${sentence}`);
      }
    }
  }

  /**
   * The context itself, except that axe is a script: a page without JavaScript is audited where
   * scripts may run, but none of the page's own is let in.
   */
  async auditor(context) {
    if (this.options.javaScript) return context;
    const scripted = await browser.newContext({ ...this.settings(), javaScriptEnabled: true, storageState: await context.storageState() });
    await scripted.route('**/*', (route) => (route.request().resourceType() === 'script' ? route.abort() : route.continue()));
    this.contexts.set(`auditor ${this.contexts.size}`, { context: scripted });
    return scripted;
  }

  async shot(page, title) {
    await mkdir(shots, { recursive: true });
    const before = page.viewportSize();
    const { language, theme } = this.options;
    const variant = [title, language === 'en' ? [] : language, theme === 'light' ? [] : theme].flat().join('-');
    for (const [width, height] of Object.entries(widths)) {
      await page.setViewportSize({ width: Number(width), height });
      await page.screenshot({ path: join(shots, `${variant}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize(before);
  }

  /** Where a journey that failed was, for whoever has to find out why. */
  async tell(name, error) {
    await mkdir(shots, { recursive: true });
    const pages = [...this.contexts.values()].flatMap(({ context }) => context.pages());
    for (const [number, page] of pages.entries()) {
      const file = `failed-${name.replaceAll(/\W+/g, '-')}-${number}.png`;
      error.message += `\n  at ${page.url()} (shots/${file})`;
      await page.screenshot({ path: join(shots, file), fullPage: true }).catch(() => {});
    }
    for (const trouble of this.troubles) error.message += `\n  ${trouble}`;
  }

  async close() {
    for (const { context } of this.contexts.values()) await context.close();
  }
}
