/** Somebody in the staff directory, as Graph has them. */
export type StaffMember = Readonly<{
  id: string;
  givenName: string | null;
  surname: string | null;
  mail: string | null;
  accountEnabled: boolean;
}>;

type Entry = Readonly<{ at: number; member: StaffMember; isRemoved: boolean }>;

/** The staff directory of the tenant, with the order in which it changed: that is what a delta query asks for. */
export class Staff {
  readonly #entries = new Map<string, Entry>();
  #changes = 0;

  get changes(): number {
    return this.#changes;
  }

  put(member: StaffMember): void {
    this.#entries.set(member.id, { at: (this.#changes += 1), member, isRemoved: false });
  }

  remove(id: string): boolean {
    const entry = this.#entries.get(id);
    if (!entry || entry.isRemoved) return false;
    this.#entries.set(id, { at: (this.#changes += 1), member: entry.member, isRemoved: true });
    return true;
  }

  clear(): void {
    this.#entries.clear();
    this.#changes += 1;
  }

  /** Who changed between these two moments, in order; from the beginning, whoever was removed never was. */
  between(after: number, until: number): readonly Entry[] {
    return [...this.#entries.values()]
      .filter(({ at, isRemoved }) => at > after && at <= until && !(after === 0 && isRemoved))
      .toSorted((a, b) => a.at - b.at);
  }
}
