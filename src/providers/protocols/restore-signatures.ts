import type { GenerateResult } from '../../core/ports/provider.ts';
import { fieldOf } from '../error-excerpt.ts';

type Content = GenerateResult['content'];
type ReplyPart = Content[number];

/**
 * Gemini may send a signature in a part of its own, with empty text, and wants it back where it was. The SDK hangs it on
 * the part before, over that part's own signature, or drops it when there is none before. Here the parts are walked as
 * they came and each signature returns to its place. Parts of a kind that is not expected leave the content as it is.
 */
export function restoreSignatures(content: Content, rawParts: unknown, optionsName: string): Content {
  if (!Array.isArray(rawParts) || !rawParts.some(isLoneSignature)) return content;
  const restored: Content = [];
  let next = 0;
  for (const raw of rawParts as readonly unknown[]) {
    if (isEmptyText(raw)) {
      if (isLoneSignature(raw))
        restored.push(signed({ type: fieldOf(raw, 'thought') === true ? 'reasoning' : 'text', text: '' }, raw, optionsName));
      continue;
    }
    const part = content[next];
    if (part === undefined || !isSameKind(part, raw)) return content;
    restored.push(signed(part, raw, optionsName));
    next += 1;
  }
  return [...restored, ...content.slice(next)];
}

function isEmptyText(raw: unknown): boolean {
  return fieldOf(raw, 'text') === '' && fieldOf(raw, 'functionCall') === undefined;
}

function isLoneSignature(raw: unknown): boolean {
  return isEmptyText(raw) && typeof fieldOf(raw, 'thoughtSignature') === 'string';
}

function isSameKind(part: ReplyPart, raw: unknown): boolean {
  if (part.type === 'text' || part.type === 'reasoning') return fieldOf(raw, 'text') === part.text;
  return part.type === 'tool-call' && fieldOf(fieldOf(raw, 'functionCall'), 'name') === part.toolName;
}

function signed(part: ReplyPart, raw: unknown, optionsName: string): ReplyPart {
  const { providerMetadata: _moved, ...bare } = part;
  const signature = fieldOf(raw, 'thoughtSignature');
  return typeof signature === 'string' ? { ...bare, providerMetadata: { [optionsName]: { thoughtSignature: signature } } } : bare;
}
