/** A member that a table itself holds: names such as `constructor` or `__proto__` find nothing that nobody put there. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
