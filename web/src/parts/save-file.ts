/** Hands a file to the browser's downloads. What was answered as JSON was read on its way, and is written again. */
export function saveFile(name: string, answer: unknown): void {
  const blob = answer instanceof Blob ? answer : new Blob([JSON.stringify(answer, undefined, 2)], { type: jsonType });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const jsonType = 'application/json';
