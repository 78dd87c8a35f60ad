/** 18 234 as people read it; small numbers keep what matters of them. */
export const rate = (perSecond: number): string =>
  perSecond >= 100 ? grouped(Math.round(perSecond)) : perSecond.toFixed(1);

export const grouped = (whole: number): string => String(whole).replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ' ');

export const milliseconds = (ms: number): string => (ms >= 10 ? ms.toFixed(0) : ms.toFixed(ms >= 1 ? 1 : 2));

export const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
