/** Older servers ignore some of what we ask for, and say nothing. */
const oldest = [2, 14] as const;

/** Throws unless `version` ("2.15.1") is new enough. */
export function assertServer(version: string | undefined): void {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Error(`the NATS server is ${version ?? 'of an unknown version'}; ${oldest.join('.')} or later is needed`);
}
