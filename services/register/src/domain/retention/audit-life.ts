// Entries about movements and looks are kept as long as visits; the others, about administration, for two years.
const shortLived = ['badge.unknown', 'presence.view', 'report.view', 'report.export'];

export const isShortLived = (action: string): boolean => shortLived.includes(action);

export const shortLivedActions: readonly string[] = shortLived;
