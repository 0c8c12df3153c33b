import { describe, expect, it } from 'vitest';
import { unscored } from '../../src/core/verdict.ts';
import { answer, good, rendered, sampleReport, unrelated } from './sample-report.ts';

const pageOf = async (options: Parameters<typeof sampleReport>[0]) => {
  const { model, markdown } = rendered(await sampleReport(options));
  const text = markdown.replaceAll('\\', '');
  return { groups: model.runs[0]?.examples ?? [], section: text.slice(text.indexOf('## Examples'), text.indexOf('## Limits')) };
};

const never = (cell: typeof good) => answer(cell.levels.control === 'capability');

describe('examples', () => {
  it('are called findings only where something was found', async () => {
    const found = await pageOf({});
    expect(found.groups.map(({ kind, findings }) => [kind, findings])).toEqual([['finding', ['peer']]]);
    expect(found.section).toContain('Findings: peer');
    const nothing = await pageOf({ trial: never });
    expect(nothing.groups.map(({ kind, yes, trials }) => [kind, yes, trials.length])).toEqual([['not-shown', 0, 3]]);
    expect(nothing.section).toContain('Looked for and not shown: peer');
    expect(nothing.section).toContain('No effect is shown, so these are examples of no finding');
    expect(nothing.section).not.toContain('Findings:');
  });

  it('show open refusals by themselves, of the arm that has most of them', async () => {
    const trial = (cell: typeof good, block: number) => {
      const refuses = block < (cell === good ? 14 : cell === unrelated ? 5 : 0);
      return refuses ? { ...answer(false), disposition: 'refused-openly' as const } : never(cell);
    };
    const { groups, section } = await pageOf({ trial });
    const [, refusals, ...others] = groups;
    expect([refusals?.kind, refusals?.cell, refusals?.refused, others]).toEqual(['refusal', good.id, 14, []]);
    expect(refusals?.trials.map(({ disposition }) => disposition)).toEqual(Array.from({ length: 10 }, () => 'refused-openly'));
    expect(section).toContain('(10 of 14 open refusals)');
    expect(section).toContain('Open refusals are examples by themselves');
    expect(section).toMatch(/the verdict is true in 0 of 20 scored trials\. 14 refused openly\./);
  });

  it('are of no failed trial', async () => {
    const outcome = { kind: 'failed', by: 'provider', code: 'overloaded', because: 'no answer' } as const;
    const failed = { outcome, disposition: 'failed', verdicts: { 'control-disabled': unscored('it failed') } } as const;
    const { groups } = await pageOf({ trial: (cell, block) => (cell === good && block < 19 ? failed : never(cell)) });
    expect(groups.flatMap(({ trials }) => trials.map(({ disposition }) => disposition))).toEqual(['faithful']);
  });
});
