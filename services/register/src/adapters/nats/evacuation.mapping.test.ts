import { CallState, EntryOrigin, RollCallState } from '@guildhall/contracts/register/v1/evacuation';
import { VisitKind } from '@guildhall/contracts/register/v1/events';
import { describe, expect, it } from 'vitest';
import type { CallDelivery } from '../../domain/evacuation/delivery.ts';
import { reportOf } from '../../domain/evacuation/report.ts';
import { aMark, anEntry, anIncident, began, secondsIn } from '../../domain/evacuation/testing.ts';
import { answerToProto, boardToProto, entryToProto } from './evacuation.mapping.ts';
import { listToProto, planToProto, reportToProto } from './evacuation-answers.mapping.ts';

const incident = anIncident();
const call = { turn: 0, lastTurn: 4, escalateAfterMs: 60_000 };
const sent: CallDelivery = {
  messageId: 'm',
  entryId: 'i1-ada',
  turn: 0,
  channel: 'sms',
  contactId: 'c1',
  sentAt: secondsIn(1),
};

describe('a row of the board', () => {
  it('has the state, who said so, and where the person was seen', () => {
    const entry = anEntry({ kind: 'visitor', marks: [aMark({ musterPoint: 'Car park' })] });
    expect(entryToProto(entry, incident)).toMatchObject({
      kind: VisitKind.VISITOR,
      origin: EntryOrigin.FROZEN,
      state: RollCallState.SAFE,
      stateBy: 'Wanda Warden',
      musterPoint: 'Car park',
      marks: [{ id: 'm1', late: false }],
    });
  });

  it('shows what was asked for until the notifier says more', () => {
    expect(entryToProto(anEntry({ call }), incident)).toMatchObject({
      deliveries: [{ state: CallState.ASKED, turn: 0 }],
    });
    const { deliveries } = entryToProto(anEntry({ call }), incident, [sent]);
    expect(deliveries).toMatchObject([{ channel: 'sms', state: CallState.SENT }]);
    expect(deliveries).toHaveLength(1);
  });

  it('tells marks that came late', () => {
    const ended = anIncident({ open: false, endedAt: secondsIn(5) });
    expect(entryToProto(anEntry({ marks: [aMark()] }), ended)).toMatchObject({ marks: [{ late: true }] });
  });
});

describe('the board', () => {
  it('counts everybody in one state', () => {
    const entries = [anEntry({ marks: [aMark()] }), anEntry({ id: 'i1-bob', signedOutAt: secondsIn(2) })];
    const board = boardToProto({ incident, entries, deliveries: [sent], lastSentAt: secondsIn(1), now: secondsIn(9) });
    expect(board).toMatchObject({
      escalateAfterSeconds: 60,
      counts: { total: 2, safe: 1, signedOut: 1, accounted: 1, notOnSite: 0 },
    });
    expect(board.entries.map(({ deliveries }) => deliveries?.length)).toEqual([1, 0]);
  });
});

describe('the answer to a link', () => {
  it('says nothing about who it is for', () => {
    const answer = answerToProto({ incident, entry: anEntry({ marks: [aMark()] }) });
    const texts = Object.values(answer).filter((value) => typeof value === 'string');
    expect(texts.join()).not.toMatch(/Ada|Wanda|i1/);
    expect(answer).toMatchObject({ siteName: 'Vauxhall Walk', open: true, state: RollCallState.SAFE });
  });
});

describe('the list', () => {
  const list = {
    siteId: 'vw',
    siteName: 'Vauxhall Walk',
    timeZone: 'Europe/London',
    generatedAt: began,
    etag: 'e1',
    people: [{ personId: 'ada', displayName: 'Ada', kind: 'person', visitId: 'v1', since: began } as const],
    musterPoints: ['Lawn'],
  };

  it('is left out when it is known', () => {
    expect(listToProto(list, '')).toMatchObject({ unchanged: false, count: 1, people: [{ personId: 'ada' }] });
    expect(listToProto(list, 'e1')).toMatchObject({ unchanged: true, count: 1, people: [] });
  });
});

describe('the report', () => {
  it('has times, names and what happened', () => {
    const report = reportOf(incident, [anEntry()], [sent], secondsIn(60));
    expect(reportToProto(report, secondsIn(60))).toMatchObject({
      firstMessageMs: 1_000,
      lastMessageMs: 1_000,
      messagesSent: 1,
      unaccounted: [{ displayName: 'Ada Lovelace', deliveries: [] }],
      timeline: [{ what: 'started', by: 'Wanda Warden' }],
    });
  });
});

describe('a plan', () => {
  it('has no next time where nothing is sent', () => {
    const plan = { siteId: 'vw', version: 1, musterPoints: ['Lawn'], escalateAfterSeconds: 60 };
    const answer = planToProto({ ...plan, snapshotEveryMinutes: 0, snapshotEmails: [], snapshotToWebhooks: false });
    expect(answer).not.toHaveProperty('nextSnapshotAt');
    expect(answer).toMatchObject({ musterPoints: ['Lawn'] });
  });
});
