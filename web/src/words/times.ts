import { type Language, useSpeaking } from './words.ts';

type Instant = string | Date;

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

/** "3 hours ago", in the largest unit that is not nothing. */
export function relative(at: Instant, now: Instant, language: string): string {
  let distance = (new Date(at).getTime() - new Date(now).getTime()) / 1000;
  for (const [unit, size] of steps) {
    if (Math.abs(Math.round(distance)) < size) {
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(distance), unit);
    }
    distance /= size;
  }
  return '';
}

/** How long since, as hours, minutes and seconds: "2:05:09". */
export function elapsed(since: Instant, now: Instant): string {
  const seconds = Math.max(0, Math.floor((new Date(now).getTime() - new Date(since).getTime()) / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${hours}:${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** The variety of a language that the browser asks for: "en" alone would write dates as in the United States. */
export const localeOf = (language: Language, asked: readonly string[]): string =>
  asked.find((tag) => tag.startsWith(`${language}-`)) ?? (language === 'en' ? 'en-GB' : language);

const zoneOfDevice = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Times and dates as the reader's language writes them, in the zone of a site where one is given. */
export function useTimes(timeZone?: string) {
  const { language } = useSpeaking();
  const locale = localeOf(language, navigator.languages);
  const zone = timeZone ? { timeZone } : {};
  const format = (options: Intl.DateTimeFormatOptions) => (at: Instant) =>
    new Intl.DateTimeFormat(locale, { ...options, ...zone }).format(new Date(at));
  return {
    time: format({ hour: '2-digit', minute: '2-digit' }),
    clock: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day: format({ dateStyle: 'long' }),
    moment: format({ dateStyle: 'medium', timeStyle: 'short' }),
    /** Of something that has been; a device whose clock is slow does not put it into the future. */
    ago: (at: Instant, now: Instant = new Date()) => relative(at, new Date(now) < new Date(at) ? at : now, locale),
    /** Of something that is to come. */
    ahead: (at: Instant, now: Instant = new Date()) => relative(at, new Date(now) > new Date(at) ? at : now, locale),
    /** The zone, where it is not the reader's own and has to be said. */
    foreignZone: timeZone && timeZone !== zoneOfDevice() ? timeZone : undefined,
  };
}
