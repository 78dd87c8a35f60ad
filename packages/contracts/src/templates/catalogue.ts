import { identityTemplates } from './identity.ts';
import { notifierTemplates } from './notifier.ts';
import { registerTemplates } from './register.ts';
import { type Declaration, encode, type ValueOf } from './variable.ts';
import { volunteerTemplates } from './volunteers.ts';

/** Every template of the notifier with the variables it takes: the words are the notifier's, these are the contract. */
export const templates = {
  ...identityTemplates,
  ...registerTemplates,
  ...notifierTemplates,
  ...volunteerTemplates,
} as const;

export type TemplateKey = keyof typeof templates;

type Declared<K extends TemplateKey> = (typeof templates)[K];
type OptionalIn<D> = { [N in keyof D]: D[N] extends { optional: true } ? N : never }[keyof D];

/** What an asking service gives to a template. */
export type VariablesOf<K extends TemplateKey> = {
  readonly [N in Exclude<keyof Declared<K>, OptionalIn<Declared<K>>>]: ValueOf<Declared<K>[N]>;
} & { readonly [N in OptionalIn<Declared<K>>]?: ValueOf<Declared<K>[N]> };

/** A template with its variables. */
export type Filled = { [K in TemplateKey]: Readonly<{ template: K; variables: VariablesOf<K> }> }[TemplateKey];

/** The variables of a template; undefined where there is no such template. */
export const variablesOf = (template: string): Declaration | undefined =>
  Object.hasOwn(templates, template) ? templates[template as TemplateKey] : undefined;

/** The values as they travel: readable ones, and those that are to be sealed. */
export function encodeVariables({ template, variables }: Filled): Readonly<{ open: Texts; sealed: Texts }> {
  const declared = variablesOf(template) ?? {};
  const given = Object.entries<Parameters<typeof encode>[0] | undefined>(variables);
  const texts = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, encode(value)] as const]));
  const isSealed = ([name]: readonly [string, string]): boolean => declared[name]?.sealed === true;
  return {
    open: Object.fromEntries(texts.filter((one) => !isSealed(one))),
    sealed: Object.fromEntries(texts.filter(isSealed)),
  };
}

type Texts = Record<string, string>;
