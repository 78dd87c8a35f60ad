/** What wardens, people who answered and people who came in were told during an evacuation. */
export class RollCallLedger {
  /** Marks of wardens that were acknowledged, by their id. */
  readonly marks: string[] = [];
  /** Whose reply by text message was taken. */
  readonly replies: string[] = [];
  /** Who was told to be signed in while it ran. */
  readonly arrivals: string[] = [];
}
