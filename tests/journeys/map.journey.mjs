// The map of who met whom: nearer and farther by keyboard, the same as a table, and one's own name.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { said, seen } from './seen.mjs';

/** What part of the drawing is shown: left, top, width, height. */
const part = (page) => page.locator('.map-drawing').evaluate((drawing) => drawing.getAttribute('viewBox').split(' ').map(Number));

for (const [theme, width] of [['light', 1280], ['dark', 375]]) {
  journey(`the map is looked at by keyboard (${theme}, ${width})`, { theme, width }, async ({ as, axe, shot }) => {
    const page = await as('newcomer');
    await page.goto('/ties');
    await page.getByRole('link', { name: 'See the map' }).click();
    await seen(page.getByRole('heading', { name: 'The map', exact: true }));
    const whole = await part(page);
    const frame = page.getByRole('group', { name: /^Map\. Arrow keys/ });
    await frame.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const near = await part(page);
    assert.ok(near[2] < whole[2] / 2, `${near} is nearer than ${whole}`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const moved = await part(page);
    assert.ok(moved[0] > near[0] && moved[1] > near[1], `${moved} is right of and below ${near}`);
    await shot(page, 'map-near');
    await page.keyboard.press('-');
    assert.ok((await part(page))[2] > moved[2]);
    await page.keyboard.press('0');
    // The browser keeps these as single-precision numbers.
    assert.deepEqual((await part(page)).map(Math.fround), whole.map(Math.fround));
    // The keyboard is not caught.
    await page.keyboard.press('Tab');
    assert.ok(!(await frame.evaluate((element) => element === document.activeElement)));
    await seen(page.getByRole('heading', { name: 'The same as a table' }));
    await axe(page);
    await shot(page, 'map');
  });
}

journey('somebody takes their name off the map and puts it back', async ({ as }) => {
  const page = await as('newcomer');
  await page.goto('/map');
  const off = page.getByRole('button', { name: 'Take my name off' });
  if (!(await off.count())) {
    await page.getByRole('button', { name: 'Show me' }).click();
    await said(page, 'You are shown now.');
  }
  await page.getByRole('button', { name: 'Take my name off' }).click();
  await said(page, 'Your name is off.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await said(page, 'You are shown now.');
});

journey('who leads reads figures, and schools stand where they are', async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/map/figures');
  await seen(page.getByRole('heading', { name: 'How the network holds together' }));
  await axe(page);
  await shot(page, 'map-figures');
  await page.getByRole('link', { name: 'Schools', exact: true }).last().click();
  await seen(page.getByRole('heading', { name: 'Schools on the map' }));
  await axe(page);
  await shot(page, 'map-schools');
});
