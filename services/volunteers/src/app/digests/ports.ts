/** What comes round again: the weekly digest, the review of each quarter. Without a next time it is off. */
export type Planned = Readonly<{ id: string; version: number; nextAt?: Date; everyMonths: number }>;

export interface Agenda {
  find(id: string): Promise<Planned | undefined>;
  save(planned: Planned): Promise<void>;
}
