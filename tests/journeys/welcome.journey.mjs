// Somebody new on a phone: a colleague shares a link, five questions are answered without an account, and
// two minutes later there is a circle, a date and somebody who says hello. With an account, the host is told.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { said, seen } from './seen.mjs';

const phone = { width: 375 };
let address;

journey('a host shares a link for somebody new', phone, async ({ as, shot }) => {
  const page = await as('host');
  await page.goto('/newcomers');
  await seen(page.getByRole('heading', { level: 1, name: 'Newcomers' }));
  await shot(page, 'newcomers');
  await page.goto('/welcome/links');
  await page.getByRole('button', { name: 'Make a link' }).click();
  address = new URL(await page.getByLabel('Send this to whoever is new').inputValue()).pathname;
  // It goes to the clipboard with one press.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy' }).click();
  await seen(page.getByText('Copied.'));
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\/welcome\/from\//);
  assert.match(address, /^\/welcome\/from\/[\w-]{43}$/);
  await shot(page, 'welcome-links');
});

journey('somebody new answers on a phone without an account', phone, async ({ visitor, axe, shot }) => {
  const page = await visitor();
  await page.goto(address);
  await seen(page.getByText('shares this with you'));
  await shot(page, 'welcome-questions');
  await page.getByRole('button', { name: 'Show me where I fit in' }).click();
  await seen(page.getByRole('alert'));
  await axe(page);

  await page.getByLabel('It changes from week to week').check({ force: true });
  await page.getByRole('checkbox', { name: 'Thursday' }).check({ force: true });
  await page.getByLabel('What interests you?').fill('stories, digital portfolios');
  await page.getByLabel('To meet colleagues').check({ force: true });
  await page.getByRole('button', { name: 'Show me where I fit in' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Your circles' }));
  await seen(page.getByRole('heading', { name: 'Why this one' }));
  await shot(page, 'welcome-kept');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);

  await page.getByLabel('Your name').fill('Tansy Newleaf');
  await page.getByLabel('E-mail').fill('tansy@demo.example');
  await page.getByRole('button', { name: 'Ask for an account' }).click();
  await said(page, 'We told the people who look after Klatsch');
});

journey('a steward adds them', async ({ as, shot }) => {
  const page = await as('administrator');
  await page.goto('/newcomers/all');
  await seen(page.getByText('tansy@demo.example'));
  await shot(page, 'newcomers-all');
  await page.getByRole('button', { name: 'Add Tansy Newleaf' }).click();
  await said(page, 'Tansy Newleaf has an account now');
});

journey('a newcomer finds the questions on the front page, and their circles', phone, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await page.getByRole('link', { name: 'Find my circles' }).click();
  await page.getByLabel('What interests you?').fill('digital portfolios');
  await page.getByRole('button', { name: 'Show me where I fit in' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Your circles' }));
  await seen(page.getByText(/Ask for .*, who was told that you are new/));
  await shot(page, 'welcome-answer');
});
