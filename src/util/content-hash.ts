import { hash } from 'node:crypto';

/** JSON with keys sorted at every depth, so that equal values have equal bytes. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    const entries = Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(entries);
  });
}

/** SHA-256 of a value's canonical JSON, 64 hexadecimal digits. */
export function contentHash(value: unknown): string {
  return hash('sha256', canonicalJson(value));
}
