import { createHash } from 'node:crypto';

export type Member = Readonly<{
  id: string;
  email: string;
  name: string;
  /** What follows from the name when absent. */
  realName?: string;
  isDeleted?: boolean;
  isBot?: boolean;
  /** A guest of several channels, or of a single one. */
  guest?: 'multi' | 'single';
}>;

/** Who has an account in the workspace, those that were deactivated too. */
export class People {
  readonly #byId = new Map<string, Member>();
  readonly #ids = new Map<string, string>();

  all(): Member[] {
    return [...this.#byId.values()];
  }

  find(id: string): Member | undefined {
    return this.#byId.get(id);
  }

  byEmail(address: string): Member | undefined {
    return this.#byId.get(this.#ids.get(address) ?? '');
  }

  put(member: Member): Member {
    const before = this.#byId.get(member.id);
    if (before) this.#ids.delete(before.email);
    this.#byId.set(member.id, member);
    this.#ids.set(member.email, member.id);
    return member;
  }

  /** Somebody new; their id follows from the address, unless somebody has it who had that address before. */
  added(email: string): Member {
    const id = freeId('U', email, (one) => this.#byId.has(one));
    return this.put({ id, email, name: email.slice(0, email.lastIndexOf('@')) });
  }
}

/** An id that follows from a name, so that it is the same in each run. */
export function freeId(kind: 'C' | 'D' | 'U', name: string, isTaken: (id: string) => boolean): string {
  for (let turn = 1; ; turn += 1) {
    const id = idOf(kind, turn === 1 ? name : `${name} ${turn}`);
    if (!isTaken(id)) return id;
  }
}

const idOf = (kind: string, name: string): string =>
  `${kind}0${createHash('sha256').update(`${kind}${name}`).digest('hex').slice(0, 9).toUpperCase()}`;
