import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, roughly } from '../testing/histories.ts';
import { type Command, roles, ruleSets } from '../testing/commands.ts';
import type { World } from '../testing/world.ts';

const people = 2;
const who = fc.nat(people - 1);
const role = fc.constantFrom(...roles);
const of = <Type extends string>(...type: readonly Type[]) => fc.record({ type: fc.constantFrom(...type), who });

const step: fc.Arbitrary<readonly Command[]> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('role' as const), who, role }).map((one) => [one]) },
  { weight: 3, arbitrary: of('join').map((one) => [one]) },
  { weight: 1, arbitrary: of('leave', 'reinstate').map((one) => [one]) },
  {
    weight: 2,
    arbitrary: who.map((one) => [{ type: 'leave', who: one } as const, { type: 'reinstate', who: one } as const]),
  },
  { weight: 2, arbitrary: fc.nat(ruleSets - 1).map((rules) => [{ type: 'rules', rules } as const]) },
  { weight: 1, arbitrary: fc.constant([{ type: 'link' } as const]) },
);

/** Everybody is enrolled before anything else happens to them; who joins after leaving is nobody's volunteer. */
const history = fc
  .tuple(fc.array(role, { minLength: people, maxLength: people }), fc.array(step, { maxLength: 10 }))
  .map(([first, later]): readonly Command[] => {
    const gone = new Set<number>();
    const kept = later.flat().filter((one) => {
      if (one.type === 'leave') gone.add(one.who);
      if (one.type === 'reinstate') gone.delete(one.who);
      return one.type !== 'join' || !gone.has(one.who);
    });
    return [...first.map((key, index): Command => ({ type: 'enrol', who: index, role: key })), ...kept];
  });

/** What anybody can see of it. */
function seen({ service: { volunteers, slack } }: World, but?: number) {
  const shown = [...volunteers.stored.values()]
    .filter(({ volunteerId }) => volunteerId !== `v${but}`)
    .map(({ volunteerId, status, onboarding, memberships, slackUserId, account }) => ({
      volunteerId,
      status,
      slackUserId,
      account: account?.state,
      state: onboarding.state,
      access: memberships
        .filter(({ desired, held }) => desired || held)
        .map(({ channelId, because, held, state, source }) => ({ channelId, because, held, state, source }))
        .toSorted((a, b) => a.channelId.localeCompare(b.channelId)),
    }));
  const others = ([id, users]: readonly [string, ReadonlySet<string>]) =>
    [id, [...users].filter((user) => user !== `U${but}`).toSorted()] as const;
  return {
    volunteers: shown.toSorted((a, b) => a.volunteerId.localeCompare(b.volunteerId)),
    members: Object.fromEntries([...slack.channels].map(others)),
  };
}

const seed = fc.integer();

/** Holds for so many histories, each at its own pace. */
const always = (numRuns: number, holds: (world: World, commands: readonly Command[]) => Promise<void> | void) =>
  fc.assert(
    fc.asyncProperty(history, seed, async (commands, one) => holds(await roughly(commands, one), commands)),
    { numRuns },
  );

const patience = { timeout: 300_000 };

describe('whatever the order, the repetitions, the failures and the deaths', () => {
  it('all ends as if one thing had been done after the other', patience, () =>
    always(1_000, async (world, commands) => {
      expect(seen(world)).toEqual(seen(await inOrder(commands)));
    }),
  );

  it('no two calls are made for one volunteer at once', patience, () =>
    always(200, ({ wrong }) => {
      expect(wrong).toEqual([]);
    }),
  );

  it('nobody is mailed twice for one number, nor who is there, nor who has left', patience, () =>
    always(200, ({ service, mails }) => {
      const keys = service.saidOf('invitation').map((one) => (one as Readonly<{ type: string; key: string }>).key);
      expect(keys).toEqual([...new Set(keys)]);
      expect(mails.filter(({ status, phase }) => status === 'left' || phase === 'present')).toEqual([]);
    }),
  );

  it('no channel is touched that is not managed', patience, () =>
    always(200, ({ service, wasIn }) => {
      const ids = service.slack.calls.filter((call) => /^(invite|kick) /.test(call)).map((call) => call.split(' ')[1]);
      expect(ids.filter((id) => !/^C[1-5]$/.test(id ?? ''))).toEqual([]);
      expect([...(service.slack.channels.get('CRANDOM') ?? [])]).toEqual(wasIn);
    }),
  );

  it('a volunteer whom nothing can be done for stops none of the others', patience, () =>
    fc.assert(
      fc.asyncProperty(history, seed, who, async (commands, one, poisoned) => {
        const rough = await roughly(commands, one, poisoned);
        expect(seen(rough, poisoned)).toEqual(seen(await inOrder(commands), poisoned));
      }),
      { numRuns: 200 },
    ),
  );
});
