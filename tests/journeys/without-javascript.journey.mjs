// The same work without JavaScript: everything is a form or a link, islands only add comfort.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { pressed, said, seen } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';
const plain = { javaScript: false };

journey('a newcomer answers and proposes a topic', { ...plain, width: 375 }, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await page.getByRole('link', { name: season }).first().click();
  const series = page.getByRole('group', { name: 'Are you coming?' });
  await series.getByRole('button', { name: /^Yes/ }).click();
  await said(page, 'Good, you are coming to every date.');
  await pressed(page.getByRole('group', { name: 'Are you coming?' }).getByRole('button', { name: /^Yes/ }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, 'Your answer to the series is taken back.');
  await series.getByRole('button', { name: /^Yes/ }).click();

  await gathering(page);
  await page.getByText('Propose a topic', { exact: true }).click();
  await page.getByLabel('What is it?').fill('One question a week, on the window.');
  await page.getByRole('button', { name: 'Put it on the table' }).click();
  await seen(page.getByText('Please fill this in.').first());
  assert.equal(await page.getByLabel('What is it?').inputValue(), 'One question a week, on the window.');
  await page.getByLabel('What is it called?').fill('A question on the window');
  await page.getByRole('button', { name: 'Put it on the table' }).click();
  await said(page, 'Your topic is on the table.');

  await gathering(page);
  await seen(page.getByRole('link', { name: 'A question on the window' }));
  await page.getByRole('button', { name: /^Keen to hear/, pressed: false }).first().click();
  await said(page, 'Noted: you are keen to hear it.');
  await shot(page, 'gathering-plain');
});

journey('a host orders the agenda and publishes it', plain, async ({ as, shot }) => {
  const page = await as('host');
  await gathering(page);
  await page.getByRole('navigation', { name: 'For hosts' }).getByRole('link', { name: 'Agenda' }).click();
  const before = await titles(page);
  await page.getByRole('button', { name: `Earlier: ${before[1]}` }).click();
  await said(page, 'The order is yours now.');
  assert.deepEqual((await titles(page)).slice(0, 2), [before[1], before[0]]);
  await page.getByRole('button', { name: 'Publish the agenda' }).click();
  await said(page, 'Members see the agenda now');
  await shot(page, 'agenda-plain');
});

journey('a host takes attendance', { ...plain, width: 375 }, async ({ as, shot }) => {
  const page = await as('host');
  await page.goto('/gatherings?show=past');
  await page.getByRole('link', { name: season }).first().click();
  await page.getByRole('link', { name: 'Who came', exact: true }).click();
  const name = (await page.getByRole('button', { name: /said yes$/, pressed: false }).first().innerText()).split('\n')[0].trim();
  const tap = page.getByRole('button', { name: new RegExp(`^${name}`) });
  await tap.click();
  await said(page, `${name} is here.`);
  await pressed(tap);
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, new RegExp(`^(The mark of ${name} is gone|${name} is absent)\\.$`));
  await pressed(tap, false);
  await page.getByLabel('Guests without an account').fill('7');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await said(page, '7 guests counted.');
  assert.equal(await page.getByLabel('Guests without an account').inputValue(), '7');
  await shot(page, 'attendance-plain');
});

journey('a language is chosen', plain, async ({ as }) => {
  const page = await as('newcomer');
  await page.goto('/month');
  await page.locator('summary', { hasText: 'Your menu' }).click();
  await page.getByRole('link', { name: 'Français' }).click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.match(page.url(), /\/month/);
});

async function gathering(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: season }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: season }));
}

async function titles(page) {
  const items = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Take out:/ }) });
  return items.getByRole('heading').allInnerTexts();
}
