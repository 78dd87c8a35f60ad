import { AppError, type FieldError } from '@guildhall/kernel';
import { contrast, isColour } from './contrast.ts';

/** How the organisation shows itself in what it sends. */
export type Brand = Readonly<{
  name: string;
  /** Empty for none: then the name is written. */
  logoUrl: string;
  buttonColour: string;
  buttonTextColour: string;
  /** Of headings and links. */
  headingColour: string;
  /** BCP 47: the language of those who have not said theirs. */
  locale: string;
}>;

/** Behind headings: the page, and the card on it. */
const GROUNDS = ['#eef2f5', '#ffffff'];

/** Text smaller than a headline needs as much (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

export const plainBrand = (name: string, locale: string): Brand => ({
  name,
  logoUrl: '',
  buttonColour: '#0b5cad',
  buttonTextColour: '#ffffff',
  headingColour: '#17324d',
  locale,
});

/** The brand in the form it is kept in. Throws `invalid` (`notifier.bad_brand`) naming every field that is wrong. */
export function checkedBrand(given: Brand): Brand {
  const colours = {
    buttonColour: given.buttonColour,
    buttonTextColour: given.buttonTextColour,
    headingColour: given.headingColour,
  };
  const lower = Object.fromEntries(
    Object.entries(colours).map(([name, colour]) => [name, colour.trim().toLowerCase()]),
  );
  const brand: Brand = { ...given, ...lower, name: given.name.trim(), logoUrl: given.logoUrl.trim() };
  const errors = [...faultsOfNames(brand), ...faultsOfColours(brand)];
  if (errors.length > 0) throw new AppError('invalid', 'notifier.bad_brand', 'The brand cannot be used.', { errors });
  return brand;
}

function faultsOfNames({ name, logoUrl, locale }: Brand): FieldError[] {
  const faults: FieldError[] = [];
  if (name === '' || name.length > 60 || /[\p{Cc}\p{Cf}]/u.test(name)) {
    faults.push({ pointer: '/brand/name', detail: 'must be 1 to 60 visible characters' });
  }
  if (logoUrl && !isSecure(logoUrl)) {
    faults.push({ pointer: '/brand/logoUrl', detail: 'must be an https address of at most 500 characters' });
  }
  if (!isLocale(locale)) faults.push({ pointer: '/brand/locale', detail: 'must be a language such as en-GB or fr' });
  return faults;
}

function faultsOfColours(brand: Brand): FieldError[] {
  const names = ['buttonColour', 'buttonTextColour', 'headingColour'] as const;
  const unreadable = names.filter((name) => !isColour(brand[name]));
  if (unreadable.length > 0) {
    return unreadable.map((name) => ({ pointer: `/brand/${name}`, detail: 'must be a colour such as #0b5cad' }));
  }
  const faults: FieldError[] = [];
  const onButton = contrast(brand.buttonTextColour, brand.buttonColour);
  if (onButton < LEAST_CONTRAST) faults.push(tooFaint('buttonTextColour', onButton, 'the button'));
  const heading = Math.min(...GROUNDS.map((ground) => contrast(brand.headingColour, ground)));
  if (heading < LEAST_CONTRAST) faults.push(tooFaint('headingColour', heading, 'the page'));
  return faults;
}

const tooFaint = (name: keyof Brand, found: number, ground: string): FieldError => ({
  pointer: `/brand/${name}`,
  detail: `is hard to read on ${ground}: its contrast is ${(Math.floor(found * 10) / 10).toFixed(1)}, and ${LEAST_CONTRAST} is needed`,
});

const isSecure = (address: string): boolean =>
  address.length <= 500 && URL.canParse(address) && new URL(address).protocol === 'https:';

function isLocale(tag: string): boolean {
  try {
    return tag.length <= 35 && new Intl.Locale(tag).baseName.length > 0;
  } catch {
    return false;
  }
}
