import type { Handler } from '@guildhall/kernel';
import type { Incident } from '../../domain/evacuation/incident.ts';
import type { VisitRepository } from '../ports.ts';
import type { NoteMovement } from './note-movement.ts';
import type { Incidents } from './ports.ts';

type Deps = Readonly<{
  incidents: Pick<Incidents, 'allOpen'>;
  visits: Pick<VisitRepository, 'find'>;
  note: Handler<NoteMovement>;
  reconcile: Handler<Incident>;
}>;

/**
 * What is under way, in memory: so that a movement costs nothing while nothing is. It is a copy, brought in line with
 * the store again and again; what it missed, `reconcile` finds.
 */
export class IncidentWatch {
  #open = new Map<string, Incident>();
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  get isQuiet(): boolean {
    return this.#open.size === 0;
  }

  async refresh(): Promise<void> {
    const open = await this.#deps.incidents.allOpen();
    this.#open = new Map(open.map((incident) => [incident.siteId, incident]));
  }

  /** Somebody came or went at a site. */
  async heard({ siteId, visitId }: Readonly<{ siteId: string; visitId: string }>): Promise<void> {
    const incident = this.#open.get(siteId);
    const visit = incident && (await this.#deps.visits.find(visitId));
    if (incident && visit) await this.#deps.note({ incident, visit });
  }

  /** Reads the store again, and brings the lists in line with the visits. */
  async reconcile(): Promise<void> {
    await this.refresh();
    for (const incident of this.#open.values()) await this.#deps.reconcile(incident);
  }
}
