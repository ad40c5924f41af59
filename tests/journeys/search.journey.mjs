// Finding something: from any page by “/”, on a phone, in French, without scripts; and not finding what
// one was not invited to.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { seen, until } from './seen.mjs';

const results = (page) => page.getByRole('main').getByRole('list').filter({ has: page.locator('mark') });

journey('“/” leads to the search from any page, and a word is found in its other form', async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/gatherings');
  await page.keyboard.press('/');
  await until(() => page.evaluate(() => document.activeElement?.getAttribute('name') === 'q'), 'the field has the focus');
  await page.keyboard.type('portfolio');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=portfolio/);
  await seen(page.getByRole('heading', { level: 1, name: 'Search' }));
  await seen(page.locator('mark', { hasText: 'portfolios' }));
  await shot(page, 'search');
  const first = page.getByRole('link', { name: /portfolios/i }).first();
  const title = await first.textContent();
  await first.click();
  await seen(page.getByRole('heading', { level: 1, name: title }));
  await page.goBack();
  assert.equal(await page.getByLabel('Words').inputValue(), 'portfolio', 'what was looked for is still there');
  // While somebody types, a slash is a slash.
  await page.getByLabel('Words').focus();
  await page.keyboard.type('/');
  assert.match(await page.getByLabel('Words').inputValue(), /\//);
});

journey('on a phone one looks among topics only', { width: 375 }, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await seen(page.getByText('What are you looking for?'));
  await shot(page, 'search-begin');
  await page.getByLabel('Words').fill('grade 7');
  await page.keyboard.press('Enter');
  await seen(results(page));
  await page.getByLabel('Among').selectOption({ label: 'topics' });
  await page.waitForURL(/among=topics/);
  await seen(results(page));
  assert.equal(await page.locator('.seek-kind', { hasText: 'Topic' }).count(), await page.locator('.seek-rows > li').count());
  await shot(page, 'search-topics');
});

journey('in French, with what was written in French and in English', { language: 'fr', width: 375 }, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/search?q=immersion');
  await seen(page.getByRole('heading', { level: 1, name: 'Rechercher' }));
  await seen(page.locator('mark', { hasText: /immersion/i }));
  await page.goto('/search?q=girafe');
  await seen(page.getByText('Rien trouvé pour « girafe »'));
  await shot(page, 'search-nothing');
});

journey('without scripts the field and the filters work too', { javaScript: false }, async ({ as, visitor }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await page.getByRole('searchbox').fill('outdoors');
  await page.keyboard.press('Enter');
  await seen(results(page));
  await page.getByLabel('When').selectOption({ label: 'coming' });
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/time=coming/);
  // Whoever is not signed in finds neither people nor what is for the district.
  const nobody = await visitor();
  await nobody.goto('/search?q=juniper');
  await seen(nobody.getByText('Nothing found for “juniper”'));
  await seen(nobody.getByRole('link', { name: 'Sign in to search more' }));
});
