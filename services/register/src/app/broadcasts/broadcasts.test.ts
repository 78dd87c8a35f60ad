import { describe, expect, it } from 'vitest';
import { nobody, officer, wanda } from '../evacuation/testing.ts';
import { aPerson, aSite, personNamed } from '../testing.ts';
import { aBroadcaster } from './testing.ts';

const [ada, bob] = [aPerson('Ada'), aPerson('Bob')];
const site = aSite({ wardens: ['wanda-warden'], entrances: [{ id: 'front', name: 'Front' }] });
const text = ' The lift is out of order. ';
const toAll = { siteId: 'vw', entrance: '', text };

async function twoInside() {
  const house = aBroadcaster(site);
  await house.signIn(ada, { entrance: 'Front' });
  await house.signIn(bob);
  return house;
}

describe('a message to everybody inside', () => {
  it('reaches each of them once, names who sends it, and leaves an audit entry in the same write', async () => {
    const { send, written, audits } = await twoInside();
    const sent = await send({ ...toAll, by: officer });
    expect(sent).toMatchObject({ text: text.trim(), count: 2, sentBy: { displayName: 'Olga Officer' } });
    expect(written()).toEqual(['ada', 'bob']);
    expect([...audits.entries.values()]).toMatchObject([
      { action: 'broadcast.send', actorId: 'olga-officer', subjectId: sent.id, siteId: 'vw' },
    ]);
  });

  it('goes to who came in by one entrance, where it says so', async () => {
    const { send, written } = await twoInside();
    await send({ ...toAll, entrance: 'front', by: wanda });
    expect(written()).toEqual(['ada']);
  });

  it('is counted before it is sent, and visitors who cannot be reached apart', async () => {
    const house = await twoInside();
    await house.handleSignIn({ siteId: 'vw', clientDate: '', entrance: '', by: aPerson('Vi'), kind: 'visitor' });
    const preview = await house.preview({ siteId: 'vw', entrance: '', by: officer });
    expect(preview).toMatchObject({ people: 2, visitors: 0, unreachable: 1, sender: 'Olga Officer' });
    expect(house.written()).toEqual([]);
  });

  it('is for those in charge of the site alone', async () => {
    const { send, preview, list } = await twoInside();
    const refusal = { code: 'register.not_a_warden' };
    await expect(send({ ...toAll, by: nobody })).rejects.toMatchObject(refusal);
    await expect(preview({ siteId: 'vw', entrance: '', by: nobody })).rejects.toMatchObject(refusal);
    await expect(list({ siteId: 'vw', by: nobody })).rejects.toMatchObject(refusal);
  });

  it('is refused where nobody is inside, or no such door is', async () => {
    const house = aBroadcaster(site);
    await expect(house.send({ ...toAll, by: officer })).rejects.toMatchObject({ code: 'register.nobody_inside' });
    const elsewhere = house.send({ ...toAll, entrance: 'Roof', by: officer });
    await expect(elsewhere).rejects.toMatchObject({ code: 'register.unknown_entrance' });
  });

  it('is finished by the next process where one died after its save', async () => {
    const { send, resume, broadcasts, written } = await twoInside();
    const { write } = broadcasts;
    broadcasts.write = () => Promise.reject(new Error('killed'));
    await expect(send({ ...toAll, by: officer })).rejects.toThrow('killed');
    broadcasts.write = write;
    const [id = ''] = broadcasts.stored.keys();
    await Promise.all([resume(id), resume(id)]);
    await resume(id);
    expect(written()).toEqual(['ada', 'bob']);
    expect(broadcasts.stored.get(id)).not.toHaveProperty('waiting');
  });
});

describe('the list of what was written', () => {
  it('is newest first, with the names that senders have now, and none of who was erased', async () => {
    const { send, list, people } = await twoInside();
    await people.put(personNamed('Olga King', 'olga-officer'));
    await people.forget('wanda-warden');
    await send({ ...toAll, by: officer });
    await send({ ...toAll, text: 'It works again.', by: wanda });
    const listed = await list({ siteId: 'vw', by: officer });
    expect(listed.map((one) => [one.text, one.sentBy.displayName])).toEqual([
      ['It works again.', ''],
      [text.trim(), 'Olga King'],
    ]);
  });
});
