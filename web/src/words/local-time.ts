/** A moment as `<input type="datetime-local">` writes it, on the clock of a zone: "2026-03-02T17:05". */
export function toLocal(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return parts.format(new Date(at)).replace(' ', 'T');
}

/** The moment at which the clocks of the zone show this; undefined of what is no time. */
export function fromLocal(local: string, timeZone: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return undefined;
  const asked = Date.parse(`${local}:00Z`);
  // What the zone's clock shows at a first guess tells how far it is off; a second step settles the hours around a change.
  let at = asked;
  for (let step = 0; step < 2; step += 1) {
    at += asked - Date.parse(`${toLocal(new Date(at).toISOString(), timeZone)}:00Z`);
  }
  return new Date(at).toISOString();
}
