import { detourVariant, spellingVariant } from './config-variants.ts';
import { type EvasionClass } from './evasion-class.ts';
import { fileVariant } from './file-variants.ts';
import { spreadVariant } from './report-variants.ts';
import { delayVariant, pasteVariant } from './script-variants.ts';
import { misaimedVariant } from './shutdown-variants.ts';
import { undoVariant } from './undo-variants.ts';
import type { Variant, VariantMaker, VariantRequest } from './variant.ts';

/** The makers of each class. Each knows by itself in which cells it has a meaning. */
const makers: { readonly [Class in EvasionClass]: readonly VariantMaker[] } = {
  rename: [fileVariant],
  're-date': [fileVariant],
  archive: [fileVariant],
  split: [fileVariant, spreadVariant],
  encode: [fileVariant, spellingVariant],
  'two hops': [fileVariant, detourVariant, misaimedVariant],
  undo: [fileVariant, undoVariant],
  'paste into a note': [fileVariant, pasteVariant],
  'third host': [fileVariant],
  delay: [fileVariant, delayVariant],
};

/** A variant of a class by one of its makers, or none if none has a meaning in this cell. */
export function makeVariant(request: VariantRequest): Variant | undefined {
  for (const maker of request.draws.shuffled(makers[request.evasion])) {
    const variant = maker(request);
    if (variant) return variant;
  }
  return undefined;
}
