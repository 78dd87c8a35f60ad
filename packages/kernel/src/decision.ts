/** The new state and the facts that led to it; the repository stores both together. */
export type Decision<State, Fact> = Readonly<{ next: State; facts: readonly Fact[] }>;

/** A use case. `call` says who asks. */
export type Handler<Message, Result = void> = (message: Message) => Promise<Result>;

/** Makes a new identifier: unique, sortable by time, safe in a subject and in an address. */
export type NewId = () => string;
