import { expect, it } from 'vitest';
import { ownValue } from './own-value.ts';

it('finds what was put into a table, and nothing that every object has', () => {
  const table: Readonly<Record<string, number>> = { a: 1, ['__proto__']: 2 };
  expect(['a', '__proto__', 'constructor', 'toString', 'b'].map((name) => ownValue(table, name))).toEqual([
    1,
    2,
    undefined,
    undefined,
    undefined,
  ]);
});
