import { describe, expect, it } from 'vitest';
import { aCaller, aLink, aService } from '../testing.ts';
import { ageLinkHandler } from './age-link.ts';
import { createLinkHandler } from './create-link.ts';
import { retireLinkHandler } from './retire-link.ts';
import { ownFacts } from '../onboarding/own-facts.ts';
import { inviteAgainHandler } from '../onboarding/invite-again.ts';

const world = () => {
  const service = aService();
  const create = createLinkHandler({ ...service, defaultCap: 2_000, isSandbox: false });
  const add = (name: string, more: Partial<Parameters<typeof create>[0]> = {}) =>
    create({ url: `https://join.slack.com/t/guild/${name}`, cap: 0, reserved: 0, caller: aCaller(), ...more });
  const statuses = () => [...service.links.stored.values()].map(({ endsWith, status }) => `${endsWith} ${status}`);
  return { ...service, add, statuses };
};

describe('adding a link', () => {
  it('makes it the one that is sent, in place of the one before', async () => {
    const { add, statuses } = world();
    await add('first1');
    await add('second');
    expect(statuses()).toEqual(['first1 retired', 'second active']);
  });

  it('leaves one that is full to those who have a place on it', async () => {
    const { add, statuses, links } = world();
    links.stored.set('l1', aLink('l1', { status: 'full', cap: 1, holders: ['v1'] }));
    await add('second');
    expect(statuses()).toEqual(['l1 full', 'second active']);
  });

  it('cut short after the one before was retired is finished by whoever comes next', async () => {
    const { add, links, statuses, clock, warnings } = world();
    await add('first1');
    const { save } = links;
    links.save = async (link, said) => {
      if (link.status === 'active') throw new Error('the process died');
      await save(link, said);
    };
    await expect(add('second')).rejects.toThrow('died');
    expect(statuses()).toEqual(['first1 retired', 'second coming']);
    links.save = save;
    const second = [...links.stored.values()].find(({ status }) => status === 'coming')!;
    await ageLinkHandler({ links, clock, warnings })(second.id);
    expect(statuses()).toEqual(['first1 retired', 'second active']);
  });

  it('twice at once leaves one active', async () => {
    const { add, links } = world();
    await Promise.all([add('first1'), add('second'), add('third3')]);
    expect([...links.stored.values()].filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  it.each([
    [{ url: 'https://evil.org' }, '/url'],
    [{ cap: 10, reserved: 10 }, '/reserved'],
    [{ expiresAt: new Date('2026-03-01') }, '/expiresAt'],
  ])('with %j is refused', async (more, pointer) => {
    await expect(world().add('x', more)).rejects.toMatchObject({ errors: [{ pointer }] });
  });

  it('a second time is refused while the first counts', async () => {
    const { add, links, clock } = world();
    const { id } = await add('first1');
    await expect(add('first1')).rejects.toMatchObject({ code: 'volunteers.duplicate_link' });
    await retireLinkHandler({ links, clock })({ linkId: id, caller: aCaller() });
    await expect(add('first1')).resolves.toMatchObject({ status: 'active' });
  });

  it('is told of with who did it, and without the address', async () => {
    const { add, links } = world();
    await add('a-secret/first1');
    const audits = links.said.filter(({ type }) => type === 'audited');
    expect(audits).toMatchObject([{ entry: { action: 'invite_link.added', actorId: 'root', after: '0/2000' } }]);
    expect(JSON.stringify(audits)).not.toContain('a-secret');
  });
});

describe('the last place', () => {
  it('is one person’s: one mail, one alert, and the other waits for the next link', async () => {
    const { add, ...service } = world();
    await add('first1', { reserved: 1_999 });
    const [noa, tal] = [await service.enrol('noa', 'noa@x.org'), await service.enrol('tal', 'tal@x.org')];
    await Promise.all([service.advance(noa.id), service.advance(tal.id)]);
    expect(service.saidOf('invitation')).toHaveLength(1);
    expect(service.links.said.filter(({ type }) => type === 'alert')).toHaveLength(1);
    const states = ['noa', 'tal'].map((name) => service.current(name).onboarding.state);
    expect(states.toSorted()).toEqual(['NOT_IN_WORKSPACE', 'WAITING_FOR_LINK']);
    await add('second');
    const nothing = async () => undefined;
    const told = { noteJoined: nothing, releasePlace: nothing, tidyTasks: nothing, audits: { redact: nothing } };
    await ownFacts({ ...service, ...told, inviteAgain: inviteAgainHandler(service) }).releaseQueue();
    expect(service.saidOf('invitation')).toHaveLength(2);
    expect([...service.links.stored.values()].map(({ holders, takenBefore }) => takenBefore + holders.length)).toEqual([
      2_000, 1,
    ]);
  });
});
