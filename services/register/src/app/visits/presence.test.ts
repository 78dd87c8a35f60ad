import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteDay } from '../../domain/site-day.ts';
import { openVisit, type Visit } from '../../domain/visit.ts';
import { SiteCatalogue } from '../sites/site-catalogue.ts';
import { aPerson, aSite, clockAt, inMemorySites, inMemoryVisits } from '../testing.ts';
import { loadPresence } from './load-presence.ts';
import { Presence } from './presence.ts';

const nine = new Date('2026-03-02T09:00:00Z');
const midnight = '2026-03-03T00:00:00Z';
const site = aSite();

const visitOf = (name: string, id = `visit-${name}`): Visit =>
  openVisit(id, { site, day: siteDay(site, nine), at: nine, by: aPerson(name), entrance: '' });
const heard = ({ id: visitId, version, personId, displayName, siteId, until }: Visit) => ({
  visitId,
  version,
  personId,
  displayName,
  siteId,
  until,
});

const aPresence = () => {
  const clock = clockAt('2026-03-02T09:00:00Z');
  const presence = new Presence(clock);
  return { presence, clock, count: () => presence.count('vw') };
};

describe('who is inside, in memory', () => {
  it('counts a person in before the visit is stored, and out again when it was not', () => {
    const { presence, count } = aPresence();
    const { occupancy, undo } = presence.enter(visitOf('Ada'));
    expect([occupancy, count()]).toEqual([1, 1]);
    undo();
    expect(count()).toBe(0);
  });

  it('counts a person once who comes in twice at the same time', () => {
    const { presence, count } = aPresence();
    const first = presence.enter(visitOf('Ada', 'a'));
    const second = presence.enter(visitOf('Ada', 'b'));
    expect([first.occupancy, second.occupancy]).toEqual([1, 1]);
    first.undo();
    second.keep();
    expect(count()).toBe(1);
    expect(presence.find('vw', 'ada')?.id).toBe('b');
  });

  it('knows a visit only once it is stored', () => {
    const { presence } = aPresence();
    const { keep } = presence.enter(visitOf('Ada'));
    expect(presence.find('vw', 'ada')).toBeUndefined();
    keep();
    expect(presence.find('vw', 'ada')?.id).toBe('visit-Ada');
  });

  it('counts a person out, and in again when that was not stored', () => {
    const { presence, count } = aPresence();
    presence.note(visitOf('Ada'));
    const { occupancy, undo } = presence.leave(visitOf('Ada'));
    expect(occupancy).toBe(0);
    undo();
    expect(count()).toBe(1);
    expect(presence.find('vw', 'ada')?.id).toBe('visit-Ada');
  });

  it('keeps sites apart', () => {
    const { presence } = aPresence();
    presence.note(visitOf('Ada'));
    expect(presence.count('elsewhere')).toBe(0);
  });

  it('counts nobody whose visit has ended by itself', () => {
    const { presence, clock, count } = aPresence();
    presence.note(visitOf('Ada'));
    clock.set(midnight);
    expect(count()).toBe(0);
  });

  it('counts a person in again whose visit has ended by itself (8)', () => {
    const { presence, clock } = aPresence();
    presence.note(visitOf('Ada'));
    clock.set(midnight);
    const tomorrow = { ...visitOf('Ada', 'next'), until: new Date('2026-03-04T00:00:00Z') };
    expect(presence.enter(tomorrow).occupancy).toBe(1);
  });

  it('hears of the movements of other processes', () => {
    const { presence, count } = aPresence();
    presence.heardOpened(heard(visitOf('Ada')));
    expect(count()).toBe(1);
    presence.heardClosed({ ...heard(visitOf('Ada')), version: 2 });
    expect(count()).toBe(0);
  });

  it('lets no late fact bring back who has left', () => {
    const { presence, count } = aPresence();
    presence.enter(visitOf('Ada')).keep();
    presence.leave(visitOf('Ada')).keep();
    presence.heardOpened(heard(visitOf('Ada')));
    expect(count()).toBe(0);
  });

  it('does not let the end of an old visit end a new one', () => {
    const { presence, count } = aPresence();
    presence.note(visitOf('Ada', 'new'));
    presence.heardClosed(heard(visitOf('Ada', 'old')));
    expect(count()).toBe(1);
  });

  it('lets no late news of a merge bring back who has left', () => {
    const { presence, count } = aPresence();
    presence.note(visitOf('Ada'));
    const moved: Visit = { ...visitOf('Ada'), version: 2, personId: 'bob', displayName: 'Bob' };
    presence.leave(moved).keep();
    presence.heardMoved('ada', heard(moved));
    expect(count()).toBe(0);
  });

  it('counts a visit that goes on, also where its end is heard late', () => {
    const { presence, count } = aPresence();
    presence.heardMoved('bob', { ...heard(visitOf('Ada')), version: 3 });
    presence.heardClosed({ ...heard(visitOf('Ada')), version: 2 });
    expect(count()).toBe(1);
  });

  it('forgets the content of a visit that another process changed, not the person', () => {
    const { presence, count } = aPresence();
    presence.note(visitOf('Ada'));
    presence.heardChanged(heard(visitOf('Ada')));
    expect([presence.find('vw', 'ada'), count()]).toEqual([undefined, 1]);
  });
});

describe('bringing the memory in line with the store', () => {
  it('adds who was missed and removes who was not there', () => {
    const { presence } = aPresence();
    presence.note(visitOf('Ghost'));
    presence.replace([visitOf('Ada')], presence.mark());
    expect([presence.find('vw', 'ada')?.id, presence.find('vw', 'ghost')]).toEqual(['visit-Ada', undefined]);
  });

  it('leaves alone what happened since the store was read', () => {
    const { presence, count } = aPresence();
    const mark = presence.mark();
    presence.note(visitOf('Ada'));
    presence.replace([], mark);
    expect(count()).toBe(1);
  });

  it('leaves alone what is on its way to the store', () => {
    const { presence, count } = aPresence();
    presence.enter(visitOf('Ada'));
    presence.replace([], presence.mark());
    expect(count()).toBe(1);
  });

  it('does not bring back who left while the store was read', () => {
    const { presence, count } = aPresence();
    presence.note(visitOf('Ada'));
    const mark = presence.mark();
    presence.leave(visitOf('Ada'));
    presence.replace([visitOf('Ada')], mark);
    expect(count()).toBe(0);
  });

  it('reads every open visit', async () => {
    const { presence, count } = aPresence();
    const visits = inMemoryVisits();
    await Promise.all(['Ada', 'Bob'].map((name) => visits.save(visitOf(name), [])));
    const sites = new SiteCatalogue(inMemorySites(site));
    await sites.refreshAll();
    await loadPresence({ visits, sites, presence })();
    expect(count()).toBe(2);
  });
});

it('counts the same as a plain list of people would, whatever happens', () => {
  const names = fc.constantFrom('Ada', 'Bob', 'Cy', 'Di');
  const steps = fc.array(fc.record({ name: names, way: fc.constantFrom('in', 'out'), stored: fc.boolean() }));
  fc.assert(
    fc.property(steps, (moves) => {
      const { presence, count } = aPresence();
      const inside = new Map<string, Visit>();
      moves.forEach(({ name, way, stored }, i) => {
        const known = inside.get(name);
        if (way === 'in' && !known) {
          const visit = visitOf(name, `visit-${i}`);
          const { keep, undo } = presence.enter(visit);
          (stored ? keep : undo)();
          if (stored) inside.set(name, visit);
        }
        if (way === 'out' && known) {
          const { keep, undo } = presence.leave(known);
          (stored ? keep : undo)();
          if (stored) inside.delete(name);
        }
        expect(count()).toBe(inside.size);
      });
    }),
  );
});
