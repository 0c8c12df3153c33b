import { expect, it } from 'vitest';
import { isSignedWith, parseSigV4 } from './sigv4.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
/** The case post-vanilla of AWS's own test suite for Signature Version 4; the id of the key is not part of what is signed. */
const postVanilla = {
  path: '/',
  bytes: '',
  headers: {
    host: 'example.amazonaws.com',
    'x-amz-date': '20150830T123600Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLEEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, ' +
      'Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
};

it("agrees with AWS's own test suite, and with nothing that differs from it", () => {
  expect(isSignedWith(postVanilla, secret)).toBe(true);
  expect(isSignedWith(postVanilla, 'another')).toBe(false);
  expect(isSignedWith({ ...postVanilla, bytes: '{}' }, secret)).toBe(false);
  expect(isSignedWith({ ...postVanilla, path: '/model' }, secret)).toBe(false);
  expect(isSignedWith({ ...postVanilla, headers: { ...postVanilla.headers, host: 'elsewhere' } }, secret)).toBe(false);
});

it('reads the scope of a signature, and takes nothing else for one', () => {
  expect(parseSigV4(postVanilla)).toMatchObject({
    date: '20150830',
    region: 'us-east-1',
    service: 'service',
    signedHeaders: ['host', 'x-amz-date'],
  });
  expect(parseSigV4({ ...postVanilla, headers: { authorization: 'Bearer token' } })).toBeUndefined();
});
