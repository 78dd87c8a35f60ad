import type { Location, Rule } from '@guildhall/client';

const same = (wanted: string, has: string): boolean =>
  wanted === '' || wanted.toLocaleLowerCase() === has.toLocaleLowerCase();

/** The channels that a role gives at a place by the rules; a template stands with the place put in. */
export function channelsOf(rules: readonly Rule[], role: string, place: Location): readonly string[] {
  const matching = rules.filter(
    (rule) =>
      rule.role === role &&
      same(rule.where.area, place.area) &&
      same(rule.where.district, place.district) &&
      same(rule.where.branch, place.branch),
  );
  return [...new Set(matching.map(({ channel, template }) => (template ? expanded(template, place) : channel)))];
}

const expanded = (template: string, { area, district, branch }: Location): string =>
  template.replaceAll('{area}', area).replaceAll('{district}', district).replaceAll('{branch}', branch);
