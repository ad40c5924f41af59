// The central pages in French: reached by the switch that a person sees, spoken throughout, and with
// nothing left over in English where it would be read first.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { said, seen } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';
const french = { language: 'fr' };

/** Words of the English pages that no French one has; what people wrote in English stays as it is. */
const english = /\b(the|your|you|are|gatherings?|agenda|next|coming|people|home|month|schools|sign|with|this|who)\b/i;

journey('the switch in the menu turns the house French, and it stays so', async ({ as }) => {
  const page = await as('newcomer');
  await page.goto('/gatherings');
  await seen(page.getByRole('heading', { level: 1, name: 'Gatherings' }));
  await page.locator('summary', { hasText: 'Your menu' }).click();
  await page.getByRole('link', { name: 'Français' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Rencontres' }));
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.match(page.url(), /\/gatherings/);
  await page.getByRole('link', { name: 'Accueil' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Bonjour Juniper' }));
});

journey('someone new answers in French', { ...french, width: 375 }, async ({ as, axe, shot }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await spoken(page, 'Bonjour Juniper');
  await shot(page, 'newcomer-front');
  await page.getByRole('link', { name: season }).first().click();
  await spoken(page, season);
  await page.getByRole('group', { name: 'Venez-vous?' }).getByRole('button', { name: /^Oui/ }).click();
  await seen(page.getByText('Vous avez dit oui une fois pour toutes.'));
  await shot(page, 'series');

  await page.getByRole('link', { name: /^mercredi/i }).first().click();
  await page.getByRole('link', { name: 'Dire pourquoi vous ne venez pas' }).click();
  await spoken(page, /^Vous ne pouvez pas venir/);
  await page.goBack();
  await page.getByText('Proposer un sujet', { exact: true }).click();
  await page.locator('#propose form button').last().click();
  await seen(page.getByText('À remplir.').first());
  await axe(page);
  await shot(page, 'topic-with-a-mistake');
});

journey('the month, the people and the account speak French', french, async ({ as, shot }) => {
  const page = await as('newcomer');
  for (const [address, title] of [['/month', /^[a-zéû]+ \d{4}$/i], ['/people', 'Personnes'], ['/schools', 'Écoles'], ['/account', 'Votre compte']]) {
    await page.goto(address);
    await spoken(page, title);
    await shot(page, address.slice(1));
  }
});

journey("the host's rooms speak French", french, async ({ as, shot }) => {
  const page = await as('host');
  await page.goto('/gatherings');
  await spoken(page, 'Rencontres');
  await page.getByRole('link', { name: season }).first().click();
  await spoken(page, season);
  await page.getByRole('navigation', { name: 'Pour l’animation' }).getByRole('link', { name: 'Ordre du jour' }).click();
  await spoken(page, 'Ordre du jour');
  await shot(page, 'agenda');
  await page.getByRole('button', { name: 'Publier l’ordre du jour' }).click();
  await said(page, /./);
  await spoken(page, 'Ordre du jour');

  await page.goto('/gatherings?show=past');
  await page.getByRole('link', { name: season }).first().click();
  await page.getByRole('link', { name: 'Qui est venu', exact: true }).click();
  await spoken(page, 'Qui est là');
  await shot(page, 'attendance');

  await page.goto('/gatherings?show=series');
  await page.getByRole('link', { name: season }).first().click();
  await page.getByRole('link', { name: 'Est-ce que ça sert?' }).click();
  await spoken(page, 'Est-ce que ça sert?');
  await shot(page, 'use');

  await page.goto('/series/new');
  await spoken(page, 'Nouvelle série');
  await shot(page, 'series-form');
});

/** The page is in French: its language, its title, and its headings, navigation and buttons. */
async function spoken(page, title) {
  await seen(page.getByRole('heading', { level: 1, name: title }));
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr', page.url());
  const words = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, nav a, button, legend, label, th, summary')]
    .filter((element) => !element.closest('[lang]:not(html)') && element.checkVisibility())
    // What people wrote (titles of topics and series, names) stands in links within the page.
    .filter((element) => !element.querySelector('a') && !element.closest('.place'))
    .map((element) => element.innerText.trim()));
  const leftOver = words.filter((text) => text !== season && english.test(text.replaceAll(/[“«].*[”»]/g, '').split(/\s:\s/)[0]));
  assert.deepEqual(leftOver, [], `English on ${page.url()}`);
}
