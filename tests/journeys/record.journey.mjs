// What was noted of a person is theirs to see: they contest a line, the host decides, both are told.
import { journey } from './journey.mjs';
import { gone, said, seen } from './seen.mjs';

const season = 'Coffee, Curriculum & Conversation';

journey('a teacher looks at their record and contests a line', { width: 375 }, async ({ as, axe, shot }) => {
  const page = await as('teacher');
  await page.goto('/');
  await page.locator('summary', { hasText: 'Your menu' }).click();
  await page.getByRole('link', { name: 'My record' }).click();
  await seen(page.getByRole('heading', { level: 1, name: 'Your record' }));
  await seen(page.getByText('An absence fades after 120 days'));
  await shot(page, 'record');
  await page.getByRole('link', { name: 'What you said waits for the host' }).click();
  await seen(page.getByText('sat at the back, by the graphic novels'));
  await page.getByRole('button', { name: 'Take it back' }).click();
  await said(page, 'You took it back.');

  await page.getByText('This is not right').first().click();
  const form = page.locator('details[open]');
  await form.getByLabel('I was there').check({ force: true });
  await form.getByRole('button', { name: 'Send it to the host' }).click();
  await seen(page.getByText('Please fill this in'));
  await axe(page);
  await page.locator('details[open]').getByLabel('In a sentence').fill('I was at the table by the window.');
  await page.locator('details[open]').getByRole('button', { name: 'Send it to the host' }).click();
  await said(page, 'The host is asked to look at it');
});

journey('the host decides, and both see it', async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/');
  await page.getByRole('link', { name: /says that a line is not right/ }).click();
  await seen(page.getByText('I was at the table by the window.'));
  await shot(page, 'contest');
  await page.getByLabel('Leave it as it is').check({ force: true });
  await page.getByRole('button', { name: 'Decide' }).click();
  await seen(page.getByRole('alert'));
  await axe(page);
  await page.getByLabel('Correct the line').check({ force: true });
  await page.getByRole('button', { name: 'Decide' }).click();
  await said(page, 'That is decided, and the person is told.');
  await page.goto('/');
  await gone(page.getByRole('link', { name: /says that a line is not right/ }));

  const teacher = await as('teacher');
  await teacher.goto('/mailbox');
  await seen(teacher.getByText(`Corrected: your record of ${season}`));
});
