import { describe, expect, it } from 'vitest';
import { anEvacuation, nobody, officer, wanda } from './testing.ts';

describe('the incidents of a site', () => {
  const threeOf = async () => {
    const evacuation = anEvacuation();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { incident } = await evacuation.start({ kind: 'drill' });
      ids.unshift(incident.id);
      await evacuation.endIncident({ incidentId: incident.id, note: '', by: officer });
    }
    const list = (more = {}) =>
      evacuation.listIncidents({ siteId: 'vw', openOnly: false, pageSize: 2, pageToken: '', by: wanda, ...more });
    return { ...evacuation, ids, list };
  };

  it('come newest first, page by page', async () => {
    const { list, ids } = await threeOf();
    const first = await list();
    const second = await list({ pageToken: first.nextPageToken });
    expect([...first.incidents, ...second.incidents].map(({ id }) => id)).toEqual(ids);
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('may be only those under way', async () => {
    const { list } = await threeOf();
    expect((await list({ openOnly: true })).incidents).toEqual([]);
  });

  it('are for wardens, and for tokens that were given out here', async () => {
    const { list } = await threeOf();
    await expect(list({ by: nobody })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(list({ pageToken: '<x>' })).rejects.toMatchObject({ code: 'register.bad_page_token' });
  });
});

describe('an incident', () => {
  it('is shown to whoever was a warden as it began', async () => {
    const { start, getIncident } = anEvacuation();
    const { incident } = await start({ by: officer });
    await expect(getIncident({ incidentId: incident.id, by: nobody })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await getIncident({ incidentId: incident.id, by: { ...officer, permissions: [] } })).toMatchObject({
      incident: { id: incident.id },
    });
  });

  it('that is not there is not shown to be missing to just anybody', async () => {
    const { getIncident } = anEvacuation();
    await expect(getIncident({ incidentId: 'x', by: nobody })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(getIncident({ incidentId: 'x', by: officer })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('ends once, with an audit entry', async () => {
    const { start, endIncident, audits } = anEvacuation();
    const { incident } = await start();
    const end = () => endIncident({ incidentId: incident.id, note: ' All clear. ', by: wanda });
    expect((await end()).incident).toMatchObject({ open: false, note: 'All clear.' });
    await expect(end()).rejects.toMatchObject({ code: 'register.incident_ended' });
    expect(audits.entries.has(`incident.end-${incident.id}`)).toBe(true);
  });
});
