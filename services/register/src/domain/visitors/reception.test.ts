import { describe, expect, it } from 'vitest';
import { checkAcceptances, documentsFor, newReception, type ReceptionDocument, updateReception } from './reception.ts';

const nda: ReceptionDocument = {
  id: 'nda',
  title: 'Agreement',
  text: 'Tell nobody.',
  version: 0,
  contractorsOnly: false,
  needsSignature: true,
};
const rules: ReceptionDocument = { ...nda, id: 'rules', contractorsOnly: true, needsSignature: false };
const reception = updateReception(newReception('vw'), { documents: [nda, rules] });
const signed = { documentId: 'nda', version: 1, isSigned: true };

describe('the documents of a reception', () => {
  it('begin with version 1, whatever is given', () => {
    expect(updateReception(newReception('vw'), { documents: [{ ...nda, version: 9 }] }).documents[0]?.version).toBe(1);
  });

  it('get another version with another text, and with nothing else', () => {
    const renamed = updateReception(reception, { documents: [{ ...nda, title: 'NDA' }] });
    const rewritten = updateReception(renamed, { documents: [{ ...nda, text: 'Tell anybody.' }] });
    expect([renamed.documents[0]?.version, rewritten.documents[0]?.version]).toEqual([1, 2]);
  });

  it('are asked of those whom they concern', () => {
    expect(documentsFor(reception, 'visitor').map(({ id }) => id)).toEqual(['nda']);
    expect(documentsFor(reception, 'contractor').map(({ id }) => id)).toEqual(['nda', 'rules']);
  });

  it('are accepted in their current version and signed', () => {
    expect(() => checkAcceptances(reception, 'visitor', [signed])).not.toThrow();
  });

  it.each([
    ['missing', []],
    ['of another version', [{ ...signed, version: 2 }]],
    ['not signed', [{ ...signed, isSigned: false }]],
  ])('are refused when %s', (_, accepted) => {
    expect(() => checkAcceptances(reception, 'visitor', accepted)).toThrow(
      expect.objectContaining({ code: 'register.documents_missing', errors: [expect.anything()] }),
    );
  });
});

describe('the settings of a reception', () => {
  it.each([
    ['/documents/1/id', { documents: [nda, nda] }],
    ['/documents/0/id', { documents: [{ ...nda, id: 'N D A' }] }],
    ['/languages/0', { languages: ['english!'] }],
    ['/languages', { languages: [] }],
    ['/idleSeconds', { idleSeconds: 1 }],
    ['/detailsKeptDays', { detailsKeptDays: 0 }],
  ])('are refused with a pointer to %s', (pointer, given) => {
    expect(() => updateReception(newReception('vw'), given)).toThrow(
      expect.objectContaining({ code: 'register.invalid_reception', errors: [expect.objectContaining({ pointer })] }),
    );
  });
});
