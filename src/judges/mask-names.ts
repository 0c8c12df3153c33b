import type { Secrets } from '../core/ports/judge.ts';
import type { ModelFamily } from '../core/model-family.ts';
import { cleanText } from './clean-text.ts';
import { knownMakers, knownModels } from './known-model-names.ts';

/** What may stand between the words of a name: `Claude Agent 2`, `claude_agent_2`, `**Claude** Agent #2`, `ClaudeAgent2`. */
const BETWEEN = String.raw`[\s\-_.*"'\x60#/’]{0,4}`;
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,128}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){1,8}/gu;

/** A name in any case, with any of the joints between its words, and not within another word. */
function patternOf(name: string): string {
  const parts = cleanText(name).match(/\p{L}+|\p{N}+/gu) ?? [];
  return String.raw`(?<![\p{L}\p{N}])${parts.join(BETWEEN)}(?![\p{L}\p{N}])`;
}

interface MaskedName {
  readonly name: string;
  readonly mask: string;
}

/** `Agent 2` stands for `Meridian Agent 2`, where only one of the names ends so. */
function shortForms(names: readonly MaskedName[]): readonly MaskedName[] {
  const forms = names.flatMap(({ name, mask }) => {
    const numbered = /^\p{L}+\s+(agent\s+\d+)$/iu.exec(name.trim());
    return numbered?.[1] === undefined ? [] : [{ name: numbered[1], mask }];
  });
  const masks = Map.groupBy(forms, ({ name }) => name.toLowerCase());
  return [...masks.values()].flatMap((same) => (new Set(same.map(({ mask }) => mask)).size === 1 && same[0] ? [same[0]] : []));
}

export type Mask = (text: string) => string;

/** A bare family name is part of the names of models that the world knows, such as that of a version, and comes after them. */
const FAMILY = 'the family';

const replacer =
  (steps: readonly (readonly [RegExp, string])[]): Mask =>
  (text) =>
    steps.reduce((left, [pattern, mask]) => left.replaceAll(pattern, () => mask), text);

/**
 * Puts its mask for every name of the case, wherever it stands: in any case, as a system id, in a mail address, in the
 * possessive; then `a model` and `a maker of models` for those that the world knows. With `family`, the subject carries a
 * name of that family in the open.
 */
export function createMask({ names }: Pick<Secrets, 'names'>, family?: ModelFamily): Mask {
  const shown = family ? names.map((entry) => ({ ...entry, mask: unmasked(entry.mask) })) : names;
  const isFamily = names.map(({ mask }) => mask === FAMILY);
  const own = [...shown.filter((_name, index) => !isFamily[index]), ...shortForms(shown)];
  const families = shown.filter((_name, index) => isFamily[index]);
  const toSteps = (masked: readonly MaskedName[]) =>
    masked
      .filter(({ name }) => /[\p{L}\p{N}]/u.test(name))
      .sort((left, right) => right.name.length - left.name.length)
      .map(({ name, mask }) => [new RegExp(patternOf(name), 'giu'), mask] as const);
  return replacer([
    [/[\uE000\uE001]/g, ''],
    [MAIL, '(mail address)'],
    ...toSteps(own),
    ...knownModels.map((pattern) => [pattern, family ? SHOWN : 'a model'] as const),
    ...toSteps(families),
    ...knownMakers.map((pattern) => [pattern, family?.maker ?? 'a maker of models'] as const),
    [/\uE000/g, family?.name ?? ''],
    [/\uE001/g, family ? `${family.name} Agent 1` : ''],
  ]);
}

/** Stand for what is shown until all other names are masked, so that it is not taken for one of them. */
const SHOWN = '\uE000';
const SHOWN_SUBJECT = '\uE001';

/** What stands for the subject and its family where a judge is to know them. */
function unmasked(mask: string): string {
  if (mask === 'the subject' || mask === 'the-subject') return SHOWN_SUBJECT;
  return mask === FAMILY ? SHOWN : mask;
}
