// The program answers, and its first pages are sound, in every way one may come to them.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';

journey('the program says that it is well', async ({ visitor }) => {
  const page = await visitor();
  const answer = await page.request.get('/healthz');
  assert.equal(answer.status(), 200);
});

for (const options of [
  { language: 'en' },
  { language: 'fr' },
  { language: 'en', theme: 'dark' },
  { language: 'en', javaScript: false },
]) {
  const manner = Object.values(options).join(', ').replace('false', 'without JavaScript');

  journey(`the front page greets a visitor (${manner})`, options, async ({ visitor, shot }) => {
    const page = await visitor();
    const answer = await page.goto('/');
    assert.equal(answer.status(), 200);
    assert.equal(await page.locator('html').getAttribute('lang'), options.language);
    assert.equal(await page.locator('h1').count(), 1);
    if (options.javaScript !== false) await shot(page, 'front');
  });

  journey(`the style guide shows every component (${manner})`, options, async ({ visitor, shot }) => {
    const page = await visitor();
    const answer = await page.goto('/styleguide');
    assert.equal(answer.status(), 200);
    if (options.javaScript !== false) await shot(page, 'styleguide');
  });
}

journey('each persona is signed in by their link', async ({ as }) => {
  for (const persona of ['host', 'teacher', 'newcomer', 'administrator']) {
    const page = await as(persona);
    const answer = await page.goto('/');
    assert.equal(answer.status(), 200);
    assert.ok((await page.context().cookies()).length > 0, `${persona} carries no session`);
  }
});

journey('a page that is not there says so and leads on', async ({ visitor }) => {
  const page = await visitor();
  const answer = await page.goto('/no-such-page');
  assert.equal(answer.status(), 404);
  assert.ok(await page.locator('main a').count() > 0);
});
