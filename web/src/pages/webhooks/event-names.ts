/** What an event is called; one of a newer platform by its own name. */
export const nameOf = (names: Readonly<Record<string, string>>, event: string): string => names[event] ?? event;
