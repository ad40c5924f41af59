// The person who looks after Klatsch: brings someone in, corrects a school, looks behind the scenes,
// and gives a program a key and takes it away again.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { gone, said, seen } from './seen.mjs';

journey('someone new is brought in, with a mistake first', async ({ as, axe, shot }) => {
  const page = await as('administrator');
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
  await shot(page, 'people');
  await page.getByRole('link', { name: 'Add a person' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Nora Newleaf');
  await page.getByLabel('E-mail address').fill('maple@demo.example');
  await page.getByLabel('School', { exact: true }).selectOption({ label: 'Bankhead Elementary' });
  await page.getByRole('checkbox', { name: 'classroom teacher' }).check({ force: true });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await seen(page.getByText('Somebody here has this address already.').first());
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Nora Newleaf');
  await axe(page);
  await shot(page, 'person-form-mistake');
  await page.getByLabel('E-mail address').fill('nora@demo.example');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await said(page, 'Nora Newleaf is here now.');
  await seen(page.getByRole('heading', { level: 1, name: 'Nora Newleaf' }));
  await shot(page, 'person');

  await page.goto('/people');
  await page.getByLabel('Name or topic').fill('newleaf');
  await page.keyboard.press('Enter');
  await seen(page.getByRole('link', { name: 'Nora Newleaf' }));
});

journey('a school is corrected', async ({ as, shot }) => {
  const page = await as('administrator');
  await page.goto('/schools');
  await shot(page, 'schools');
  await page.getByRole('link', { name: 'Bankhead Elementary' }).click();
  await seen(page.getByRole('link', { name: 'Nora Newleaf' }));
  await shot(page, 'school');
  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Postal code').fill('V1Y 0A0');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'Saved.');
  await seen(page.getByText('V1Y 0A0'));
});

journey('the work in the background and the mail can be seen', async ({ as, shot }) => {
  const page = await as('administrator');
  await page.goto('/');
  await page.locator('summary', { hasText: 'Your menu' }).click();
  await page.getByRole('link', { name: 'Work in the background' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Work in the background' }));
  await shot(page, 'jobs');
  await page.getByRole('link', { name: 'Open the mailbox' }).click();
  await shot(page, 'mailbox');
  const letters = page.getByRole('main').getByRole('listitem').getByRole('link');
  await seen(letters);
  await letters.first().click();
  await seen(page.getByRole('heading', { level: 1 }));
  await shot(page, 'letter');
});

for (const language of ['en', 'fr']) {
  for (const theme of ['light', 'dark']) {
    journey(`the style guide (${language}, ${theme})`, { language, theme }, async ({ as, axe, shot }) => {
      const page = await as('administrator');
      await page.goto('/styleguide');
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await axe(page);
      await shot(page, 'styleguide-signed-in');
    });
  }
}

journey('a program gets a key, uses it, and loses it', async ({ as, axe, shot }) => {
  const page = await as('administrator');
  await page.goto('/account');
  await page.getByLabel('What is it for?').fill('The staff room display');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await seen(page.getByText('It is shown only now: copy it.'));
  const key = (await page.locator('code').innerText()).trim();
  await axe(page);
  await shot(page, 'account-key');

  // As the program would: with the key and without any cookie.
  const ask = () => fetch(new URL('/api/v1/people', page.url()), { headers: { authorization: `Bearer ${key}` } });
  const people = await ask();
  assert.equal(people.status, 200);
  assert.match(await people.text(), /Maple Thistledown/);
  await page.goto('/account');
  await gone(page.getByText(key));
  await page.getByRole('button', { name: 'Revoke' }).click();
  await said(page, 'The key no longer works.');
  assert.equal((await ask()).status, 401);
});
