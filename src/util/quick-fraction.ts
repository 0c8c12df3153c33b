const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The finish of MurmurHash3 (Appleby, 2011): every bit of the input moves every bit of the output. */
function mixed(hash: number): number {
  let mix = hash;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/**
 * A number in [0, 1) that is a pure function of a seed and a text, by FNV-1a (Fowler, Noll and Vo, 1991). For drawing some of many
 * thousands, where `createChance` and its SHA-256 would take seconds; not for what an opponent could choose.
 */
export function quickFraction(seed: number, text: string): number {
  let hash = mixed(FNV_OFFSET ^ seed);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mixed(hash) / 2 ** 32;
}
