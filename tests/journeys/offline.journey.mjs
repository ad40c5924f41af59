// The day the network goes: what a host enters waits on the phone, is sent when it is back, and counts
// once, whatever was lost on the way.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { gone, pressed, seen, until } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';
const phone = { width: 375, network: true };

journey('a host takes attendance while the network is away', phone, async ({ as, network, axe, shot }) => {
  const page = await as('host');
  const context = page.context();
  await attendance(page);
  const names = await unmarked(page, 3);
  const before = await here(page);
  await kept(page);

  // The phone knows that it is offline.
  await context.setOffline(true);
  await seen(page.getByText('What you enter here waits on this device'));
  await tap(page, names[0]).click();
  await pressed(tap(page, names[0]));
  await seen(page.getByText('1 entry waits on this device; it is sent when the network is back.'));
  await tap(page, names[1]).click();
  await seen(page.getByText('2 entries wait on this device; they are sent when the network is back.'));
  assert.equal(await here(page), before + 2);

  // Reloaded without a network, the page is there, and so is what was entered.
  await page.reload();
  await seen(page.getByText('2 entries wait on this device'));
  await seen(page.getByText(/This page is as it was at/));
  await pressed(tap(page, names[0]));
  await pressed(tap(page, names[1]));
  assert.equal(await here(page), before + 2);
  await page.getByText('Look at what waits').click();
  await seen(page.getByText(new RegExp(`${names[0]} is here\\. \\(entered at`)));
  await axe(page);
  await shot(page, 'offline-waiting');

  // A page that was never opened says why it is not there.
  const other = await context.newPage();
  await other.goto('/month');
  await seen(other.getByRole('heading', { name: 'No connection' }));
  await other.close();

  // Back again: all sent, the banner goes, and the ledger has each once.
  await context.setOffline(false);
  await gone(page.getByText('wait on this device;'));
  await page.reload();
  await pressed(tap(page, names[0]));
  assert.equal(await here(page), before + 2);

  // The network is gone, and the phone does not know.
  network.cut();
  await tap(page, names[2]).click();
  await seen(page.getByText('1 entry waits on this device'));
  await pressed(tap(page, names[2]));
  network.restore();
  await gone(page.getByText('1 entry waits on this device'), 15_000);
  await page.reload();
  await pressed(tap(page, names[2]));
  assert.equal(await here(page), before + 3);
});

journey('guests are counted once though the answer is lost', phone, async ({ as, network }) => {
  const page = await as('host');
  await attendance(page);
  const guests = page.getByLabel('Guests without an account');
  const counted = Number(await guests.inputValue());
  await kept(page);

  network.loseAnswers();
  await page.getByRole('button', { name: 'One guest more' }).click();
  await seen(page.getByText('1 entry waits on this device'));
  await until(() => Promise.resolve(network.lost() > 0), 'the house has counted, and nobody heard', 40_000);
  await page.getByRole('button', { name: 'One guest more' }).click();
  await seen(page.getByText('2 entries wait on this device'));
  assert.equal(await guests.inputValue(), String(counted + 2), 'shown at once');
  await until(() => Promise.resolve(network.lost() > 2), 'tried again, and lost again', 40_000);

  network.restore();
  await gone(page.getByText('entries wait on this device'), 20_000);
  await page.reload();
  assert.equal(await guests.inputValue(), String(counted + 2), 'two taps are two guests');
});

journey('nothing of one person is left to the next, and nothing waiting is lost', phone, async ({ as, network }) => {
  const page = await as('host');
  const context = page.context();
  await attendance(page);
  const address = page.url();
  const [name] = await unmarked(page, 1);
  const before = await here(page);
  await kept(page);
  network.cut();
  await tap(page, name).click();
  await seen(page.getByText('1 entry waits on this device'));
  // The session ends meanwhile: the entry stays, and says what it needs.
  const cookies = await context.cookies();
  await context.clearCookies({ name: 'klatsch' });
  network.restore();
  await seen(page.getByText('Sign in to send what waits on this device.'), 15_000);

  // Nobody is signed in now: the kept pages go as soon as the house says so.
  const other = await context.newPage();
  await other.goto('/');
  await until(async () => !(await other.evaluate(() => caches.has('klatsch-pages'))), 'the kept pages are gone');
  // The first page is left, so that only the device has the entry: a page that is open when the network
  // comes back would send it as soon as somebody is signed in, and say so where nobody looks any more.
  await page.goto('about:blank');
  await context.setOffline(true);
  await other.goto(address);
  await seen(other.getByRole('heading', { name: 'No connection' }));
  await gone(other.getByText(name));
  await context.setOffline(false);
  await other.close();

  // The same person again: it is sent, and counts once.
  await context.addCookies(cookies);
  await page.goto(address);
  await seen(page.getByText('Everything that waited on this device is sent.'), 15_000);
  await gone(page.locator('.banner[data-waiting]'));
  await page.reload();
  await pressed(tap(page, name));
  assert.equal(await here(page), before + 1);
});

async function attendance(page) {
  await page.goto('/gatherings?show=past');
  await page.getByRole('link', { name: season }).first().click();
  await page.getByRole('link', { name: 'Who came', exact: true }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Who is here' }));
}

function here(page) {
  return page.locator('[data-came] b').innerText().then(Number);
}

/** Names that said yes and are not marked as here. */
async function unmarked(page, count) {
  const buttons = page.locator('#taps button.tap[aria-pressed=false]');
  const texts = (await buttons.locator('.tap-name').allInnerTexts()).slice(0, count);
  assert.equal(texts.length, count);
  return texts.map((text) => text.split('\n')[0].trim());
}

function tap(page, name) {
  return page.locator('#taps').getByRole('button', { name: new RegExp(`^${name}`) });
}

/** The device has kept this page, as it does a moment after it was opened. */
async function kept(page) {
  await until(() => page.evaluate(async () => Boolean(await (await caches.open('klatsch-pages')).match(location.href))
    && Boolean(await (await caches.open('klatsch-assets')).match('/offline'))), 'the page is kept');
}
