import { timestampDate } from '@bufbuild/protobuf/wkt';
import { type EvacuationService } from '@guildhall/contracts/register/v1/evacuation';
import type { Implementation } from '@guildhall/messaging';
import type { EvacuationHandlers } from '../../app/evacuation/handlers.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import { reportCsv } from '../../domain/evacuation/report-csv.ts';
import { askerOf } from './asker.ts';
import { answerToProto, boardToProto, entryToProto } from './evacuation.mapping.ts';
import { incidentKinds, markStates, occupantKinds, wordOf } from './evacuation.vocabulary.ts';
import { listToProto, pageToProto, planToProto, reportToProto } from './evacuation-answers.mapping.ts';

type Service = Implementation<typeof EvacuationService>;

/** The contract's methods in terms of the use cases. */
export const evacuationService = (handlers: EvacuationHandlers): Service => ({
  ...incidentMethods(handlers),
  ...markMethods(handlers),
  ...musterMethods(handlers),
  ...listMethods(handlers),
  ...reportMethods(handlers),
});

const incidentMethods = (handlers: EvacuationHandlers) =>
  ({
    startIncident: async ({ siteId, kind, message, escalateAfterSeconds, musterPoints }, call) => {
      const what = { siteId, kind: wordOf(incidentKinds, kind) ?? 'live', message, escalateAfterSeconds, musterPoints };
      return boardToProto(await handlers.startIncident({ ...what, by: askerOf(call) }));
    },
    listIncidents: async ({ siteId, open: openOnly, pageSize, pageToken }, call) =>
      pageToProto(await handlers.listIncidents({ siteId, openOnly, pageSize, pageToken, by: askerOf(call) })),
    getIncident: async ({ incidentId }, call) =>
      boardToProto(await handlers.getIncident({ incidentId, by: askerOf(call) })),
    endIncident: async ({ incidentId, note }, call) =>
      boardToProto(await handlers.endIncident({ incidentId, note, by: askerOf(call) })),
  }) satisfies Partial<Service>;

const markMethods = ({ markEntries, addEntry, scanBadge }: EvacuationHandlers) =>
  ({
    markEntry: async ({ incidentId, entryId, markId: id, state, at, note, musterPoint }, call) => {
      const mark = { id, entryId, ...saying(state, note, musterPoint), ...(at && { at: timestampDate(at) }) };
      const { incident, entries, refused } = await markEntries({ incidentId, marks: [mark], by: askerOf(call) });
      const [entry] = entries;
      if (!entry || refused[0]) throw refused[0]?.error ?? refusals.entryNotFound();
      return entryToProto(entry, incident);
    },
    addMarks: async ({ incidentId, marks, sentAt }, call) => {
      const given = marks.map(({ id, entryId, state, at, note, musterPoint }) => ({
        id,
        entryId,
        ...saying(state, note, musterPoint),
        ...(at && { at: timestampDate(at) }),
      }));
      const batch = { incidentId, marks: given, ...(sentAt && { sentAt: timestampDate(sentAt) }), by: askerOf(call) };
      const { kept, refused } = await markEntries(batch);
      return {
        kept: [...kept],
        refused: refused.map(({ id, error: { code, message: detail } }) => ({ id, code, detail })),
      };
    },
    addEntry: async ({ incidentId, key, displayName, kind, state, note }, call) => {
      const word = wordOf(markStates, state);
      const who = { displayName, kind: wordOf(occupantKinds, kind) ?? 'person' };
      const what = { incidentId, key, ...who, ...(word && { state: word }), ...(note && { note }) };
      const { incident, entry } = await addEntry({ ...what, by: askerOf(call) });
      return entryToProto(entry, incident);
    },
    scanBadge: async ({ incidentId, code, markId, musterPoint, at, sentAt }, call) => {
      const times = { ...(at && { at: timestampDate(at) }), ...(sentAt && { sentAt: timestampDate(sentAt) }) };
      const what = { incidentId, code, markId, musterPoint, ...times };
      const { incident, entry } = await scanBadge({ ...what, by: askerOf(call) });
      return entryToProto(entry, incident);
    },
  }) satisfies Partial<Service>;

const saying = (state: number, note: string, musterPoint: string) => ({
  state: wordOf(markStates, state) ?? 'unclear',
  ...(note && { note }),
  ...(musterPoint && { musterPoint }),
});

const musterMethods = (handlers: EvacuationHandlers) =>
  ({
    listMusterPoints: async ({ incidentId }, call) => ({
      musterPoints: [...(await handlers.musterPoints({ incidentId, by: askerOf(call) }))],
    }),
    getMusterCode: async ({ incidentId, number }, call) => {
      const points = await handlers.musterPoints({ incidentId, by: askerOf(call) });
      const point = points.find((one) => one.number === number);
      if (!point) throw refusals.unknownMusterPoint();
      return file('image/svg+xml', handlers.drawCode(point.url));
    },
    scanMuster: async ({ code }, call) => answerToProto(await handlers.scanMuster({ code, by: askerOf(call) })),
    getAnswer: async ({ token }) => answerToProto(await handlers.getAnswer(token)),
    giveAnswer: async ({ token, state, note }) =>
      answerToProto(await handlers.giveAnswer({ token, state: wordOf(markStates, state) ?? 'unclear', note })),
  }) satisfies Partial<Service>;

const listMethods = (handlers: EvacuationHandlers) =>
  ({
    getEvacuationList: async ({ siteId, known }, call) =>
      listToProto(await handlers.getEvacuationList({ siteId, by: askerOf(call) }), known),
    getSnapshot: async ({ siteId }, call) => {
      const { list, jws } = await handlers.getSnapshot({ siteId, by: askerOf(call) });
      return { list: listToProto(list, ''), jws };
    },
    getSnapshotPage: async ({ siteId }, call) =>
      file('text/html; charset=utf-8', (await handlers.getSnapshot({ siteId, by: askerOf(call) })).page),
    getSnapshotKey: async () => handlers.snapshotKey,
    getEvacuationPlan: async ({ siteId }) => planToProto(await handlers.getPlan(siteId)),
    setEvacuationPlan: async ({ siteId, ...settings }) => planToProto(await handlers.setPlan({ siteId, settings })),
  }) satisfies Partial<Service>;

const reportMethods = ({ getReport, printReport, now }: EvacuationHandlers) =>
  ({
    getIncidentReport: async ({ incidentId }, call) =>
      reportToProto(await getReport({ incidentId, by: askerOf(call) }), now()),
    getIncidentReportPdf: async ({ incidentId }, call) => ({
      contentType: 'application/pdf',
      data: await printReport(await getReport({ incidentId, by: askerOf(call) }), now()),
    }),
    getIncidentReportCsv: async ({ incidentId }, call) =>
      file('text/csv; charset=utf-8', reportCsv(await getReport({ incidentId, by: askerOf(call) }))),
  }) satisfies Partial<Service>;

const file = (contentType: string, text: string) => ({ contentType, data: new TextEncoder().encode(text) });
