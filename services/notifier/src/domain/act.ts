/** Who does something, and from where. */
export type Actor = Readonly<{ personId: string; ip: string; userAgent: string }>;

export type ActName =
  | 'notifications.preferences_changed'
  | 'notifications.defaults_changed'
  | 'notifications.suppressed'
  | 'notifications.suppression_lifted';

/** Something that was done to others and is recorded: it is told by the write that makes the change. */
export type Act = Readonly<{
  type: 'act-recorded';
  of: Readonly<{ id: string; version: number }>;
  name: ActName;
  by: Actor;
  /** Empty where it was done to nobody in particular. */
  subjectId: string;
  at: Date;
}>;

/** `of` is the aggregate as it is after the change. */
export const act = (
  { id, version }: Act['of'],
  name: ActName,
  { by, at, subjectId = '' }: Readonly<{ by: Actor; at: Date; subjectId?: string }>,
): Act => ({ type: 'act-recorded', of: { id, version }, name, by, subjectId, at });
