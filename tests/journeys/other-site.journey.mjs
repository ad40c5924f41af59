// A page of another origin in the same browser, in which somebody is signed in here. It stands on the
// same host at another port: to the browser that is the same site, so it sends the cookies along, and
// only the house itself can refuse.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';

import { journey } from './journey.mjs';
import { said } from './seen.mjs';

journey('a page elsewhere can neither act for somebody, nor read, nor frame', async ({ as, house }) => {
  const mine = await as('teacher');
  await mine.goto('/account');
  const person = await mine.locator('.me-name').innerText();
  const elsewhere = await open(house.address);
  // A context of its own: the journey's takes it for a mistake that a page asks another host.
  const context = await mine.context().browser().newContext({ storageState: await mine.context().storageState() });
  try {
    const page = await context.newPage();
    for (const form of ['sign-out', 'series', 'account/sessions/end-others', 'account/tokens', 'language/fr']) {
      await page.goto(elsewhere.address);
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url() === `${house.address}/${form}`),
        page.locator(`form[action$="/${form}"] button`).click(),
      ]);
      // A form that posts where only GET is answered is refused all the same.
      assert.ok([403, 405].includes(answer.status()), `${form}: ${answer.status()}`);
      const sent = await answer.request().allHeaders();
      assert.ok(sent.cookie?.includes('klatsch='), 'the browser sent the cookie, so the refusal is the house’s');
    }

    await page.goto(elsewhere.address);
    const read = await page.evaluate(async (address) => {
      const told = {};
      const ask = async (name, path, options) => {
        told[name] = await fetch(address + path, { credentials: 'include', ...options })
          .then(async (answer) => (answer.type === 'opaque' ? 'sent unseen' : `read ${(await answer.text()).length}`), () => 'refused');
      };
      await ask('a page', '/account', {});
      await ask('the API', '/api/v1/people', {});
      await ask('a change', '/api/v1/gatherings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      await ask('a key', '/account/tokens', { method: 'POST', mode: 'no-cors', body: new URLSearchParams('token_name=evil&scope=write&days=9') });
      await ask('text', '/account/tokens', { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: 'token_name=evil' });
      return told;
    }, house.address);
    const all = ['a page', 'the API', 'a change', 'a key', 'text'];
    assert.deepEqual(read, Object.fromEntries(all.map((name) => [name, 'refused'])));

    const frame = page.frames().find((one) => one !== page.mainFrame());
    const framed = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
    assert.ok(!framed.includes(person), 'the house lets itself be framed');
  } finally {
    await context.close();
    await elsewhere.close();
  }

  await mine.goto('/account');
  assert.equal(await mine.locator('.me-name').innerText(), person, 'still signed in');
  assert.equal(await mine.getByText('evil').count(), 0, 'no key was made');

  // The same from here is done.
  await mine.locator('.me summary').click();
  await mine.getByRole('button', { name: 'Sign out', exact: true }).click();
  await said(mine, 'You are signed out.');
  await mine.goBack();
  assert.equal(await mine.getByText(person).count(), 0, 'the way back shows nothing of somebody who signed out');
});

/** A page with a form for each thing it would like done, and the house in a frame. */
async function open(house) {
  const forms = ['sign-out', 'series', 'account/sessions/end-others', 'account/tokens', 'language/fr'];
  const body = forms.map((path) => `<form method="post" action="${house}/${path}">
    <input name="token_name" value="evil"><input name="scope" value="write"><input name="days" value="9"><button>${path}</button></form>`);
  const html = `<!doctype html><title>Elsewhere</title>${body.join('')}<iframe src="${house}/account"></iframe>`;
  const server = createServer((_, answer) => { answer.setHeader('content-type', 'text/html').end(html); });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => { server.closeAllConnections(); server.close(closed); }),
  };
}
