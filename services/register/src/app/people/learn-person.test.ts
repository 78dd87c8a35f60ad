import { describe, expect, it } from 'vitest';
import { inMemoryPeople, personNamed } from '../testing.ts';
import { learningHosts, learnPersonBy } from './learn-person.ts';

const { snoozed: _none, ...ada } = personNamed('Ada Lovelace');

const aWorld = (inIdentity = [ada]) => {
  const asked: string[] = [];
  const people = inMemoryPeople();
  const directory = async (id: string) => {
    asked.push(id);
    return inIdentity.find((person) => person.id === id);
  };
  const learn = learnPersonBy({ people, directory });
  const named = async (id: string) => {
    const person = people.stored.get(id);
    return person?.displayName && person.active ? { id, name: person.displayName } : undefined;
  };
  const hosts = learningHosts({ find: named, named: async () => [] }, learn);
  return { asked, people, learn, hosts };
};

describe('finding a person', () => {
  it('asks identity for one whom nobody has told of, and keeps what it says', async () => {
    const { learn, people } = aWorld();
    expect(await learn(ada.id)).toMatchObject(ada);
    expect(people.stored.get(ada.id)).toMatchObject(ada);
  });

  it('asks once', async () => {
    const { learn, asked } = aWorld();
    await learn(ada.id);
    await learn(ada.id);
    expect(asked).toEqual([ada.id]);
  });

  it('asks also where only a snooze came first, which stays', async () => {
    const { learn, people } = aWorld();
    await people.snooze(ada.id, { vw: '2026-03-02' });
    expect(await learn(ada.id)).toMatchObject({ displayName: 'Ada Lovelace', snoozed: { vw: '2026-03-02' } });
  });

  it('finds nobody where identity knows nobody', async () => {
    expect(await aWorld([]).learn('ghost')).toBeUndefined();
  });

  it('does not bring back who was forgotten', async () => {
    const { learn, people, asked } = aWorld();
    await people.forget(ada.id);
    expect(await learn(ada.id)).toMatchObject({ displayName: '' });
    expect(asked).toEqual([]);
  });
});

describe('a host', () => {
  it('may be new', async () => {
    expect(await aWorld().hosts.find(ada.id)).toEqual({ id: ada.id, name: 'Ada Lovelace' });
  });

  it('is nobody who has left', async () => {
    expect(await aWorld([{ ...ada, active: false }]).hosts.find(ada.id)).toBeUndefined();
  });
});
