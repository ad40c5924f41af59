// A network: somebody joins it, who chairs one completes a team and tells the members something.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { seen } from './seen.mjs';

journey('a newcomer finds a network and joins it', async ({ as, axe, shot }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Networks' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Networks' }));
  await axe(page);
  await shot(page, 'networks');
  await page.getByRole('link', { name: 'Design Thinking Network' }).click();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await seen(page.getByText('Welcome to Design Thinking Network.'));
  await seen(page.getByText('You are in it: member'));
  await axe(page);
  await shot(page, 'network');
  await page.getByRole('link', { name: 'See who is in it' }).click();
  await shot(page, 'network-members');
});

journey('who chairs a network completes a team', async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/networks');
  await page.getByRole('link', { name: 'Library Learning Commons Network' }).click();
  await page.getByRole('link', { name: 'All teams' }).click();
  await axe(page);
  await shot(page, 'teams');
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'incomplete' }).first();
  await seen(row.getByText('Missing:'));
  await row.getByRole('link').first().click();
  await seen(page.getByText('Nobody yet').first());
  await axe(page);
  await shot(page, 'team');
  const within = await page.locator('.row .person').allInnerTexts();
  const colleagues = await page.locator('#person-list option').evaluateAll((all) => all.map((one) => one.value));
  const free = colleagues.find((name) => !within.some((one) => name.startsWith(one.trim().split('\n').pop())));
  assert.ok(free, 'a colleague of the school is free');
  await page.getByLabel('Who', { exact: true }).fill(free);
  await page.getByRole('button', { name: 'Ask them' }).click();
  await seen(page.getByText('was asked and gets a letter'));
  await shot(page, 'team-asked');
});

journey('who chairs a network tells its members something, and sees the year', async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/networks');
  await page.getByRole('link', { name: 'Library Learning Commons Network' }).click();
  await page.getByRole('link', { name: 'Announce something' }).click();
  await page.getByLabel('What is it about?').fill('The visit day');
  await page.getByLabel('What do you want to tell?').fill('Six schools open their doors. **Bring a question.**');
  await page.getByRole('button', { name: 'Announce it' }).click();
  await seen(page.getByText('Announced.'));
  await axe(page);
  await shot(page, 'network-news');
  await page.getByRole('link', { name: 'Library Learning Commons Network' }).click();
  await page.getByRole('link', { name: /^The year / }).click();
  await axe(page);
  await shot(page, 'network-year');
  await page.getByRole('link', { name: 'The report of this year' }).click();
  await axe(page);
  await shot(page, 'network-report');
  // It is printed on two pages, on letter paper and on A4.
  for (const format of ['Letter', 'A4']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    assert.ok(pages >= 1 && pages <= 2, `the report takes ${pages} pages of ${format}`);
  }
});

journey('who chairs a network plans a series for it, and looks at its month', async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/networks');
  await page.getByRole('link', { name: 'Library Learning Commons Network' }).click();
  await page.getByRole('link', { name: 'Plan a series' }).click();
  assert.equal(await page.getByLabel('For which network?').locator('option:checked').innerText(), 'Library Learning Commons Network');
  await axe(page);
  await shot(page, 'network-series');
  await page.goto('/networks');
  await page.getByRole('link', { name: 'Library Learning Commons Network' }).click();
  await page.getByRole('link', { name: 'By month' }).click();
  await seen(page.getByLabel('Network', { exact: true }));
  await axe(page);
  await shot(page, 'network-month');
});

journey('a member puts a link on the shelf of a network, and takes it away', async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/networks');
  await page.getByRole('link', { name: 'Library Learning Commons Network' }).click();
  await page.getByRole('link', { name: 'Add a link or a file' }).click();
  await page.getByLabel('Address').fill('https://guide.example/journey');
  await page.getByLabel('What it is called').fill('A guide for the way');
  await page.getByRole('button', { name: 'Add the link' }).click();
  await seen(page.getByText('A guide for the way').first());
  await axe(page);
  await shot(page, 'network-shelf');
  await page.getByRole('button', { name: 'Remove A guide for the way' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await seen(page.getByText('A guide for the way').first());
});
