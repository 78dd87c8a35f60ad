import { faultsOf, variablesOf } from '@guildhall/contracts';
import type { TemplateBook } from '../../app/requests/ports.ts';
import type { Templates } from '../../app/ports.ts';

/** What templates there are and what they take, from their words and from the contract of their variables. */
export function templateBook(templates: Pick<Templates, 'channelsOf'>): TemplateBook {
  return {
    channelsOf: (template) => (variablesOf(template) ? templates.channelsOf(template) : undefined),
    faultsOf: (template, variables) => faultsOf(variablesOf(template) ?? {}, variables),
    takesSecrets: (template) => Object.values(variablesOf(template) ?? {}).some(({ sealed }) => sealed === true),
    takesAnswerLink: (template) => variablesOf(template)?.['answerUrl']?.kind === 'url',
  };
}
