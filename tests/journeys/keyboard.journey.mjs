// By keyboard alone: one sees where one is, gets past the navigation, answers, and orders an agenda.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { pressed, said, seen, until } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';

journey('the skip link leads past the navigation', async ({ as }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).name, 'Skip to the content');
  assert.ok((await focused(page)).inView, 'the skip link shows when it has the focus');
  await page.keyboard.press('Enter');
  assert.equal(new URL(page.url()).hash, '#content');
  await page.keyboard.press('Tab');
  assert.ok((await focused(page)).inMain, 'what comes next is in the content');
});

for (const [theme, width] of [['light', 1280], ['dark', 375]]) {
  journey(`every stop on the front page shows that it has the focus (${theme}, ${width})`, { theme, width }, async ({ as }) => {
    const page = await as('newcomer');
    await page.goto('/');
    const stops = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const here = await focused(page);
      if (!here || stops.length > 80) break;
      stops.push(here.name);
      assert.ok(here.outlined, `${here.name} shows no focus`);
      assert.ok(here.inView, `${here.name} has the focus out of sight`);
      assert.ok(!here.covered, `${here.name} has the focus under ${here.covered}`);
    }
    for (const name of ['Home', 'Gatherings', season, 'Yes', 'Maybe', 'No', 'About']) {
      assert.ok(stops.some((stop) => stop.startsWith(name)), `${name} is not among ${stops.join(' | ')}`);
    }
    assert.ok(stops.length < 80, 'the way through the page ends');
  });
}

journey('a newcomer answers by keyboard', async ({ as }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await tabTo(page, 'Skip');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Yes');
  await page.keyboard.press('Space');
  await said(page, 'Good, you are coming to every date.');

  await page.goto('/gatherings');
  await tabTo(page, season);
  await page.keyboard.press('Enter');
  await seen(page.getByRole('heading', { level: 1, name: season }));
  await tabTo(page, 'No');
  await page.keyboard.press('Enter');
  await said(page, 'You cannot come on');
  await pressed(page.getByRole('button', { name: /^No / }));
  assert.match((await focused(page)).name, /^No/, 'the focus stays on what was pressed');
});

journey('a host orders and publishes an agenda by keyboard', async ({ as }) => {
  const page = await as('host');
  await page.goto('/gatherings');
  await tabTo(page, season);
  await page.keyboard.press('Enter');
  await seen(page.getByRole('heading', { level: 1, name: season }));
  await tabTo(page, 'Agenda');
  await page.keyboard.press('Enter');
  await seen(page.getByRole('heading', { level: 1, name: 'Agenda' }));
  const before = await titles(page);

  await tabTo(page, `Later: ${before[0]}`);
  await page.keyboard.press('Enter');
  await until(async () => (await titles(page))[1] === before[0], `${before[0]} is second`);
  await said(page, 'The order is yours now.');
  assert.equal((await focused(page)).name, `Later: ${before[0]}`);
  await page.keyboard.press('Enter');
  await until(async () => (await titles(page))[2] === before[0], `${before[0]} is third`);

  await tabTo(page, `Pin to the agenda: ${before[0]}`);
  await page.keyboard.press('Space');
  await said(page, 'Pinned: it stays on the agenda.');
  assert.equal((await focused(page)).name, `Pin to the agenda: ${before[0]}`);

  await tabTo(page, 'Publish the agenda');
  await page.keyboard.press('Enter');
  await said(page, 'Members see the agenda now');
});

/** Presses Tab until something of that name has the focus. */
async function tabTo(page, name) {
  const passed = [];
  for (let stops = 0; stops < 120; stops += 1) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (here?.name.startsWith(name)) return;
    passed.push(here?.name);
  }
  assert.fail(`no way by Tab to ${name}, only ${passed.join(' | ')}`);
}

/** What has the focus, and whether one sees that it has; nothing where the page ends. */
function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
    const above = document.elementFromPoint(x, y);
    const label = element.labels?.[0]?.textContent ?? element.textContent;
    return {
      name: (element.ariaLabel ?? label).replace(/\s+/g, ' ').trim(),
      outlined: (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
      inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
      covered: above && !element.contains(above) && !above.contains(element) ? `${above.localName}.${above.className}` : null,
      inMain: Boolean(element.closest('main')),
    };
  });
}

async function titles(page) {
  const items = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Take out:/ }) });
  return items.getByRole('heading').allInnerTexts();
}
