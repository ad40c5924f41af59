// A private book: on a phone after a meeting, reminded, and the address book of a telephone.
import { journey } from './journey.mjs';
import { gone, said, seen } from './seen.mjs';

const card = [
  'BEGIN:VCARD', 'VERSION:3.0', 'FN:Clementine Oxbow', 'EMAIL:clementine@outside.example', 'PHOTO;ENCODING=b:AAAA', 'END:VCARD',
  'BEGIN:VCARD', 'VERSION:4.0', 'FN:Tobias Larkspur', 'EMAIL:tobias@outside.example', 'TEL:+1 250 555 0142', 'END:VCARD', '',
].join('\r\n');

journey('after a meeting a contact is written down on a phone', { width: 375 }, async ({ as, axe, shot }) => {
  const page = await as('teacher');
  await page.goto('/');
  await page.locator('summary', { hasText: 'Your menu' }).click();
  await page.getByRole('link', { name: 'My contacts' }).click();
  await seen(page.getByRole('heading', { name: 'Your book is empty' }));
  await shot(page, 'contacts-empty');
  await page.getByRole('link', { name: 'Add a contact' }).click();
  await page.getByRole('button', { name: 'Add to my book' }).click();
  await seen(page.getByText('Please fill this in').first());
  await axe(page);
  await page.getByLabel('Name', { exact: true }).fill('Perpetua Windfall');
  await page.getByLabel('How we met').fill('At the board meeting.');
  await page.getByLabel('Next step').fill('Send the programme of the expo');
  const today = await page.getByLabel('Last in touch').inputValue();
  await page.getByLabel('Remind me on').fill(today);
  await page.getByRole('button', { name: 'Add to my book' }).click();
  await said(page, 'Perpetua Windfall is in your book.');
  await shot(page, 'contact');
  await page.goto('/contacts');
  await seen(page.getByRole('heading', { name: 'Due now' }));
  await shot(page, 'contacts');
  await page.getByRole('button', { name: 'Done Perpetua Windfall' }).click();
  await said(page, 'Done. You and Perpetua Windfall');
  await page.goto('/contacts');
  await gone(page.getByRole('heading', { name: 'Due now' }));
});

journey('an address book is looked at and taken over', {}, async ({ as, axe, shot }) => {
  const page = await as('host');
  await page.goto('/contacts');
  await seen(page.getByText('Ondine Marblethorpe').first());
  await axe(page);
  await shot(page, 'contacts-host');
  await page.getByRole('link', { name: 'Import' }).click();
  const file = (text) => ({ name: 'book.vcf', mimeType: 'text/vcard', buffer: Buffer.from(text) });
  await page.getByLabel('File').setInputFiles(file(card.replace('4.0', '2.1')));
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await seen(page.getByText('this card is of version 2.1'));
  await axe(page);
  await page.getByLabel('File').setInputFiles(file(card));
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await seen(page.getByText('PHOTO (1)'));
  await seen(page.getByText('Tobias Larkspur in your book has the same e-mail address.'));
  await axe(page);
  await shot(page, 'contacts-look');
  await page.getByRole('button', { name: 'Take over' }).click();
  await said(page, 'One new contact, and one that says more now.');
  await page.getByLabel('Search your book').fill('tobi');
  await page.getByLabel('Search your book').press('Enter');
  await page.getByRole('link', { name: 'Tobias Larkspur' }).click();
  await seen(page.getByText('+1 250 555 0142'));
});

journey('speakers are found by topic', { width: 375 }, async ({ as, axe, shot }) => {
  const page = await as('teacher');
  await page.goto('/speakers');
  await seen(page.getByText('Barnaby Gooseberry'));
  await axe(page);
  await shot(page, 'speakers');
  await page.getByRole('searchbox', { name: 'Topic, name or organisation' }).fill('story maps');
  await page.getByRole('searchbox', { name: 'Topic, name or organisation' }).press('Enter');
  await gone(page.getByText('Barnaby Gooseberry'));
});
