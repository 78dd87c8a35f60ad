import type { Channel, System } from './book.ts';
import { isEmail } from './enrolment.ts';
import { refusals } from './refusals.ts';

type Given = Readonly<{ system: System; name: string; externalId: string; autoCreate: boolean }>;

/** The name and the id as the system writes them. Throws for what it would not take. */
export function checkedChannel(given: Given): Pick<Channel, 'name' | 'externalId'> {
  const name = nameIn(given);
  if (given.system !== 'slack' && given.autoCreate)
    throw refusals.field('/autoCreate', 'is for channels of Slack only');
  const externalId = externalIdIn(given);
  return { name, ...(externalId !== '' && { externalId }) };
}

function nameIn({ system, name: given }: Given): string {
  const name = given.normalize('NFC').trim();
  if (system !== 'slack') {
    if (name === '') throw refusals.field('/name', 'must not be empty');
    return name;
  }
  const inSlack = name.replace(/^#/, '').toLowerCase();
  if (/^[\p{L}\p{N}_-]{1,80}$/u.test(inSlack)) return inSlack;
  throw refusals.field('/name', 'must be letters, digits, hyphens and underscores, as channels of Slack are called');
}

function externalIdIn({ system, externalId: given }: Given): string {
  const id = given.trim();
  switch (system) {
    case 'slack':
      if (id === '' || /^[CG][A-Z0-9]{2,}$/.test(id)) return id;
      throw refusals.field('/externalId', 'must be the id of a channel of Slack, such as C012AB3CD');
    case 'google-group':
      if (isEmail(id)) return id.toLowerCase();
      throw refusals.field('/externalId', 'must be the address of the group');
    case 'drive-folder':
      if (/^[\w-]{3,}$/.test(id)) return id;
      throw refusals.field('/externalId', 'must be the id of the folder: the last part of its address');
    case 'checklist':
      return '';
  }
}
