/** Ids for tool calls that came without one: `call_` and 24 hexadecimal digits. */
export function toolCallIds(random: () => number): () => string {
  return () => {
    const digits = Array.from({ length: 24 }, () => Math.floor(random() * 16).toString(16));
    return `call_${digits.join('')}`;
  };
}
