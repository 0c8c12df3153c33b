export type TextEncodingName = 'base64' | 'gzip';

export function encodeBase64(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64');
}
