import { create, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  AddEntryRequestSchema,
  AddMarksRequestSchema,
  EndIncidentRequestSchema,
  GetAnswerRequestSchema,
  GetEvacuationListRequestSchema,
  GetEvacuationPlanRequestSchema,
  GetIncidentReportRequestSchema,
  GetIncidentRequestSchema,
  GetMusterCodeRequestSchema,
  GetSnapshotPageRequestSchema,
  GetSnapshotRequestSchema,
  GiveAnswerRequestSchema,
  IncidentKind,
  ListIncidentsRequestSchema,
  ListMusterPointsRequestSchema,
  MarkEntryRequestSchema,
  MarkState,
  RollCallState,
  ScanBadgeRequestSchema,
  ScanMusterRequestSchema,
  SetEvacuationPlanRequestSchema,
  StartIncidentRequestSchema,
} from '@guildhall/contracts/register/v1/evacuation';
import { anonymous } from '@guildhall/kernel';
import type { Call } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import { anEvacuation, plainLinks } from '../../app/evacuation/testing.ts';
import { evacuationService } from './evacuation.service.ts';

const callBy = (personId: string, displayName: string): Call => ({
  principal: { ...anonymous, kind: 'session', personId, displayName },
  client: { ip: '192.0.2.7', userAgent: 'x'.repeat(400) },
  deadline: Infinity,
});
const wanda = callBy('wanda-warden', 'Wanda Warden');
const ada = callBy('ada', 'Ada');
const tomorrow = new Date('2026-03-03T14:00:00Z');

const ask = <S extends DescMessage>(schema: S, init: MessageInitShape<S>) => create(schema, init);

async function underWay() {
  const evacuation = anEvacuation();
  await evacuation.comeIn('Ada');
  const service = evacuationService(evacuation);
  const request = { siteId: 'vw', kind: IncidentKind.DRILL, message: 'Gas', musterPoints: ['Car park'] };
  const incident = await service.startIncident(ask(StartIncidentRequestSchema, request), wanda);
  const incidentId = incident.id ?? '';
  return { ...evacuation, service, incident, incidentId, entryId: `${incidentId}-ada` };
}

describe('the methods about incidents', () => {
  it('start, show, list and end one', async () => {
    const { service, incident, incidentId } = await underWay();
    expect(incident).toMatchObject({ kind: IncidentKind.DRILL, message: 'Gas', open: true, startedBy: 'Wanda Warden' });
    const shown = await service.getIncident(ask(GetIncidentRequestSchema, { incidentId }), wanda);
    expect(shown).toMatchObject({ id: incidentId, counts: { total: 1 } });
    const page = await service.listIncidents(ask(ListIncidentsRequestSchema, { siteId: 'vw' }), wanda);
    expect(page.incidents).toMatchObject([{ id: incidentId, frozenCount: 1 }]);
    const ended = await service.endIncident(ask(EndIncidentRequestSchema, { incidentId }), wanda);
    expect(ended).toMatchObject({ open: false, endedBy: 'Wanda Warden' });
  });
});

describe('the methods that mark', () => {
  it('take one mark', async () => {
    const { service, incidentId, entryId } = await underWay();
    const mark = { incidentId, entryId, markId: 'm1', state: MarkState.SAFE, note: 'by the lift', musterPoint: 'Lawn' };
    const row = await service.markEntry(ask(MarkEntryRequestSchema, mark), wanda);
    expect(row).toMatchObject({ state: RollCallState.SAFE, musterPoint: 'Lawn', marks: [{ note: 'by the lift' }] });
    const nobody = service.markEntry(ask(MarkEntryRequestSchema, { ...mark, entryId: 'x' }), wanda);
    await expect(nobody).rejects.toMatchObject({ code: 'register.entry_not_found' });
  });

  it('take many, and say what became of each', async () => {
    const { service, incidentId, entryId, clock } = await underWay();
    const at = timestampFromDate(clock.now());
    const marks = ['m1', 'm2'].map((id, i) => ({ id, entryId: i ? 'x' : entryId, state: MarkState.MISSING, at }));
    const answer = await service.addMarks(ask(AddMarksRequestSchema, { incidentId, marks, sentAt: at }), wanda);
    expect(answer).toMatchObject({ kept: ['m1'], refused: [{ id: 'm2', code: 'register.entry_not_found' }] });
  });

  it('add somebody, with or without a word about them', async () => {
    const { service, incidentId } = await underWay();
    const add = (key: string, state: MarkState) =>
      service.addEntry(ask(AddEntryRequestSchema, { incidentId, key, displayName: 'A plumber', state }), wanda);
    expect(await add('k1', MarkState.SAFE)).toMatchObject({ state: RollCallState.SAFE });
    expect(await add('k2', MarkState.UNSPECIFIED)).toMatchObject({ state: RollCallState.UNANSWERED });
  });

  it('take a badge that is scanned', async () => {
    const { service, incidentId } = await underWay();
    const code = plainLinks.sign('badge', { v: 'ada' }, tomorrow);
    const scan = ask(ScanBadgeRequestSchema, { incidentId, code, markId: 'm1' });
    expect(await service.scanBadge(scan, wanda)).toMatchObject({ state: RollCallState.SAFE });
  });
});

describe('the methods for everybody', () => {
  it('take the code of a muster point', async () => {
    const { service, incidentId } = await underWay();
    const points = await service.listMusterPoints(ask(ListMusterPointsRequestSchema, { incidentId }), wanda);
    const code = points.musterPoints?.[0]?.url ?? '';
    const picture = (number: number) =>
      service.getMusterCode(ask(GetMusterCodeRequestSchema, { incidentId, number }), wanda);
    expect(await picture(1)).toMatchObject({ contentType: 'image/svg+xml' });
    await expect(picture(2)).rejects.toMatchObject({ code: 'register.muster_point_not_found' });
    const answer = await service.scanMuster(ask(ScanMusterRequestSchema, { code }), ada);
    expect(answer).toMatchObject({ state: RollCallState.SAFE, musterPoint: 'Car park' });
  });

  it('take an answer by link', async () => {
    const { service, entryId } = await underWay();
    const token = plainLinks.sign('answer', { e: entryId }, tomorrow);
    const shown = await service.getAnswer(ask(GetAnswerRequestSchema, { token }), ada);
    expect(shown).toMatchObject({ state: RollCallState.UNANSWERED });
    const given = await service.giveAnswer(ask(GiveAnswerRequestSchema, { token, state: MarkState.HELP }), ada);
    expect(given).toMatchObject({ state: RollCallState.HELP });
  });
});

describe('the lists', () => {
  it('are not sent again to who has them', async () => {
    const { service } = await underWay();
    const first = await service.getEvacuationList(ask(GetEvacuationListRequestSchema, { siteId: 'vw' }), wanda);
    const known = ask(GetEvacuationListRequestSchema, { siteId: 'vw', known: first.etag ?? '' });
    expect(first).toMatchObject({ count: 1, unchanged: false });
    expect(await service.getEvacuationList(known, wanda)).toMatchObject({ unchanged: true, people: [] });
  });

  it('are signed, and can be printed', async () => {
    const { service } = await underWay();
    const signed = await service.getSnapshot(ask(GetSnapshotRequestSchema, { siteId: 'vw' }), wanda);
    expect(signed.jws).toContain('signed(');
    const page = await service.getSnapshotPage(ask(GetSnapshotPageRequestSchema, { siteId: 'vw' }), wanda);
    expect(page.contentType).toBe('text/html; charset=utf-8');
  });

  it('follow a plan', async () => {
    const { service } = await underWay();
    const plan = ask(SetEvacuationPlanRequestSchema, { siteId: 'vw', musterPoints: ['Lawn'] });
    await service.setEvacuationPlan(plan, wanda);
    const kept = await service.getEvacuationPlan(ask(GetEvacuationPlanRequestSchema, { siteId: 'vw' }), wanda);
    expect(kept).toMatchObject({ musterPoints: ['Lawn'], escalateAfterSeconds: 60 });
  });
});

describe('the report', () => {
  it('comes as data and as CSV', async () => {
    const { service, incidentId } = await underWay();
    const request = ask(GetIncidentReportRequestSchema, { incidentId });
    expect(await service.getIncidentReport(request, wanda)).toMatchObject({ unaccounted: [{ displayName: 'Ada' }] });
    const { contentType, data } = await service.getIncidentReportCsv({ ...request } as never, wanda);
    expect(contentType).toBe('text/csv; charset=utf-8');
    expect(new TextDecoder().decode(data)).toContain('drill,Ada');
  });
});
