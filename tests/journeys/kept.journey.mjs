// What stays of a lunch: a teacher adds a photo and notes to a topic on a phone, the host sends it to
// those who came and those who could not, and the mailbox shows the letters. The season is one page.
import assert from 'node:assert/strict';

import { journey } from './journey.mjs';
import { said, seen } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';

/** The page of the next gathering of the season. */
async function next(page) {
  await page.goto('/gatherings');
  await page.getByRole('link', { name: season }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: season }));
}

/** The page of the season. */
async function series(page) {
  await next(page);
  await page.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: season }).click();
  await seen(page.getByRole('heading', { name: 'So far' }));
}

/** A picture of 900 by 600 pixels, drawn by the browser, as a JPEG. */
async function picture(page) {
  const text = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#e7d9c3';
    pen.fillRect(0, 0, 900, 600);
    for (let at = 0; at < 12; at += 1) {
      pen.fillStyle = ['#f7d66b', '#99cdaa', '#f0a48c', '#a0bee2'][at % 4];
      pen.fillRect(60 + (at % 4) * 210, 40 + Math.floor(at / 4) * 180, 150, 140);
    }
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1];
  });
  return { name: 'whiteboard.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(text, 'base64') };
}

let topic;

journey('a teacher adds a photo and notes to a topic, on a phone', { width: 375 }, async ({ as, shot }) => {
  const page = await as('teacher');
  await next(page);
  await page.goto(`${new URL(page.url()).pathname}/topics/new`);
  await page.getByLabel('What is it called?').fill('Story maps on a wall');
  await page.getByRole('button', { name: 'Put it on the table' }).click();
  await page.getByRole('link', { name: 'Story maps on a wall' }).first().click();
  await seen(page.getByRole('heading', { level: 1, name: 'Story maps on a wall' }));
  topic = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Write notes, add files' }).click();
  await page.getByLabel('What was said').fill('Paper, **string** and a wall.\n\n- begin with the end\n- two lessons');
  await page.getByRole('button', { name: 'See how it looks' }).click();
  await seen(page.locator('.note strong', { hasText: 'string' }));
  await page.getByRole('button', { name: 'Save the notes' }).click();
  await said(page, 'The notes are saved.');
  await page.getByLabel('What it shows').fill('The whiteboard');
  await page.getByLabel('Photo or file').setInputFiles(await picture(page));
  await page.getByRole('button', { name: 'Add the file' }).click();
  await said(page, 'The file is there.');
  await page.locator('.kept-picture img').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('.kept-picture img')?.naturalWidth === 480);
  await shot(page, 'kept-desk');
  await page.goto(topic);
  await seen(page.locator('#kept .kept-picture'));
  await shot(page, 'kept-topic');
});

journey('a file that lies about itself is refused, and what was typed stays', { width: 375 }, async ({ as, axe, shot }) => {
  const page = await as('teacher');
  await page.goto(`${topic}/resources`);
  await page.getByLabel('What it shows').fill('Our plan');
  const lie = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html><script>1</script>') };
  await page.getByLabel('Photo or file').setInputFiles(lie);
  await page.getByRole('button', { name: 'Add the file' }).click();
  await seen(page.locator('#file-problem'));
  assert.equal(await page.getByLabel('What it shows').inputValue(), 'Our plan');
  await axe(page);
  await shot(page, 'kept-refused');
});

journey('without JavaScript a file is added too', { width: 375, javaScript: false }, async ({ as }) => {
  const page = await as('teacher');
  await page.goto(`${topic}/resources`);
  const notes = { name: 'steps.txt', mimeType: 'text/plain', buffer: Buffer.from('one\ntwo\n') };
  await page.getByLabel('Photo or file').setInputFiles(notes);
  await page.getByRole('button', { name: 'Add the file' }).click();
  await said(page, 'The file is there.');
  await seen(page.getByRole('link', { name: /steps/ }));
});

journey('the host sends what stays, and the mailbox shows it', async ({ as, shot }) => {
  const page = await as('host');
  await series(page);
  const past = page.locator('section', { has: page.getByRole('heading', { name: 'So far' }) });
  await past.locator('a.row-title').first().click();
  await seen(page.locator('#kept'));
  await shot(page, 'kept-gathering');
  await page.getByRole('link', { name: 'Send to those who came or could not' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Send notes and files' }));
  await shot(page, 'kept-send');
  await page.getByRole('button', { name: /^Send to \d+ people$/ }).click();
  await said(page, 'letters are on their way.');
  await page.goto('/mailbox');
  for (let tries = 0; tries < 20 && !(await page.getByRole('link', { name: /notes and files/ }).first().isVisible()); tries += 1) {
    await page.waitForTimeout(250);
    await page.reload();
  }
  await page.getByRole('link', { name: /notes and files/ }).first().click();
  await seen(page.getByText(/Here is what (stays of it|you missed)/));
  await shot(page, 'kept-letter');
});

journey('a teacher brings cookies', { width: 375 }, async ({ as, shot }) => {
  const page = await as('teacher');
  await next(page);
  await page.getByRole('button', { name: /I’ll bring it Cookies/ }).click();
  await said(page, 'You bring Cookies.');
  await seen(page.locator('#treats').getByText('You bring it'));
  await shot(page, 'treats');
});

journey('the season is one page, on a screen and on paper', async ({ as, shot }) => {
  const page = await as('teacher');
  await series(page);
  await page.getByRole('link', { name: 'The season on one page' }).click();
  await seen(page.locator('.season-topic').first());
  await shot(page, 'season');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.rail').isVisible(), false);
  await shot(page, 'season-paper');
});

journey('la saison et les notes se lisent en français', { language: 'fr', width: 375 }, async ({ as, shot }) => {
  const page = await as('teacher');
  await page.goto(`${topic}/resources`);
  await seen(page.getByRole('heading', { level: 1, name: 'Notes et fichiers' }));
  await shot(page, 'kept-desk');
});
