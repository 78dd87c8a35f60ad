import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Channel, Lane, Reach, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import {
  EntryOrigin,
  RollCallEntryAddedSchema,
  RollCallMarkedSchema,
  RollCallStartedSchema,
  RollCallState,
} from '@guildhall/contracts/register/v1/evacuation';
import type { Envelope } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import { plainLinks } from '../../app/evacuation/testing.ts';
import type { EntryMessage } from '../../domain/evacuation/entry.ts';
import { noPlan } from '../../domain/evacuation/plan.ts';
import { aMark, anEntry, anIncident, began, secondsIn } from '../../domain/evacuation/testing.ts';
import { evacuationMessages } from './evacuation.outbox.ts';

const messages = evacuationMessages({
  links: plainLinks,
  publicUrl: 'https://example.org',
  guests: { of: async (id) => (id === 'vera' ? [{ channel: 'email', value: 'vera@example.org' }] : []) },
});
const incident = anIncident({ message: 'Kitchen fire', wardenIds: ['wanda', 'walt'] });
const commandOf = ({ data }: Envelope) => fromBinary(SendMessageSchema, data);
const ofEntry = (message: EntryMessage) => messages.ofEntry(message, incident);

describe('a call', () => {
  const call = (turn: number, entry = anEntry()) => ofEntry({ type: 'call', turn, entry, at: began });

  it('goes to every contact at once in the emergency lane, and may be answered', async () => {
    const [envelope] = await call(0);
    expect(envelope?.subject).toMatch(/^cmd\.notifier\.v1\.emergency\.send\./);
    expect(commandOf(envelope!)).toMatchObject({
      lane: Lane.EMERGENCY,
      personId: 'ada',
      to: '',
      reach: Reach.EVERY,
      template: 'evacuation-call',
      answerable: true,
      reference: 'roll-call:0:i1-ada',
      variables: { siteName: 'Vauxhall Walk', message: 'Kitchen fire.', drill: '' },
    });
  });

  it('has a link that names nobody', async () => {
    const [envelope] = await call(0);
    const { answerUrl = '' } = commandOf(envelope!).variables;
    const token = answerUrl.replace('https://example.org/safe/', '');
    expect(plainLinks.read('answer', token, began)).toEqual({ e: 'i1-ada' });
    expect(plainLinks.read('answer', token, secondsIn(86_400))).toBeUndefined();
  });

  it('goes to one contact after the other later on', async () => {
    const [envelope] = await call(2);
    expect(commandOf(envelope!)).toMatchObject({
      reach: Reach.NTH,
      nth: 1,
      template: 'evacuation-escalation',
      reference: 'roll-call:2:i1-ada',
    });
  });

  it('is the same command however often it is made', async () => {
    const [[one], [other]] = [await call(1), await call(1)];
    expect(one?.id).toBe(other?.id);
  });

  it('goes to what a visitor told us', async () => {
    const [envelope, ...others] = await call(0, anEntry({ id: 'i1-vera', personId: 'vera', kind: 'visitor' }));
    expect(commandOf(envelope!)).toMatchObject({ personId: '', to: 'vera@example.org', channel: Channel.EMAIL });
    expect(others).toEqual([]);
  });

  it('is none for a visitor who told us nothing', async () => {
    expect(await call(0, anEntry({ personId: 'vic', kind: 'visitor' }))).toEqual([]);
  });

  it('says that it is a drill', async () => {
    const message = { type: 'call', turn: 0, entry: anEntry(), at: began } as const;
    const [envelope] = await messages.ofEntry(message, anIncident({ kind: 'drill' }));
    expect(commandOf(envelope!).variables['drill']).toBe('yes');
  });
});

describe('wardens', () => {
  it('are told by name of somebody who needs help', async () => {
    const entry = anEntry({ marks: [aMark({ state: 'help', note: 'by the lift' })] });
    const told = (await ofEntry({ type: 'tell-wardens', about: 'help', entry, at: began })).map(commandOf);
    expect(told.map(({ personId }) => personId)).toEqual(['wanda', 'walt']);
    expect(told[0]?.variables).toMatchObject({ isHelp: 'yes', displayName: 'Ada Lovelace', note: 'by the lift' });
    expect(told[0]?.variables['boardUrl']).toBe('https://example.org/evacuation?incident=i1');
  });

  it('are told at most once a minute that some have not answered', async () => {
    const tell = async (id: string, seconds: number) => {
      const at = secondsIn(seconds);
      return (await ofEntry({ type: 'tell-wardens', about: 'unanswered', entry: anEntry({ id }), at }))[0]?.id;
    };
    expect(await tell('i1-ada', 1)).toBe(await tell('i1-bob', 59));
    expect(await tell('i1-ada', 1)).not.toBe(await tell('i1-ada', 61));
  });

  it('are summoned as it begins', () => {
    const told = messages.ofIncident({ type: 'summon-wardens', incident, at: began }).map(commandOf);
    expect(told).toMatchObject([
      { personId: 'wanda', variables: { isStarted: 'yes', isHelp: '' } },
      { personId: 'walt', variables: { isStarted: 'yes' } },
    ]);
  });
});

describe('facts', () => {
  it('say that an incident began', () => {
    const [envelope] = messages.ofIncident({ type: 'roll-call-started', incident, at: began });
    expect(envelope?.subject).toBe('evt.register.v1.roll-call-started.i1');
    const told = fromBinary(RollCallStartedSchema, envelope!.data);
    expect(told).toMatchObject({ incidentId: 'i1', siteId: 'vw', by: 'Wanda Warden', count: 1 });
    expect(timestampDate(told.at!)).toEqual(began);
  });

  it('say that one ended', () => {
    const [envelope] = messages.ofIncident({ type: 'roll-call-ended', incident, at: began });
    expect(envelope?.subject).toBe('evt.register.v1.roll-call-ended.i1');
  });

  it('say what was said, and the state with it', async () => {
    const entry = anEntry({ version: 3, marks: [aMark()] });
    const [envelope] = await ofEntry({ type: 'entry-marked', entry, mark: aMark(), at: began });
    expect(envelope?.headers).toMatchObject({ 'Aggregate-Version': '3' });
    expect(fromBinary(RollCallMarkedSchema, envelope!.data)).toMatchObject({
      incidentId: 'i1',
      entryId: 'i1-ada',
      state: RollCallState.SAFE,
      mark: { id: 'm1', byName: 'Wanda Warden' },
    });
  });

  it('say who was added, and who signed out', async () => {
    const entry = anEntry({ origin: 'arrived', signedOutAt: secondsIn(5) });
    const [added] = await ofEntry({ type: 'entry-added', entry, at: began });
    expect(fromBinary(RollCallEntryAddedSchema, added!.data)).toMatchObject({
      displayName: 'Ada Lovelace',
      origin: EntryOrigin.ARRIVED,
    });
    const [left] = await ofEntry({ type: 'entry-signed-out', entry, at: began });
    expect(left?.subject).toBe('evt.register.v1.roll-call-signed-out.i1-ada');
  });
});

describe('the signed list', () => {
  it('is attached to one mail for each address, worthless once the next one is due', () => {
    const plan = { ...noPlan('vw'), snapshotEveryMinutes: 10, snapshotEmails: ['a@example.org', 'b@example.org'] };
    const files = { siteName: 'Vauxhall Walk', count: 3, at: began, page: '<p>', jws: 'x.y.z' };
    const mails = messages.ofPlan(plan, files).map(commandOf);
    expect(mails.map(({ to }) => to)).toEqual(plan.snapshotEmails);
    expect(mails[0]).toMatchObject({ template: 'site-snapshot', variables: { count: '3' } });
    expect(mails[0]?.attachments.map(({ name }) => name)).toEqual([
      'vw-2026-03-02T1400.html',
      'vw-2026-03-02T1400.jws',
    ]);
    expect(timestampDate(mails[0]!.expiresAt!)).toEqual(secondsIn(600));
  });
});
