// The host of the season: fits the next agenda and makes it theirs, takes attendance on a phone,
// asks whether it gets used, and plans a series of their own.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { day, pressed, said, seen, until } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';

journey('a host fits an agenda, changes it and publishes it', async ({ as, shot }) => {
  const page = await as('host');
  await agenda(page);
  await seen(page.getByText(/no other choice earns more/));
  await shot(page, 'agenda');
  const fitted = await titles(page);
  assert.ok(fitted.length > 2, `an agenda of ${fitted.join(', ')}`);

  // By keyboard: the topic moves, and one is still on its button.
  const later = page.getByRole('button', { name: `Later: ${fitted[0]}` });
  await later.focus();
  await page.keyboard.press('Enter');
  await order(page, [fitted[1], fitted[0], ...fitted.slice(2)]);
  await seen(page.getByText('in your order: that costs nothing'));
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), `Later: ${fitted[0]}`);

  // By mouse: the last is dragged to the top, and is there after a reload, too.
  const last = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: fitted.at(-1), exact: true }) });
  await last.getByTitle('Drag').scrollIntoViewIfNeeded();
  const from = await last.getByTitle('Drag').boundingBox();
  const first = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: fitted[1], exact: true }) });
  const to = await first.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + 4, { steps: 12 });
  await page.mouse.up();
  const dragged = [fitted.at(-1), fitted[1], fitted[0], ...fitted.slice(2, -1)];
  await order(page, dragged);
  await said(page, 'The order is yours now.');
  await page.reload();
  await order(page, dragged);

  const pin = page.getByRole('button', { name: `Pin to the agenda: ${dragged[0]}` });
  await pin.click();
  await pressed(pin);
  await said(page, 'Pinned: it stays on the agenda.');

  // What an override costs is said, and can be had back.
  await page.getByRole('button', { name: `Take out: ${dragged[1]}` }).click();
  await said(page, 'It is off the agenda, and waits.');
  await seen(page.getByText(/cost/));
  assert.ok(!(await titles(page)).includes(dragged[1]));
  await shot(page, 'agenda-changed');
  await page.getByRole('button', { name: `No longer keep out: ${dragged[1]}` }).click();
  await page.getByRole('button', { name: 'Fit it again' }).click();
  await said(page, 'Fitted again.');
  await until(async () => (await titles(page)).includes(dragged[1]), `${dragged[1]} is back`);

  await page.getByRole('button', { name: 'Publish the agenda' }).click();
  await said(page, 'Members see the agenda now');
  await seen(page.getByText('Members see this agenda'));
  const published = await titles(page);

  const newcomer = await as('newcomer');
  await newcomer.goto(page.url().replace(/\/agenda.*/, ''));
  const shown = await newcomer.getByRole('heading', { level: 3 }).allInnerTexts();
  assert.deepEqual(shown.slice(0, published.length), published);
});

journey('a host takes attendance on a phone', { width: 375 }, async ({ as, shot }) => {
  const page = await as('host');
  await page.goto('/gatherings?show=past');
  await page.getByRole('link', { name: season }).first().click();
  await page.getByRole('link', { name: 'Who came', exact: true }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Who is here' }));
  await shot(page, 'attendance');
  const here = () => page.getByText(/\d+\s*(people are|person is) here/).innerText().then((text) => Number(text.match(/\d+/)[0]));
  const before = await here();

  const name = (await page.getByRole('button', { name: /said yes$/, pressed: false }).first().innerText()).split('\n')[0].trim();
  const tap = page.getByRole('button', { name: new RegExp(`^${name}`) });
  await tap.click();
  await pressed(tap);
  await said(page, `${name} is here.`);
  await until(async () => await here() === before + 1, 'one more is here');
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, new RegExp(`^(The mark of ${name} is gone|${name} is absent)\\.$`));
  await pressed(tap, false);
  assert.equal(await here(), before);

  // Someone who never answered walks in.
  await page.getByLabel('Find a name').fill('Juniper Quill');
  await page.getByRole('button', { name: 'Search' }).click();
  const walkIn = page.getByRole('button', { name: /^Juniper Quillfeather/ });
  await walkIn.click();
  await said(page, 'Juniper Quillfeather is here.');
  await until(async () => await here() === before + 1, 'the walk-in is here');
  await shot(page, 'attendance-walk-in');

  const guests = page.getByLabel('Guests without an account');
  const counted = Number(await guests.inputValue());
  await page.getByRole('button', { name: 'One guest more' }).click();
  await until(async () => Number(await guests.inputValue()) === counted + 1, 'one guest more');
});

journey('a host learns whether it gets used', async ({ as, shot }) => {
  const page = await as('host');
  await series(page, season);
  await page.getByRole('link', { name: 'Does it get used?' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Does it get used?' }));
  await seen(page.getByText(/^\d+ of \d+\s*people came at least once, of those invited$/));
  const chart = page.getByRole('figure').first();
  await seen(chart.getByRole('img', { name: 'By gathering' }));
  await chart.getByText('Show the numbers as a table').click();
  const rows = chart.getByRole('table').getByRole('row');
  assert.ok(await rows.count() > 3, 'a row for each gathering held');
  await shot(page, 'use');

  const csv = await page.request.get(await page.getByRole('link', { name: 'Figures as CSV' }).getAttribute('href'));
  assert.equal(csv.status(), 200);
  assert.match(csv.headers()['content-type'], /^text\/csv/);
  assert.ok((await csv.text()).split('\n').length > 10);
});

journey('a host makes a series, with mistakes first', async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/gatherings');
  await page.getByRole('link', { name: 'Make a series' }).click();
  await page.getByLabel('What is it called?').fill('Soup and Stories');
  await page.getByLabel('What is it about?').fill('Bring a bowl, and a book you could not put down.');
  await page.getByLabel('First day').fill(day(14));
  await page.getByLabel('Last day').fill(day(7));
  await page.getByLabel('Starts').fill('12:05');
  await page.getByLabel('Ends').fill('11:45');
  await shot(page, 'series-form');
  await page.getByRole('button', { name: 'Make the series' }).click();

  // Each mistake stands beside its field, and what was typed stays.
  await seen(page.getByRole('alert').getByRole('link').first());
  for (const [field, problem] of [['On which days?', 'Choose at least one day'], ['Last day', 'before the first'], ['Ends', 'end after it starts']]) {
    const place = field === 'On which days?' ? page.getByRole('group', { name: field }) : page.getByLabel(field);
    await seen(page.locator(`[id="${(await place.getAttribute('aria-describedby')).split(' ').at(-1)}"]`).getByText(problem));
  }
  assert.equal(await page.getByLabel('What is it called?').inputValue(), 'Soup and Stories');
  assert.equal(await page.getByLabel('Ends').inputValue(), '11:45');
  await axe(page);
  await shot(page, 'series-form-mistakes');

  await page.getByLabel('Monday').check({ force: true });
  await page.getByLabel('Last day').fill(day(49));
  await page.getByLabel('Ends').fill('12:45');
  await page.getByLabel('School').selectOption({ label: 'Bankhead Elementary' });
  await page.getByLabel('Room').fill('The reading corner');
  await page.getByRole('button', { name: 'Show me the dates' }).click();
  await seen(page.getByText('Nothing is saved yet.'));
  const preview = page.locator('section', { has: page.getByText('Nothing is saved yet.') });
  const dates = await preview.getByRole('listitem').count();
  assert.ok(dates === 5 || dates === 6, `${dates} Mondays in five weeks`);
  await axe(page);
  await shot(page, 'series-preview');
  await preview.getByRole('button', { name: 'Make the series' }).click();
  await said(page, `Soup and Stories is made: ${dates} dates.`);
});

journey('a host moves one date, takes that back, and calls another off', async ({ as, shot }) => {
  const page = await as('host');
  await series(page, 'Soup and Stories');
  const coming = page.locator('section', { has: page.getByRole('heading', { name: 'Coming', exact: true }) });
  await coming.getByRole('listitem').first().getByRole('link').click();
  await page.getByRole('link', { name: 'Move, change or call off' }).click();
  const date = page.getByLabel('Day', { exact: true });
  const before = await date.inputValue();
  await date.fill(day(1, before));
  await page.getByLabel('A word for those who come').fill('Use the side door today.');
  await shot(page, 'date-form');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'It is now on Tuesday');
  await seen(page.getByText('Use the side door today.'));
  await shot(page, 'gathering-moved');
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(async () => (await page.locator('main time').first().getAttribute('datetime')) === before, 'it is back on its day');

  await page.getByRole('link', { name: 'Move, change or call off' }).click();
  await page.getByLabel('Why?').fill('The oven is broken.');
  await page.getByRole('button', { name: 'Call it off' }).click();
  await said(page, 'It is called off.');
  await seen(page.getByText('This gathering is cancelled'));
  await seen(page.getByText('The oven is broken.'));
  await shot(page, 'gathering-cancelled');
});

async function series(page, title) {
  await page.goto('/gatherings?show=series');
  await page.getByRole('link', { name: title }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: title }));
}

/** To the agenda of the season's next gathering. */
async function agenda(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: season }).first().click();
  await page.getByRole('navigation', { name: 'For hosts' }).getByRole('link', { name: 'Agenda' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Agenda' }));
}

/** What is on the agenda, in its order. */
async function titles(page) {
  const items = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Take out:/ }) });
  return items.getByRole('heading').allInnerTexts();
}

async function order(page, wanted) {
  await until(async () => (await titles(page)).join() === wanted.join(), wanted.join(', '));
}
