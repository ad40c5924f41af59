// What every page must be: readable for everyone, in both themes, and no wider than a small phone.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it is now, one sentence each. */
export async function violations(page) {
  // Evaluated by the browser's debugger, so the page's own policy need not allow it.
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    // Half way through a transition a colour is neither the old nor the new one.
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect.getComputedTiming().endTime)) animation.finish();
    }
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      places: nodes.map(({ target, any }) => `${target.join(' ')}${any[0] ? ` (${any[0].message})` : ''}`),
    }));
  }, rules);
  return found.map(({ id, help, places }) => `${help} [${id}]\n      ${places.slice(0, 5).join('\n      ')}`
    + (places.length > 5 ? `\n      and ${places.length - 5} more` : ''));
}

/** Everything that is wrong with the page, in light and dark, and on a phone of 320 pixels. */
export async function audit(page) {
  const sentences = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    sentences.push(...(await violations(page)).map((sentence) => `in ${colorScheme}: ${sentence}`));
  }
  await page.emulateMedia({ colorScheme: null });
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return null;
    const reach = (element) => element.getBoundingClientRect().left + element.scrollWidth;
    // The innermost of those that reach furthest: what holds it is only as wide because of it.
    const worst = [...document.body.querySelectorAll('*')]
      .reduce((most, element) => (reach(element) >= reach(most) ? element : most), document.body);
    return `${[worst.localName, ...worst.classList].join('.')} reaches ${Math.round(reach(worst))} px`;
  });
  if (wide) sentences.push(`scrolls sideways at 320 px: ${wide}`);
  await page.setViewportSize({ width, height });
  return sentences;
}

/** `/series/0193…/2027-01-14?from=3` and its like are one page: `/series/{}/{}`. */
export function pattern(address) {
  return new URL(address).pathname
    .split('/')
    .map((part) => (/\d/.test(part) && part.length > 1 || /^\d+$/.test(part) ? '{}' : part))
    .join('/');
}
