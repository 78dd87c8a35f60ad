import type { Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayCountsContract } from '../../app/knowing/day-counts.contract.ts';
import { recipientsContract } from '../../app/recipients.contract.ts';
import { updatesContract } from '../../app/updates.contract.ts';
import { later, nine } from '../../domain/testing.ts';
import { attachmentRepository } from './attachment.repository.ts';
import { dayCountsRepository } from './day-counts.repository.ts';
import { recipientRepository } from './recipient.repository.ts';
import { updateRepository } from './update.repository.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

const emptied = async (name: string) => {
  await store.connection.collection(name).deleteMany({});
  return store.connection;
};

recipientsContract('the stored one', async () => recipientRepository(await emptied('recipients')));
dayCountsContract(async () => dayCountsRepository(await emptied('statistics_days')));
updatesContract('the stored one', async () => updateRepository(await emptied('slack_updates')));

describe('the stored attachments', () => {
  const file = (bytes: number) => ({
    name: 'Übersicht.csv',
    contentType: 'text/csv',
    content: Uint8Array.from({ length: bytes }, (_, i) => i % 256),
  });

  it('come back byte by byte until they are dropped, 5 MB too', async () => {
    const attachments = await attachmentRepository(await emptied('attachments'));
    const files = [file(300), file(5 * 1024 * 1024 - 300)];

    await attachments.put('m1', files);
    const [small, large] = await attachments.get('m1');

    expect({ ...small, content: new Uint8Array(small!.content) }).toEqual(files[0]);
    expect(Buffer.compare(large!.content, files[1]!.content)).toBe(0);
    await attachments.drop('m1');
    expect(await attachments.get('m1')).toEqual([]);
  });

  it('may be put again: the command came twice', async () => {
    const attachments = await attachmentRepository(await emptied('attachments'));

    await attachments.put('m1', [file(1)]);
    await attachments.put('m1', [file(1)]);

    expect(await attachments.get('m1')).toHaveLength(1);
  });
});

describe('the place of a Slack message', () => {
  it('is remembered for its channel and key', async () => {
    const updates = await updateRepository(await emptied('slack_updates'));
    const [north, post] = [
      { to: '#building', updateKey: 'north' },
      { place: 'C1', providerMessageId: '1.2' },
    ];
    await updates.announce(north, 'm1', nine);
    expect(await updates.find(north)).toBeUndefined();

    await updates.put(north, post);
    await updates.announce(north, 'm2', later(1));

    expect(await updates.find(north)).toEqual(post);
  });
});
