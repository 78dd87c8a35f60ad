import type { Agenda } from '../../domain/agenda.ts';
import type { Errand } from '../../domain/errand.ts';
import type { ReminderRun, ReminderSend, RunFact } from '../../domain/reminder.ts';
import type { Watch, WatchFact } from '../../domain/watch.ts';

/** Keeps the rounds of reminders. The id says site, day and template, so that there is one of each. */
export interface ReminderRuns {
  find(id: string): Promise<ReminderRun | undefined>;
  /** Newest first; those before the one with the id `before`. */
  of(siteId: string, limit: number, before?: string): Promise<readonly ReminderRun[]>;
  /** Throws `stale` when somebody was faster, also for a second run of one id. */
  save(run: ReminderRun, facts: readonly RunFact[]): Promise<void>;
}

/** Keeps what became of each person in a run. */
export interface ReminderSends {
  find(id: string): Promise<ReminderSend | undefined>;
  of(runId: string): Promise<readonly ReminderSend[]>;
  /** Stores it and, in the same write, asks for the message. Throws `stale` when the person was asked already. */
  save(send: ReminderSend, errands: readonly Errand[]): Promise<void>;
  /** Removes what tells of a person. */
  forget(personId: string): Promise<void>;
}

/** Keeps what comes next at each site. */
export interface Agendas {
  find(siteId: string): Promise<Agenda | undefined>;
  /** Throws `stale` when somebody was faster. */
  save(agenda: Agenda, errands: readonly Errand[]): Promise<void>;
}

/** Keeps what is watched at each site. */
export interface Watches {
  find(siteId: string): Promise<Watch | undefined>;
  /** `dueAt` is when to look again. Throws `stale` when somebody was faster. */
  save(watch: Watch, caused: readonly (WatchFact | Errand)[], dueAt: Date | undefined): Promise<void>;
}
