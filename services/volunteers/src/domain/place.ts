/** When somebody came and went; nothing of both for who did not come. */
export type Attendance = Readonly<{
  arrivedAt?: Date;
  leftAt?: Date;
  by: 'register' | 'hand';
  /** Why it is not what was known. */
  reason: string;
}>;

/** Somebody's place in a shift. The order of the list is the order of asking. */
export type Place = Readonly<{
  /** The volunteer's own id. */
  volunteerId: string;
  /** `unannounced` came without a place. */
  state: 'confirmed' | 'waiting' | 'unannounced';
  at: Date;
  reminded: boolean;
  attendance?: Attendance;
}>;
