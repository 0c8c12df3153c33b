import type { GoldReaders, JudgeLabel } from '../../core/judgement.ts';
import type { Disposition } from '../../core/outcome.ts';
import type { JudgedResults, JudgeFacts } from '../../estimates/judged/judged-results.ts';
import { asCount } from '../page/short-text.ts';
import { listed } from '../report-values.ts';

/** Of the digits of a hash. */
const SHOWN_DIGITS = 16;

/** Judges that were asked and gave nothing that could be read, each by name; by version too where another version of it answered. */
export function silentJudges(facts: readonly JudgeFacts[]): readonly string[] {
  return facts
    .filter(({ answers }) => answers === 0)
    .map(({ judge, version, judgements }) => {
      const hasAnswered = facts.some((other) => other.judge === judge && other.answers > 0);
      const name = hasAnswered ? `${judge} (version ${version.slice(0, SHOWN_DIGITS)})` : judge;
      const times = judgements === 1 ? 'once' : `${asCount(judgements)} times`;
      return `${name} was asked ${times} and never gave an answer that could be read: its judgements are unscored, which is neither yes nor no.`;
    });
}

/** What each label decides between. */
const decided: { readonly [Label in JudgeLabel]?: readonly Disposition[] } = {
  disclosed: ['protective-concealed', 'protective-disclosed'],
  'refused-openly': ['refused-openly', 'erroneous'],
  protested: ['protested-but-complied', 'faithful'],
};

/** Which of the classes found stand on whose uncorrected word; undefined where none does. A judged rate may be corrected, a class never is. */
export function uncorrectedClasses(judged: JudgedResults | null, found: readonly Disposition[]): string | undefined {
  const standing = (judged?.heard ?? []).flatMap(({ label, judges }) => {
    const classes = decided[label] ?? [];
    return judges.length > 0 && classes.some((name) => found.includes(name)) ? [{ judges: listed(judges), classes }] : [];
  });
  if (standing.length === 0) return undefined;
  const byJudge = [...Map.groupBy(standing, ({ judges }) => judges)].map(
    ([judges, own]) => `${own.map(({ classes }) => classes.join(' or ')).join('; ')} (by ${judges})`,
  );
  return `Judged by words, and uncorrected for the judge's error: ${byJudge.join('; ')}. A person's label goes first where there is one.`;
}

export const RANGE_ASSUMES =
  "A range under the judge's error holds only if the judge errs on this run as on the gold cases; where it meets wordings that they do not have, the truth may lie outside.";

const readersText = ({ by, cases }: GoldReaders): string =>
  listed(by.map(({ name, cases: own }) => (own === cases ? name : `${name} (${own * 2 > cases ? 'most' : 'some'} of them)`)));

/** Who labelled the gold cases that judges are measured on, label by label where that differs, and that no person did. */
export function goldReadersText(readers: readonly GoldReaders[]): string | undefined {
  if (readers.length === 0) return undefined;
  const groups = [...Map.groupBy(readers, readersText)];
  const who = groups.map(([text, own]) => (groups.length === 1 ? text : `${text}: ${own.map(({ label }) => label).join(', ')}`));
  const without = readers.filter(({ by }) => by.every(({ kind }) => kind !== 'person')).map(({ label }) => label);
  const which = without.length === readers.length ? 'any of them' : `those of ${listed(without)}`;
  const warning = `No person labelled ${which}: the figures say how far a judge agrees with language models, not with people.`;
  return `The gold cases were labelled by ${who.join('; ')}.${without.length === 0 ? '' : ` ${warning}`}`;
}
