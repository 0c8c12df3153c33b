const longest = 300;

/** What an error body says, fit for one line of a message: no markup, no control characters, at most 300 characters. */
export function errorExcerpt(body: string): string {
  const message = messageOf(parseJson(body)) ?? (looksLikeHtml(body) ? textOfHtml(body) : body);
  const line = message
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).toWellFormed()}…`;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The field of an object, or undefined where there is no object or no such field. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/**
 * Every API's place for the sentence: `error.message`, a bare `error`, `message` (with AWS also `Message`), or `detail`.
 * A router's own sentence says little, so what its host said is added.
 */
function messageOf(body: unknown): string | undefined {
  const choices = fieldOf(body, 'choices');
  const holder: unknown = Array.isArray(choices) ? choices[0] : Array.isArray(body) ? body[0] : body;
  const error = fieldOf(holder, 'error');
  const candidates = [fieldOf(error, 'message'), error, fieldOf(body, 'message'), fieldOf(body, 'Message'), fieldOf(body, 'detail')];
  const message = candidates.find((candidate) => typeof candidate === 'string' && candidate.trim() !== '') as string | undefined;
  const said = hostsWords(fieldOf(error, 'metadata'));
  return message === undefined || said === '' ? message : `${message} (${said})`;
}

/** OpenRouter's `metadata`: the host's name, and its answer as it came. */
function hostsWords(metadata: unknown): string {
  const raw = fieldOf(metadata, 'raw');
  const text = typeof raw === 'string' ? raw : raw === undefined || raw === null ? '' : JSON.stringify(raw);
  const words = [fieldOf(metadata, 'provider_name'), text === '' ? undefined : (messageOf(parseJson(text)) ?? text)];
  return words.filter((word) => typeof word === 'string' && word !== '').join(': ');
}

function looksLikeHtml(body: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body|<center|<h1)/i.test(body);
}

function textOfHtml(body: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1]?.trim() ?? '';
  const text = body
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || text === title ? title : `${title}${title === '' ? '' : ': '}${text}`;
}
