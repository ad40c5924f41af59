// A newcomer on a phone: finds the season, answers once for all of it, excuses one date and takes
// that back, puts a topic on the table, and says which other one they would like to hear.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { pressed, said, seen } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';
const phone = { width: 375 };

journey('a newcomer finds the season and answers for all of it', phone, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await seen(page.getByRole('heading', { level: 1, name: 'Hello Juniper' }));
  await seen(page.getByRole('heading', { name: 'You are invited' }));
  await shot(page, 'newcomer-front');

  await page.getByRole('link', { name: season }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: season }));
  const question = page.getByRole('group', { name: 'Are you coming?' });
  await question.getByRole('button', { name: /^Yes/ }).click();
  await pressed(question.getByRole('button', { name: /^Yes/ }));
  await seen(page.getByText('You said yes once, for all of it.'));
  await shot(page, 'series');

  // What the series was told, each of its dates knows.
  const coming = page.locator('section', { has: page.getByRole('heading', { name: 'Coming', exact: true }) });
  const dates = coming.getByRole('listitem');
  assert.equal(await coming.getByText('You are coming').count(), await dates.count());
  await dates.first().getByRole('link').click();
  await seen(page.getByText('You are coming, as you said for the whole series.'));
  await seen(page.getByRole('main').getByText('Juniper Quillfeather', { exact: true }));
});

journey('a newcomer excuses one date and takes it back', phone, async ({ as, shot }) => {
  const page = await as('newcomer');
  await next(page);
  await page.getByRole('link', { name: 'Say why you cannot come' }).click();
  await seen(page.getByRole('heading', { level: 1, name: /^You cannot come on/ }));
  await page.getByLabel('Do you want to say why?').fill('Field trip to the fish hatchery');
  await shot(page, 'excuse');
  await page.getByRole('button', { name: 'I cannot come' }).click();

  await said(page, /^You cannot come on/);
  const question = page.getByRole('group', { name: /^Are you coming on/ });
  await pressed(question.getByRole('button', { name: /^No/ }));
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, 'you are coming');
  await pressed(question.getByRole('button', { name: /^Yes/ }));
});

journey('a newcomer puts a topic on the table', phone, async ({ as, axe, shot }) => {
  const page = await as('newcomer');
  await next(page);
  await page.getByText('Propose a topic', { exact: true }).click();
  await page.getByLabel('What is it?').fill('Grade 4 kept one all year, in a shoebox.');
  await page.getByRole('button', { name: 'Put it on the table' }).click();

  // Without a title it is not taken; what was typed stays, and the field says what it wants.
  const title = page.getByLabel('What is it called?');
  await seen(page.getByText('Please fill this in.').first());
  assert.equal(await title.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getByLabel('What is it?').inputValue(), 'Grade 4 kept one all year, in a shoebox.');
  await axe(page);
  await shot(page, 'topic-with-a-mistake');

  await title.fill('A museum in a shoebox');
  await page.getByLabel('How many minutes would you like?').fill('5');
  await page.getByLabel('Tags').fill('inquiry, local history');
  await page.getByRole('button', { name: 'Put it on the table' }).click();
  await said(page, 'Your topic is on the table.');
  await next(page);
  await seen(page.getByRole('link', { name: 'A museum in a shoebox' }));
});

journey("a newcomer is keen on a colleague's topic", phone, async ({ as, shot }) => {
  const page = await as('newcomer');
  await next(page);
  const topic = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Keen to hear' }) }).first();
  const title = await topic.getByRole('link').first().innerText();
  const keen = page.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: 'Keen to hear' });
  const before = Number((await keen.innerText()).match(/\d+/)[0]);
  await keen.click();
  await pressed(keen);
  assert.equal(Number((await keen.innerText()).match(/\d+/)[0]), before + 1);
  await shot(page, 'gathering');

  await page.getByRole('link', { name: title }).click();
  await seen(page.getByRole('heading', { level: 1, name: title }));
  await pressed(page.getByRole('button', { name: 'Keen to hear' }));
  await shot(page, 'topic');
});

journey('a newcomer looks at the month and at their account', phone, async ({ as, shot }) => {
  const page = await as('newcomer');
  await page.goto('/');
  await page.getByRole('link', { name: 'Month' }).click();
  await seen(page.getByRole('link', { name: season }).first());
  await shot(page, 'month');
  const here = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('navigation', { name: 'Other months' }).getByRole('link').last().click();
  await page.waitForURL(/m=/);
  assert.notEqual(await page.getByRole('heading', { level: 1 }).innerText(), here);

  await page.locator('summary', { hasText: 'Your menu' }).click();
  await page.getByRole('link', { name: 'My account' }).click();
  await seen(page.getByText('this browser'));
  await shot(page, 'account');
});

/** To the season's next date, as one gets there from the series. */
async function next(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: season }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: season }));
}
