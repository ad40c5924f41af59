// What a person sees, waited for: a page answers at its own pace, also where an island replaces a part.
import assert from 'node:assert/strict';

/** The place is there and visible. */
export async function seen(place, timeout = undefined) {
  await place.first().waitFor({ state: 'visible', timeout });
}

/** The place is no longer there, or not visible. */
export async function gone(place, timeout = undefined) {
  await place.first().waitFor({ state: 'hidden', timeout });
}

/** The page says these words in its flash. */
export async function said(page, words) {
  await seen(page.locator('#flash').getByText(words));
}

/** The button is pressed (or, told so, is not). */
export async function pressed(button, really = true) {
  await until(async () => await button.getAttribute('aria-pressed') === String(really), `${button} is pressed: ${really}`);
}

/** The browser notices that there is a network again, as on a phone that finds one; what waits is sent then, at once. */
export async function noticed(page) {
  await page.evaluate(() => { dispatchEvent(new Event('online')); });
}

/** Asks again until it is so, or the time (five seconds, or so many milliseconds) is over. */
export async function until(so, what, within = 5_000) {
  const end = Date.now() + within;
  while (!(await so().catch(() => false))) {
    if (Date.now() > end) assert.fail(`it never was so: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/**
 * The demo district's clock. Vancouver keeps it all year since November 2026, as Phoenix always has; browsers and Node with
 * older tables of time zones think otherwise of Vancouver.
 */
export const clock = 'America/Phoenix';

/** So many days from today (or from another date), as a date field takes it. */
export function day(days, from = new Date().toLocaleDateString('en-CA', { timeZone: clock })) {
  const date = new Date(`${from}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
