// A gathering under way when the network goes: the agenda is moved along and people check in all the
// same; the screen counts on and says that it is not in touch; and afterwards everything is there once.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { gone, noticed, said, seen, until } from './seen.mjs';

const today = 'A quick coffee today';
const phone = { width: 375, network: true };

async function open(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: today }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: today }));
}

/** The code on the projector, and how many are here. */
async function projector(page) {
  await open(page);
  await page.getByRole('link', { name: 'Open the projector' }).click();
  await seen(page.locator('.screen-code'));
  return Number((await page.locator('.screen-here b').innerText()).trim());
}

function here(page) {
  return page.locator('.screen-here b').innerText().then((text) => Number(text.trim()));
}

/** Types the code of the screen on another device. */
async function names(page, host) {
  await page.goto('/check-in');
  await page.getByLabel('Code').fill(await host.locator('.screen-code').innerText());
  await page.getByRole('button', { name: 'Go on' }).click();
  await seen(page.getByRole('heading', { level: 1, name: today }));
}

journey('a teacher checks in while the network is away, and counts once though the answer is lost', phone, async ({ as, axe, shot, network }) => {
  const host = await as('host');
  const before = await projector(host);
  const page = await as('teacher');
  await names(page, host);
  network.cut();
  await page.getByRole('button', { name: 'I am here' }).click();
  await seen(page.getByText('1 entry waits on this device; it is sent when the network is back.'));
  await axe(page);
  await shot(page, 'away-check-in');
  // The network comes back by halves: the house hears, and nobody hears the house.
  network.loseAnswers();
  await noticed(page);
  await until(() => Promise.resolve(network.lost() > 1), 'the house has heard more than once', 40_000);
  network.restore();
  await said(page, /is here\.$/);
  await gone(page.locator('.banner[data-waiting]'));
  await until(async () => await here(host) === before + 1, 'the projector counts one more');
  // Back from there the page says so too, and the tap is taken back as ever.
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, 'Taken back.');
  await until(async () => await here(host) === before, 'and one fewer');
});

journey('guests at the door count themselves once though the answer is lost', phone, async ({ as, visitor, network }) => {
  const host = await as('host');
  const before = await projector(host);
  const door = await visitor();
  await names(door, host);
  const lostBefore = network.lost();
  network.loseAnswers();
  await door.getByLabel('How many').fill('3');
  await door.getByRole('button', { name: 'We are here' }).click();
  await seen(door.getByText('1 entry waits on this device'));
  await until(() => Promise.resolve(network.lost() > lostBefore + 1), 'tried again, and lost again', 40_000);
  network.restore();
  await said(door, '3 guests are here.');
  await until(async () => await here(host) === before + 3, 'three, and not six');
});

journey('what was entered at the door is sent though somebody has signed in there since', phone, async ({ as, visitor, network }) => {
  const host = await as('host');
  const before = await projector(host);
  const door = await visitor();
  await names(door, host);
  const teacher = await as('teacher');
  const signedIn = await teacher.context().cookies();
  network.cut();
  await door.getByLabel('How many').fill('2');
  await door.getByRole('button', { name: 'We are here' }).click();
  await seen(door.getByText('1 entry waits on this device'));
  await door.goto('about:blank');
  network.restore();
  await door.context().addCookies(signedIn);
  await door.goto('/people');
  await seen(door.getByText('Everything that waited on this device is sent.'), 15_000);
  await until(async () => await here(host) === before + 2, 'two guests, and not the teacher');
});

journey('a host moves the agenda along while the network is away', phone, async ({ as, axe, shot, network }) => {
  const page = await as('host');
  await open(page);
  const screen = await page.context().newPage();
  await page.getByRole('link', { name: 'Run it from this phone' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await seen(page.getByRole('heading', { level: 2, name: 'Welcome, coffee first' }));
  await screen.goto(page.url().replace(/run$/, 'projector'));
  await until(() => page.evaluate(async () => Boolean(await (await caches.open('klatsch-pages')).match(location.href))), 'the page is kept');
  const next = page.locator('[data-key=run-ahead]');
  const title = async () => (await next.innerText()).replace('Next: ', '').trim();

  network.cut();
  await seen(screen.getByText(/^Not in touch since/));
  await shot(screen, 'away-projector');
  const clock = await screen.locator('.ticker b').innerText();
  const first = await title();
  await next.click();
  await seen(page.getByRole('heading', { level: 2, name: first }));
  await seen(page.getByText('1 entry waits on this device'));
  const second = await title();
  assert.notEqual(second, first);
  await next.click();
  await seen(page.getByRole('heading', { level: 2, name: second }));
  await page.getByRole('button', { name: '2 min more' }).click();
  await seen(page.getByText('3 entries wait on this device'));
  await page.getByText('Look at what waits').click();
  await seen(page.getByText(`Next: ${first} (entered at`));
  await axe(page);
  await shot(page, 'away-phone');
  assert.notEqual(await screen.locator('.ticker b').innerText(), clock, 'the screen counts on');

  // Reloaded without a network, the phone stands where it stood.
  await page.reload();
  await seen(page.getByRole('heading', { level: 2, name: second }));
  await until(async () => /^\d+:\d\d$/.test(await page.locator('.ticker b').innerText()), 'its clock goes on');

  network.restore();
  await noticed(page);
  await gone(page.locator('.banner[data-waiting]'), 30_000);
  await seen(screen.getByRole('heading', { level: 1, name: second }), 30_000);
  await gone(screen.getByText(/^Not in touch since/));
  // The clock began when it was tapped, and has its two minutes more.
  const onPhone = page.locator('.ticker b');
  const seconds = (text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  await until(async () => Math.abs(seconds(await onPhone.innerText()) - seconds(await screen.locator('.ticker b').innerText())) <= 2, 'both clocks agree');
  await seen(page.getByText(first));
});

journey('a move that waited skips nothing when another host has moved on meanwhile', phone, async ({ as, axe, network, house }) => {
  const page = await as('host');
  await open(page);
  await page.getByRole('link', { name: 'Run it from this phone' }).click();
  await seen(page.locator('[data-key=run-ahead]'));
  network.cut();
  await page.locator('[data-key=run-ahead]').click();
  await seen(page.getByText('1 entry waits on this device'));
  // The other host has another network.
  const other = page.context().request;
  const address = page.url().replace(network.address, house.address);
  const stands = async () => (await (await other.get(address)).text()).match(/name="seen" value="(\d+)"><input type="hidden" name="on" value="([^"]*)"/);
  const [, version, before] = await stands();
  const headers = { 'sec-fetch-site': 'same-origin' };
  await other.post(address, { form: { move: 'back', seen: version, on: before }, headers });
  const [, , now] = await stands();
  assert.notEqual(now, before);
  network.restore();
  await noticed(page);
  await seen(page.getByText('1 entry could not be kept. Please look at it.'), 30_000);
  assert.equal((await stands())[2], now, 'what the other chose is on');
  await page.getByText('Look at what waits').click();
  await seen(page.getByText('Someone has moved on meanwhile. This is how it stands now.'));
  await axe(page);
  await page.getByRole('button', { name: 'Discard' }).click();
  await gone(page.locator('.banner[data-waiting]'));
  await page.reload();
  assert.equal(await page.locator('#run input[name=on]').first().inputValue(), now);
});
