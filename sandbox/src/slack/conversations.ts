import { freeId, type Member } from './people.ts';

export type Conversation = Readonly<{
  id: string;
  name: string;
  isArchived: boolean;
  isPrivate?: boolean;
  /** For a direct message: whom it is with. */
  member?: Member;
}>;

/** The channels and direct messages of the workspace, found by id or by name. */
export class Conversations {
  readonly #byId = new Map<string, Conversation>();
  readonly #ids = new Map<string, string>();
  readonly #direct = new Map<string, string>();

  channels(): Conversation[] {
    return [...this.#byId.values()].filter(({ member }) => member === undefined);
  }

  find(reference: string): Conversation | undefined {
    return this.#byId.get(reference) ?? this.#byId.get(this.#ids.get(reference.replace(/^#/, '')) ?? '');
  }

  directWith({ id }: Member): Conversation | undefined {
    return this.#byId.get(this.#direct.get(id) ?? '');
  }

  added(name: string, more: Partial<Conversation> = {}): Conversation {
    const id = freeId(more.member ? 'D' : 'C', more.member?.email ?? name, (one) => this.#byId.has(one));
    return this.put({ id, name, isArchived: false, ...more });
  }

  put(conversation: Conversation): Conversation {
    const { id, name, member } = conversation;
    this.#forget(id);
    this.#byId.set(id, conversation);
    if (member) this.#direct.set(member.id, id);
    else this.#ids.set(name, id);
    return conversation;
  }

  remove(id: string): void {
    this.#forget(id);
    this.#byId.delete(id);
  }

  #forget(id: string): void {
    const before = this.#byId.get(id);
    if (before && !before.member) this.#ids.delete(before.name);
  }
}
