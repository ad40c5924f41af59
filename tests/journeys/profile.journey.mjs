// A teacher on a phone says what to ask them about; somebody who does not know them finds them by it.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { said, seen } from './seen.mjs';

const phone = { width: 375 };

journey('a teacher on a phone writes a profile', phone, async ({ as, axe, shot }) => {
  const page = await as('teacher');
  await mine(page);
  await shot(page, 'person-mine');
  await page.getByRole('link', { name: 'Write my profile' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Write my profile' }));
  await page.getByLabel('Skills').fill('Felting, #Dioramas');
  await page.getByLabel('Tools').fill('Needle felting kit');
  await page.getByRole('checkbox', { name: 'grade 4' }).check();
  await shot(page, 'profile');
  await page.getByText('Languages, pronouns, links').click();
  await page.getByLabel('Links').fill('my blog');
  await page.getByRole('button', { name: 'Save' }).click();
  // What is wrong is said; what was typed stays.
  await seen(page.getByText('There is no address of a website in “my blog”').first());
  assert.equal(await page.getByLabel('Skills').inputValue(), 'Felting, #Dioramas');
  await axe(page);
  await shot(page, 'profile-with-a-mistake');
  await page.getByLabel('Links').fill('');
  // Who sees it is a sentence, which follows what is chosen below it.
  const tools = page.locator('details.who', { has: page.locator('#audience_tools') });
  await tools.getByText('Seen by colleagues of the district').click();
  await page.locator('#audience_tools').selectOption({ label: 'only me' });
  await seen(tools.getByText('Seen by only me'));
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved.');
  await seen(page.getByText('Needle felting kit'));
  await page.getByRole('link', { name: 'As a colleague' }).click();
  await seen(page.getByRole('link', { name: 'Felting', exact: true }));
  assert.equal(await page.getByText('Needle felting kit').count(), 0);
  await shot(page, 'person-as-colleague');
});

journey('a newcomer finds them by what they can be asked about', phone, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/people');
  await shot(page, 'directory');
  await page.getByLabel('Ask me about').fill('felting');
  await page.getByRole('button', { name: 'Search' }).click();
  await seen(page.getByText('1 person'));
  await shot(page, 'directory-found');
  await page.getByRole('main').getByRole('link', { name: /^Robin/ }).click();
  await seen(page.getByRole('heading', { level: 1, name: /^Robin/ }));
  // What Robin keeps for himself finds nobody.
  await page.goto('/people?about=needle+felting+kit');
  await seen(page.getByText('Nobody like that'));
});

journey('a profile in French without JavaScript', { ...phone, language: 'fr', javaScript: false }, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/people?language=fr');
  await shot(page, 'directory-fr');
  await page.getByRole('main').locator('.rows a').first().click();
  await seen(page.getByRole('heading', { level: 1 }));
  await shot(page, 'person-fr');
  await mine(page);
  await page.getByRole('link', { name: 'Écrire mon profil' }).first().click();
  await page.getByLabel('Savoir-faire').fill('Théâtre d’ombres');
  await page.getByText('Langues, pronoms, liens').click();
  await page.getByText('Autres langues').click();
  await page.getByRole('checkbox', { name: 'ukrainien' }).check();
  await shot(page, 'profile-fr');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await said(page, 'C’est enregistré.');
  await page.getByRole('link', { name: 'Théâtre d’ombres' }).click();
  await seen(page.getByText('1 personne'));
});

journey('a school tells of its learning commons', {}, async ({ as, shot }) => {
  const page = await as('host');
  await mine(page);
  await page.getByRole('main').locator('a[href^="/schools/"]').first().click();
  await page.getByRole('link', { name: 'Describe the learning commons' }).click();
  await page.getByLabel('Where').fill('Up the stairs, behind the plants');
  await page.getByLabel('Open').fill('Every day from 8:00 to 15:30');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved.');
  await seen(page.getByText('Up the stairs, behind the plants'));
  await shot(page, 'school');
});

/** One's own page. */
async function mine(page) {
  await page.goto('/');
  const href = await page.locator('header a[href^="/people/"], nav a[href^="/people/"]').first().getAttribute('href');
  await page.goto(href);
}
