// An administrator keeps the district's calendar, and a host follows it.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { day, said, seen } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';

/** The next date of the season but one, as a date field takes it. */
async function coming(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: season }).nth(1).click();
  return page.locator('.notice-head time').getAttribute('datetime');
}

journey('an administrator pastes days and imports a file', async ({ as, axe, shot }) => {
  const page = await as('administrator');
  await page.goto('/month');
  await page.getByRole('link', { name: 'All days off of the school year' }).click();
  await seen(page.getByText('Winter break'));
  await shot(page, 'calendar');
  await page.getByRole('link', { name: 'Paste or import' }).click();
  await page.getByLabel('Days, one a line').fill('someday');
  await page.getByRole('button', { name: 'Show what it does' }).click();
  await seen(page.getByRole('alert').getByText('Line 1: no date'));
  await axe(page);
  const off = await coming(await as('host'));
  await page.getByLabel('Days, one a line').fill(`${off} Storm day\n`);
  await page.getByRole('button', { name: 'Show what it does' }).click();
  await seen(page.getByRole('heading', { name: 'One new, nothing changed' }));
  await axe(page);
  await shot(page, 'calendar-difference');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await said(page, /1 new, 0 changed/);
  await page.goto('/calendar/import');
  const file = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:A day of the file', 'DTSTART;VALUE=DATE:20270604', 'END:VEVENT', 'END:VCALENDAR'];
  await page.getByLabel('Or a calendar file').setInputFiles({ name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(file.join('\r\n')) });
  await page.getByRole('button', { name: 'Show what it does' }).click();
  await seen(page.locator('#difference').getByText('A day of the file'));
  await page.getByRole('button', { name: 'Keep it' }).click();
  await said(page, /1 new, 0 changed/);
});

journey('a host takes the changed calendar over', { width: 375 }, async ({ as, shot }) => {
  const page = await as('host');
  const off = await coming(page);
  await page.getByRole('link', { name: season }).first().click();
  await seen(page.getByText(/The district’s calendar has changed/));
  await page.getByRole('link', { name: 'See what would change' }).click();
  await seen(page.getByText(/said yes/));
  await shot(page, 'calendar-taken');
  await page.getByRole('button', { name: 'Follow the calendar' }).click();
  await said(page, 'The series follows the calendar as it is now.');
  assert.notEqual(off, day(0));
});
