// A gathering under way: the phone moves it along, the projector follows by itself, people check in.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { gone, said, seen, until } from './seen.mjs';

const today = 'A quick coffee today';

async function open(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: today }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: today }));
}

journey('the phone moves the agenda along, and the projector follows without a reload', async ({ as, axe, shot }) => {
  const phone = await as('host');
  await open(phone);
  const projector = await phone.context().newPage();
  await phone.getByRole('link', { name: 'Run it from this phone' }).click();
  await seen(phone.getByRole('button', { name: 'Begin' }));
  await projector.goto(phone.url().replace(/run$/, 'projector'));
  await projector.evaluate(() => { globalThis.notReloaded = true; });
  await shot(projector, 'projector-before');

  await phone.getByRole('button', { name: 'Begin' }).click();
  await seen(projector.getByRole('heading', { level: 1, name: 'Welcome, coffee first' }));
  const next = phone.getByRole('button', { name: /^Next: / });
  const title = (await next.innerText()).replace('Next: ', '').trim();
  await next.click();
  await seen(projector.getByRole('heading', { level: 1, name: title }));
  const has = async () => Number((await projector.locator('.ticker span').innerText()).match(/^left of (\d+)\s*min$/)[1]);
  const minutes = await has();
  await until(async () => /^\d+:\d\d$/.test(await projector.locator('.ticker b').innerText()), 'the clock shows seconds');
  await phone.getByRole('button', { name: '2 min more' }).click();
  await until(async () => await has() === minutes + 2, 'the projector has two minutes more');
  await axe(projector);
  await shot(projector, 'projector');
  await shot(phone, 'projector-phone');

  // Two quick taps on the same button move once.
  const second = (await next.innerText()).replace('Next: ', '').trim();
  await next.dblclick();
  await seen(projector.getByRole('heading', { level: 1, name: second }));
  await phone.getByRole('button', { name: 'Back' }).click();
  await seen(projector.getByRole('heading', { level: 1, name: title }));
  assert.equal(await projector.evaluate(() => globalThis.notReloaded), true);
});

journey('a teacher checks in with the code on the screen', { width: 375 }, async ({ as, visitor, shot }) => {
  const host = await as('host');
  await open(host);
  await host.getByRole('link', { name: 'Open the projector' }).click();
  const code = await host.locator('.screen-code').innerText();
  const here = async () => Number((await host.locator('.screen-here b').innerText()).trim());
  const before = await here();

  const phone = await as('teacher');
  await phone.goto('/check-in');
  await phone.getByLabel('Code').fill(code);
  await phone.getByRole('button', { name: 'Go on' }).click();
  await shot(phone, 'check-in');
  await phone.getByRole('button', { name: 'I am here' }).click();
  await said(phone, /is here\.$/);
  await until(async () => await here() === before + 1, 'the projector counts one more');
  await phone.getByRole('button', { name: 'Undo' }).click();
  await said(phone, 'Taken back.');
  await until(async () => await here() === before, 'and one fewer');

  // Without an account at hand one chooses a name, on the way that the QR code leads.
  const stranger = await visitor();
  await stranger.goto('/check-in');
  await stranger.getByLabel('Code').fill(await host.locator('.screen-code').innerText());
  await stranger.getByRole('button', { name: 'Go on' }).click();
  await stranger.getByLabel('Find your name').fill('Juniper');
  await stranger.getByRole('button', { name: 'Search' }).click();
  await stranger.getByRole('button', { name: /Juniper Quillfeather/ }).click();
  await said(stranger, 'Juniper Quillfeather is here.');
  await shot(stranger, 'check-in-welcome');
});

journey('another computer becomes a screen by a code, until it is turned off', async ({ as, visitor, shot }) => {
  const phone = await as('host');
  await open(phone);
  await phone.getByRole('link', { name: 'Run it from this phone' }).click();
  await phone.getByRole('button', { name: 'Show it on another computer' }).click();
  await shot(phone, 'screen-code');
  const code = await phone.locator('.code-big').innerText();

  const computer = await visitor();
  await computer.goto('/screen');
  await computer.getByLabel('Code').fill(code);
  await computer.getByRole('button', { name: 'Show it' }).click();
  await seen(computer.getByText('Are you here?'));
  assert.equal(new URL(computer.url()).pathname, '/screen');

  await phone.getByRole('link', { name: 'Done' }).click();
  await phone.getByRole('button', { name: 'Turn off' }).click();
  await said(phone, 'Turned off.');
  await computer.reload();
  await gone(computer.getByText('Are you here?'));
});

journey('without scripts the projector asks again by itself', { javaScript: false }, async ({ as }) => {
  const page = await as('host');
  await open(page);
  await page.getByRole('link', { name: 'Open the projector' }).click();
  await seen(page.getByText('Are you here?'));
  assert.equal(await page.locator('meta[http-equiv=refresh]').getAttribute('content'), '20');
  await seen(page.locator('.ticker b').getByText(/^\d+\s*min$/));
});
