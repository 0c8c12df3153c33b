import { expect, it } from 'vitest';
import type { GenerateResult } from '../../core/ports/provider.ts';
import { restoreSignatures } from './restore-signatures.ts';

const signed = (thoughtSignature: string) => ({ providerMetadata: { google: { thoughtSignature } } });
const call = { type: 'tool-call', toolCallId: 'c', toolName: 'view', input: '{}' } as const;

it('gives a signature that came alone its own part again, and the part before its own signature', () => {
  const raw = [
    { text: '', thoughtSignature: 'first' },
    { functionCall: { name: 'view', args: {} }, thoughtSignature: 'own' },
    { text: '' },
    { text: '', thoughtSignature: 'last', thought: true },
  ];
  const fromSdk: GenerateResult['content'] = [{ ...call, ...signed('last') }];
  expect(restoreSignatures(fromSdk, raw, 'google')).toEqual([
    { type: 'text', text: '', ...signed('first') },
    { ...call, ...signed('own') },
    { type: 'reasoning', text: '', ...signed('last') },
  ]);
});

it('touches nothing where no signature came alone, or where the parts are not what is expected', () => {
  const content: GenerateResult['content'] = [{ type: 'text', text: 'a', ...signed('s') }];
  expect(restoreSignatures(content, [{ text: 'a', thoughtSignature: 's' }], 'google')).toBe(content);
  expect(restoreSignatures(content, undefined, 'google')).toBe(content);
  const strange = [{ executableCode: { code: 'x' } }, { text: '', thoughtSignature: 's' }];
  expect(restoreSignatures(content, strange, 'google')).toBe(content);
});

it('keeps sources that the SDK adds at the end', () => {
  const source = { type: 'source', sourceType: 'url', id: '1', url: 'https://example.org' } as const;
  const raw = [{ text: 'a' }, { text: '', thoughtSignature: 's' }];
  expect(restoreSignatures([{ type: 'text', text: 'a', ...signed('s') }, source], raw, 'google')).toEqual([
    { type: 'text', text: 'a' },
    { type: 'text', text: '', ...signed('s') },
    source,
  ]);
});
