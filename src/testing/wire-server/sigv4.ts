import { createHash, createHmac } from 'node:crypto';
import type { WireMail } from './wire-protocol.ts';

interface Authorization {
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const form =
  /^AWS4-HMAC-SHA256 Credential=[A-Z0-9]{16,128}\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** What AWS's Signature Version 4 header says, or undefined where the header is none of its form. */
export function parseSigV4({ headers }: WireMail): Authorization | undefined {
  const match = form.exec(headers['authorization'] ?? '');
  const [, date, region, service, names, signature] = match ?? [];
  if (date === undefined || region === undefined || service === undefined || names === undefined || signature === undefined)
    return undefined;
  return { date, region, service, signedHeaders: names.split(';'), signature };
}

/** Computes the signature anew, as AWS's General Reference describes it, and compares. Every path segment is encoded twice. */
export function isSignedWith(mail: WireMail, secret: string): boolean {
  const given = parseSigV4(mail);
  const time = mail.headers['x-amz-date'] ?? '';
  if (given === undefined || !time.startsWith(given.date) || !given.signedHeaders.includes('host')) return false;
  const canonicalHeaders = given.signedHeaders
    .map((name) => `${name}:${(mail.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`)
    .join('');
  const path = mail.path.split('/').map(encodeSegment).join('/');
  const payload = sha256(mail.bytes);
  const canonicalRequest = ['POST', path, '', canonicalHeaders, given.signedHeaders.join(';'), payload].join('\n');
  const scope = `${given.date}/${given.region}/${given.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonicalRequest)].join('\n');
  const key = [given.date, given.region, given.service, 'aws4_request'].reduce<Buffer>(
    (previous, word) => createHmac('sha256', previous).update(word).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  return createHmac('sha256', key).update(toSign).digest('hex') === given.signature;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
