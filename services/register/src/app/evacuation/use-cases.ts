import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Mover } from '../../domain/visit.ts';
import type { Links } from '../links.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { addEntryHandler } from './add-entry.ts';
import { getAnswerHandler, giveAnswerHandler } from './answers.ts';
import { changeEntry } from './change-entry.ts';
import { endIncidentHandler } from './end-incident.ts';
import { escalateHandler } from './escalate.ts';
import { forgetPersonHandler } from './forget-person.ts';
import { getEvacuationListHandler } from './evacuation-list.ts';
import { getIncidentHandler } from './get-incident.ts';
import { getReportHandler } from './get-report.ts';
import type { EvacuationHandlers } from './handlers.ts';
import { IncidentWatch } from './incident-watch.ts';
import { layOutHandler, resumeLayOutHandler } from './lay-out.ts';
import { listIncidentsHandler } from './list-incidents.ts';
import { markEntriesHandler } from './mark-entries.ts';
import { musterPointsHandler, scanMusterHandler } from './muster.ts';
import { noteMovementHandler } from './note-movement.ts';
import { getPlanHandler, sendSnapshotHandler, setPlanHandler } from './plans.ts';
import type {
  BadgeHolders,
  CallLog,
  DrawCode,
  Entries,
  Incidents,
  Plans,
  PrintReport,
  SnapshotSigner,
  TellSnapshot,
} from './ports.ts';
import { reconcileHandler } from './reconcile.ts';
import { recordReplyHandler } from './record-reply.ts';
import { scanBadgeHandler } from './scan-badge.ts';
import { getSnapshotHandler } from './snapshot.ts';
import { startIncidentHandler } from './start-incident.ts';

/** What evacuations need of the world. */
export type EvacuationDeps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  incidents: Incidents;
  entries: Entries;
  calls: CallLog;
  plans: Plans;
  recordView: Handler<Readonly<{ siteId: string; by: Mover }>>;
  links: Links;
  badgeHolders: BadgeHolders;
  tellSnapshot: TellSnapshot;
  signer: SnapshotSigner;
  fingerprint: (text: string) => string;
  drawCode: DrawCode;
  printReport: PrintReport;
  publicUrl: string;
  clock: Clock;
  newId: NewId;
  /** Resolves when whoever sounded the alarm has waited long enough. */
  patience: () => Promise<void>;
}>;

/** Everything that the register does about evacuations, put together. */
export function evacuationUseCases(given: EvacuationDeps) {
  const change = changeEntry(given.entries);
  const note = noteMovementHandler({ ...given, change });
  const reconcile = reconcileHandler({ ...given, note });
  const layOut = layOutHandler({ ...given, reconcile });
  const deps = { ...given, change, layOut, getList: getEvacuationListHandler(given) };
  const handlers: EvacuationHandlers = {
    startIncident: startIncidentHandler(deps),
    listIncidents: listIncidentsHandler(deps),
    getIncident: getIncidentHandler(deps),
    endIncident: endIncidentHandler(deps),
    markEntries: markEntriesHandler(deps),
    addEntry: addEntryHandler(deps),
    scanBadge: scanBadgeHandler(deps),
    musterPoints: musterPointsHandler(deps),
    drawCode: given.drawCode,
    scanMuster: scanMusterHandler(deps),
    getAnswer: getAnswerHandler(deps),
    giveAnswer: giveAnswerHandler(deps),
    getEvacuationList: deps.getList,
    getSnapshot: getSnapshotHandler(deps),
    snapshotKey: given.signer.publicKey,
    getPlan: getPlanHandler(deps),
    setPlan: setPlanHandler(deps),
    getReport: getReportHandler(deps),
    printReport: given.printReport,
    now: () => given.clock.now(),
  };
  return {
    ...handlers,
    escalate: escalateHandler(deps),
    recordReply: recordReplyHandler(deps),
    forgetPerson: forgetPersonHandler(deps),
    resumeLayOut: resumeLayOutHandler(deps),
    sendSnapshot: sendSnapshotHandler(deps),
    watch: new IncidentWatch({ ...given, note, reconcile }),
  };
}
