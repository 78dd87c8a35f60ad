// How each language writes what a variable holds. What is not of the expected form is shown as it is.

/** The makers of `Intl` are dear and are wanted again for each message. */
function kept<Made>(make: (locale: string, kind: string) => Made): (locale: string, kind?: string) => Made {
  const made = new Map<string, Made>();
  return (locale, kind = '') => {
    const name = `${locale} ${kind}`;
    const known = made.get(name);
    if (known) return known;
    const fresh = make(locale, kind);
    if (made.size < 500) made.set(name, fresh);
    return fresh;
  };
}

const STYLES = ['full', 'long', 'medium', 'short'] as const;

const days = kept((locale, kind) => {
  const dateStyle = STYLES.find((style) => style === kind) ?? 'long';
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
});
const dates = kept(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
);
const moments = kept(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }),
);
const clocks = kept((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }));
const figures = kept((locale) => new Intl.NumberFormat(locale));
const rules = kept((locale) => new Intl.PluralRules(locale));

/** "2026-03-02" as "2 March 2026". */
export function day(locale: string, value: string, style?: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) ? days(locale, style).format(at) : value;
}

/** "2026-03-02 09:05", as on the wall of the place, as "Monday 2 March 2026 at 09:05"; "Mon 2 Mar, 09:05" when short. */
export function moment(locale: string, value: string, style?: string): string {
  const [, date, time] = value.match(/^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/) ?? [];
  const at = date && time ? new Date(`${date}T${time}:00Z`) : undefined;
  if (!at || Number.isNaN(at.getTime())) return value;
  return style === 'short' ? `${dates(locale).format(at)}, ${clocks(locale).format(at)}` : moments(locale).format(at);
}

/** Each "09:05" in it as that language writes a time of day. */
export const clock = (locale: string, value: string): string =>
  value.replace(/\b([01]\d|2[0-3]):[0-5]\d\b/g, (time) => clocks(locale).format(new Date(`1970-01-01T${time}:00Z`)));

/** "1204" as "1,204". */
export const figure = (locale: string, value: string): string =>
  /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? figures(locale).format(Number(value)) : value;

/** The form that goes with the number; `other` where there is none of its own. */
export const plural = (locale: string, count: string, forms: Readonly<Record<string, unknown>>): string => {
  const form = forms[rules(locale).select(Number(count))] ?? forms['other'];
  return typeof form === 'string' ? form : '';
};
