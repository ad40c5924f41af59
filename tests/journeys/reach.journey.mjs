// A host changes a series from one of its dates on: nothing lost is done at once, what would be lost is
// shown first.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { day, said, seen } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';

/** The second of the coming dates of the season, and its form. */
async function open(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: season }).nth(1).click();
  await page.getByRole('link', { name: 'Move, change or call off' }).click();
  await seen(page.getByRole('group', { name: 'Which dates do you want to change?' }));
}

journey('a host moves a season to another day from here on, and undoes it', async ({ as, shot }) => {
  const page = await as('host');
  await open(page);
  // What is said of several dates only is not in the way of one.
  assert.ok(await page.getByLabel('Day', { exact: true }).isVisible());
  assert.ok(!(await page.getByLabel('Last day').isVisible()));
  await page.getByLabel('This one and all after it').check();
  await seen(page.getByLabel('Last day'));
  assert.ok(!(await page.getByLabel('Day', { exact: true }).isVisible()));
  await page.getByLabel('Room').fill('The staff room');
  await shot(page, 'reach');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, /^Changed from Wednesday .* on\.$/);
  await seen(page.getByText('The staff room'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, /^Changed from Wednesday .* on\.$/);
  await seen(page.getByText('Library learning commons'));
});

journey('what would be lost is shown before a season is shortened', { width: 375 }, async ({ as, axe, shot }) => {
  const page = await as('host');
  await open(page);
  const last = day(1, await page.getByLabel('Day', { exact: true }).inputValue());
  await page.getByLabel('This one and all after it').check();
  await page.getByLabel('Last day').fill(last);
  await page.getByRole('button', { name: 'Save' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Some dates would go' }));
  await seen(page.getByText(/\d+ said yes/));
  await axe(page);
  await shot(page, 'loss');
  await page.getByRole('button', { name: 'Back to the form' }).click();
  assert.equal(await page.getByLabel('Last day').inputValue(), last);
  assert.ok(await page.getByLabel('This one and all after it').isChecked());
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Change the series' }).click();
  await said(page, /^Changed from /);
});

journey('without JavaScript the same', { javaScript: false, language: 'fr' }, async ({ as }) => {
  const page = await as('host');
  await page.goto('/gatherings');
  await page.getByRole('link', { name: season }).first().click();
  await page.locator('.tools a[href$="/edit"]').click();
  await page.getByLabel('Celle-ci et toutes les suivantes').check();
  await page.getByLabel('Local', { exact: true }).fill('Salle 4');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await said(page, /^La série est modifiée à partir du /);
});
