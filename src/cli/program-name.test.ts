import { describe, expect, it } from 'vitest';
import { programNameOf, quoteForShell } from './program-name.ts';

describe('programNameOf', () => {
  it.each([
    ['/home/me/offswitch/bin/offswitch.js', '/home/me/offswitch', 'node bin/offswitch.js'],
    ['/home/me/offswitch/bin/offswitch.js', '/home/me/offswitch/docs', 'node ../bin/offswitch.js'],
    ['/home/me/my checkout/bin/offswitch.js', '/home/me', `node 'my checkout/bin/offswitch.js'`],
    ['/home/me/app/node_modules/offswitch/bin/offswitch.js', '/home/me/app', 'npx offswitch'],
    ['/home/me/app/node_modules/.bin/offswitch', '/home/me/app/deep', 'npx offswitch'],
    ['/home/me/.npm/_npx/0a1b/node_modules/offswitch/bin/offswitch.js', '/tmp', 'npx offswitch'],
    ['/usr/lib/node_modules/offswitch/bin/offswitch.js', '/home/me', 'offswitch'],
  ])('of %s in %s is %s', (script, folder, name) => {
    expect(programNameOf({ script, folder })).toBe(name);
  });
});

describe('quoteForShell', () => {
  it('leaves plain words as they are and makes others literal', () => {
    expect(['a/b-c.ts', 'a b', `it's`].map(quoteForShell)).toEqual(['a/b-c.ts', `'a b'`, `'it'\\''s'`]);
  });
});
