export type Scrub = (text: string) => string;

const mark = '[key]';
const wellKnown: readonly RegExp[] = [
  /\b(?:sk|rk|pk)-[\w*.-]{6,}/g,
  /\bAIza[\w*-]{10,}/g,
  /\bya29\.[\w*.-]{10,}/g,
  /\b(?:ABSK|bedrock-api-key-)[\w*+/=-]{10,}/g,
  /\bBearer\s+[^\s"',;]+/gi,
  /\b(?:x-api-key|x-goog-api-key|api[-_]?key|authorization)\\?["']?\s*[:=]\s*\\?["']?[^\s"',;&\\]+/gi,
];

/**
 * Takes keys out of a text before anyone sees it: the given ones, in the forms in which servers echo them (whole, cut
 * off, masked in the middle, encoded), and whatever looks like the key of a well-known provider.
 */
export function createScrub(secrets: readonly (string | undefined)[]): Scrub {
  const forms = secrets.filter((secret) => secret !== undefined && secret.length >= 4).flatMap((secret) => formsOf(secret ?? ''));
  const patterns = [...forms.map((form) => new RegExp(form, 'g')), ...wellKnown];
  return (text) => patterns.reduce((scrubbed, pattern) => scrubbed.replace(pattern, mark), text);
}

function formsOf(secret: string): string[] {
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64'), JSON.stringify(secret).slice(1, -1)].map(
    (form) => escapePattern(form),
  );
  if (secret.length >= 16) forms.push(`${escapePattern(secret.slice(0, 8))}[\\w*.…-]*`);
  return [...new Set(forms)];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
