import { newId } from '@guildhall/messaging';
import { aggregates, type Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindersContract } from '../../app/reminders/reminders.contract.ts';
import { aSite } from '../../app/testing.ts';
import { newAgenda, planAhead } from '../../domain/agenda.ts';
import { agendaRepository, type AgendaState } from './agenda.repository.ts';
import { reminderRunRepository, runIndexes, type RunState } from './reminder-run.repository.ts';
import { reminderSendRepository, sendIndexes, type SendRow } from './reminder-send.repository.ts';
import { siteRepository, type SiteState } from './site.repository.ts';
import { watchRepository, type WatchState } from './watch.repository.ts';

let store: Store;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

const toMessage = () => ({ id: newId(), at: new Date(0), subject: 'evt.a.b.c', data: new Uint8Array(), headers: {} });
let made = 0;

remindersContract('the one in the store', async () => {
  const n = ++made;
  const runs = aggregates<RunState>({ store, collection: `runs_${n}`, indexes: runIndexes });
  const sends = aggregates<SendRow>({ store, collection: `sends_${n}`, indexes: sendIndexes });
  await Promise.all([runs.ready(), sends.ready()]);
  const { repository } = reminderSendRepository({ sends, toMessage });
  return { runs: reminderRunRepository({ runs, toMessage }), sends: repository };
});

describe('what comes next at a site', () => {
  it('is kept, and due at the earliest of it', async () => {
    const all = aggregates<AgendaState>({ store, collection: 'agendas' });
    const agendas = agendaRepository({ agendas: all, toMessage });
    const digest = { time: '10:00', slackChannel: '#day', emails: [] };
    const agenda = planAhead(newAgenda('vw'), aSite({ digest }), new Date('2026-03-02T09:00:00Z'));
    await agendas.save(agenda, []);
    expect(await agendas.find('vw')).toEqual(agenda);
    expect(await all.model.findById('vw').lean()).toMatchObject({ dueAt: new Date('2026-03-02T10:00:00Z') });
  });

  it('is looked at again when the watch says', async () => {
    const all = aggregates<WatchState>({ store, collection: 'watches' });
    const watches = watchRepository({ watches: all, toMessage });
    const dueAt = new Date('2026-03-02T09:01:00Z');
    await watches.save({ id: 'vw', version: 1, crowded: true, told: false }, [], dueAt);
    expect(await watches.find('vw')).toEqual({ id: 'vw', version: 1, crowded: true, told: false });
    expect(await all.model.findById('vw').lean()).toMatchObject({ dueAt });
  });
});

describe('a site', () => {
  const make = (collection: string) => {
    const sites = aggregates<SiteState>({ store, collection });
    return { sites, repository: siteRepository({ sites, toMessage }) };
  };

  it('from before there were more settings has the usual ones, and entrances with ids', async () => {
    const { sites, repository } = make('old_sites');
    const { name, timeZone, declaration, lastChange } = aSite();
    const state = { name, timeZone, declaration, lastChange, entrances: ['Cycle yard'] };
    await sites.save({ id: 'vw', version: 1, state });
    expect(await repository.find('vw')).toEqual({
      ...aSite(),
      entrances: [{ id: 'cycle-yard', name: 'Cycle yard' }],
    });
  });

  it('no longer has a setting that was taken away', async () => {
    const { repository } = make('sites');
    const site = aSite({ digest: { time: '18:00', slackChannel: '#day', emails: [] } });
    await repository.save(site, []);
    await repository.save({ ...site, version: 2, digest: undefined }, []);
    expect(await repository.find('vw')).not.toHaveProperty('digest');
  });
});
