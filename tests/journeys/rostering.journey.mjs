// An administrator sends a set of the district's own system, sees the difference, and takes it over.
import { crc32 } from 'node:zlib';

import { journey } from './journey.mjs';
import { said, seen } from './seen.mjs';

/** A ZIP archive whose files are stored as they are (APPNOTE 4.3). */
function archive(files) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

const manifest = 'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\n';
const orgs = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,Journey Elementary,school,1,\n';
const users = (role) =>
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n' +
  `j1,,,true,s1,${role},j1,,Juniper,Journey,,,juniper@journey.example,,,,,\n` +
  'k1,,,true,s1,student,k1,,Kit,Journey,,,kit@journey.example,,,,,\n';

async function send(page, role) {
  await page.goto('/admin/rostering');
  const buffer = archive({ 'manifest.csv': manifest, 'orgs.csv': orgs, 'users.csv': users(role) });
  await page.getByLabel('The file').setInputFiles({ name: 'set.zip', mimeType: 'application/zip', buffer });
  await page.getByRole('button', { name: 'Look at it' }).click();
}

journey('an administrator takes a OneRoster set over', { width: 375 }, async ({ as, shot, axe }) => {
  const page = await as('administrator');
  await page.goto('/admin/rostering/roles');
  await axe(page);
  await shot(page, 'rostering-roles');
  await page.getByRole('button', { name: 'Save' }).click();
  await said(page, 'It counts from the next file on');

  await send(page, 'wizard');
  await seen(page.getByRole('heading', { name: 'What has to be put right' }));
  await seen(page.getByText('users.csv, row 2, role'));
  await axe(page);
  await shot(page, 'rostering-refused');

  await send(page, 'teacher');
  await seen(page.getByRole('heading', { name: 'The difference' }));
  await axe(page);
  await shot(page, 'rostering-difference');
  await page.getByRole('button', { name: 'Take it over', exact: true }).click();
  await seen(page.getByText('Taken over'));
  await shot(page, 'rostering-done');
  await page.goto('/people?q=juniper');
  await seen(page.getByText('Juniper Journey'));
});
