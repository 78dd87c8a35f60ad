import { hash } from 'node:crypto';

/** One who is in a group, or with whom a folder is shared. */
export type Access = Readonly<{ id: string; email: string; role: string }>;

/** Who is in which group, or with whom which folder is shared. */
export class AccessLists {
  readonly #lists = new Map<string, Map<string, Access>>();

  constructor(names: readonly string[]) {
    for (const name of names) this.open(name);
  }

  names(): string[] {
    return [...this.#lists.keys()];
  }

  has(list: string): boolean {
    return this.#lists.has(list);
  }

  open(list: string): void {
    if (!this.#lists.has(list)) this.#lists.set(list, new Map());
  }

  close(list: string): void {
    this.#lists.delete(list);
  }

  of(list: string): Access[] {
    return [...(this.#lists.get(list)?.values() ?? [])];
  }

  /** By address, or by the id that follows from it. */
  find(list: string, key: string): Access | undefined {
    return this.of(list).find(({ id, email }) => id === key || email === key.toLowerCase());
  }

  put(list: string, email: string, role: string): Access {
    const access = { id: idOf(email), email, role };
    this.#lists.get(list)?.set(email, access);
    return access;
  }

  remove(list: string, { email }: Access): void {
    this.#lists.get(list)?.delete(email);
  }
}

/** The same person has the same id everywhere. */
const idOf = (email: string): string => BigInt(`0x${hash('sha256', email, 'hex').slice(0, 16)}`).toString();
