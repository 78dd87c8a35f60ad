import { describe, expect, it } from 'vitest';
import { aReception } from './testing.ts';

const induction = { siteId: 'vw', name: 'Bob Bauer', company: 'Bau AG', expiresOn: '2026-12-31' };
const entry = { siteId: 'vw', name: 'Mal Ory', company: '', note: '', notifyPersonIds: [] };

describe('an entry of the watch list', () => {
  it('is taken off once; a second time there is nothing to take off', async () => {
    const desk = aReception();
    const { id: entryId } = await desk.addWatchEntry(entry);
    await desk.removeWatchEntry({ siteId: 'vw', entryId });
    expect(await desk.watchList.of('vw')).toEqual([]);
    const again = desk.removeWatchEntry({ siteId: 'vw', entryId });
    await expect(again).rejects.toMatchObject({ kind: 'not-found', code: 'register.watch_entry_not_found' });
  });

  it('is not looked for at a site that does not exist', async () => {
    const removing = aReception().removeWatchEntry({ siteId: 'nowhere', entryId: 'w1' });
    await expect(removing).rejects.toMatchObject({ code: 'register.site_not_found' });
  });
});

describe('a recorded induction', () => {
  it('is taken back once; a second time there is nothing to take back', async () => {
    const desk = aReception();
    const { id: inductionId } = await desk.recordInduction(induction);
    await desk.removeInduction({ siteId: 'vw', inductionId });
    expect(await desk.listInductions({ siteId: 'vw', name: '' })).toEqual([]);
    const again = desk.removeInduction({ siteId: 'vw', inductionId });
    await expect(again).rejects.toMatchObject({ kind: 'not-found', code: 'register.induction_not_found' });
  });

  it('is not looked for at a site that does not exist', async () => {
    const removing = aReception().removeInduction({ siteId: 'nowhere', inductionId: 'i1' });
    await expect(removing).rejects.toMatchObject({ code: 'register.site_not_found' });
  });
});
