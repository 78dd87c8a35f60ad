import { siteNotFound } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import type { SiteRepository } from '../ports.ts';

/** The sites in memory: there are few, they change rarely, and every movement needs one. */
export class SiteCatalogue {
  readonly #sites = new Map<string, Site>();
  readonly #repository: SiteRepository;

  constructor(repository: SiteRepository) {
    this.#repository = repository;
  }

  /** Throws `register.site_not_found`. */
  async get(id: string): Promise<Site> {
    // One that is not known here may have been added by another process a moment ago.
    const site = this.#sites.get(id) ?? (await this.refresh(id));
    if (!site) throw siteNotFound();
    return site;
  }

  /** In order of their names. */
  list(): readonly Site[] {
    return [...this.#sites.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  }

  /** What is known here, without asking the store. */
  peek(id: string): Site | undefined {
    return this.#sites.get(id);
  }

  put(site: Site): void {
    const known = this.#sites.get(site.id);
    if (!known || known.version <= site.version) this.#sites.set(site.id, site);
  }

  /** Reads one site again. */
  async refresh(id: string): Promise<Site | undefined> {
    const site = await this.#repository.find(id);
    if (site) this.put(site);
    return site;
  }

  /** Reads all of them again. */
  async refreshAll(): Promise<void> {
    for (const site of await this.#repository.all()) this.put(site);
  }
}
