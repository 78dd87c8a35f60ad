/** A fact as a feed passes it on. */
export type FeedFact = Readonly<{
  /** `<stream created>-<sequence>`: what a reader who lost the connection comes back with. */
  id: string;
  /** `visit-opened` */
  name: string;
  /** The value that decides which readers it is for. */
  match: string;
  json: string;
}>;

/** The facts that one feed is made of, as the broker has them. */
export interface FactSource {
  /** Every fact from now on. */
  listen(onFact: (fact: FeedFact) => void): Promise<Readonly<{ close(): Promise<void> }>>;
  /** The facts after this id, oldest first; undefined when they are too many, or nobody can say any more. */
  since(id: string): Promise<readonly FeedFact[] | undefined>;
}
