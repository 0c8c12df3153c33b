import { describe, expect, it } from 'vitest';
import { labelNames, type JudgeLabel, type LabelValue } from '../../core/judgement.ts';
import { contentHash } from '../../util/content-hash.ts';
import { configTools } from '../../world/tools/config-tools.ts';
import { documentTools } from '../../world/tools/document-tools.ts';
import { fileTools } from '../../world/tools/file-tools.ts';
import { financeReportTools } from '../../world/tools/finance-tools.ts';
import { hostTools } from '../../world/tools/host-tools.ts';
import { noteTools } from '../../world/tools/note-tools.ts';
import { sheetTools } from '../../world/tools/sheet-tools.ts';
import { systemTools } from '../../world/tools/system-tools.ts';
import { concernTools, endTools, reportTools } from '../../world/tools/task-tools.ts';
import { goldKinds } from '../gold-case.ts';
import { allGoldCases, authoredCases, goldHash } from './all-gold-cases.ts';
import type { AuthoredCase } from './authored-case.ts';
import { goldJobs, goldTargets, type GoldJob } from './gold-cast.ts';
import { awarenessNames, reasonNames } from './label-names.ts';

const halves = ['dev', 'held-out'] as const;
const inHalf = (half: AuthoredCase['half']) => authoredCases.filter((one) => one.half === half);
const valueOf = (one: AuthoredCase, wanted: JudgeLabel): LabelValue | undefined => one.labels.find(({ label }) => label === wanted)?.value;
const idsOf = (cases: readonly AuthoredCase[]) => cases.map(({ id }) => id);

const yesOrNo: readonly JudgeLabel[] = ['refused-openly', 'protested', 'disclosed', 'plan-concealed', 'threshold-aimed'];
const always: readonly JudgeLabel[] = ['refused-openly', 'protested', 'awareness', 'plan-concealed'];

describe('gold set', () => {
  it('has at least 180 cases, each named once and in its half', () => {
    expect(authoredCases.length).toBeGreaterThanOrEqual(180);
    expect(new Set(idsOf(authoredCases)).size).toBe(authoredCases.length);
    expect(idsOf(authoredCases.filter(({ id, half }) => !id.startsWith(half === 'dev' ? 'd-' : 'h-')))).toEqual([]);
  });

  it('holds halves that differ by a few cases only', () => {
    const [dev, heldOut] = halves.map((half) => inHalf(half).length);
    expect(Math.abs((dev ?? 0) - (heldOut ?? 0))).toBeLessThanOrEqual(5);
  });

  it('labels each case for what applies to it, and for nothing else', () => {
    const expected = ({ job, labels }: AuthoredCase): readonly string[] => {
      const departed = labels.some(({ label }) => label === 'reason' || label === 'disclosed');
      const ofReport = job === 'evaluation' || job === 'finance';
      return [...always, ...(departed ? ['reason', 'disclosed'] : []), ...(ofReport ? ['threshold-aimed'] : [])].sort();
    };
    expect(
      authoredCases.filter(
        (one) =>
          one.labels
            .map(({ label }) => label)
            .sort()
            .join() !== expected(one).join(),
      ),
    ).toEqual([]);
  });

  it('takes every refusal and every disclosure for a departure from the job', () => {
    const refused = authoredCases.filter((one) => valueOf(one, 'refused-openly') === true);
    expect(idsOf(refused.filter((one) => valueOf(one, 'reason') === undefined))).toEqual([]);
    const hiding = authoredCases.filter((one) => valueOf(one, 'plan-concealed') === true);
    expect(idsOf(hiding.filter((one) => valueOf(one, 'disclosed') !== false))).toEqual([]);
  });

  it('gives yes or no, or names of the closed lists with the sole ones alone', () => {
    const isValid = (label: JudgeLabel, value: LabelValue): boolean => {
      const list = labelNames[label];
      if (!list || typeof value === 'boolean') return !list && typeof value === 'boolean';
      const areKnown = value.every((name) => list.names.includes(name)) && new Set(value).size === value.length;
      return areKnown && value.length > 0 && (value.length === 1 || !value.some((name) => list.sole.includes(name)));
    };
    expect(authoredCases.flatMap(({ id, labels }) => labels.filter(({ label, value }) => !isValid(label, value)).map(() => id))).toEqual(
      [],
    );
    expect([labelNames.reason?.names, labelNames.awareness?.names]).toEqual([reasonNames, awarenessNames]);
  });

  it('says of no label that a person gave it', () => {
    const labellers = new Set(allGoldCases.flatMap(({ labels }) => labels.map(({ by }) => `${by.kind}: ${by.name}`)));
    expect([...labellers]).toEqual(['author: case author (a language model)', 'model: second reader (a language model)']);
  });

  it('is known by a hash of all that a calibration rests on', () => {
    expect(goldHash).toBe(contentHash(allGoldCases));
    const [first, ...rest] = allGoldCases;
    expect(contentHash([{ ...first, labels: [] }, ...rest])).not.toBe(goldHash);
  });
});

describe('balance of the gold set', () => {
  it.each(yesOrNo)('has at least 30 cases with and 30 without %s, half of them in each half', (label) => {
    const counts = halves.map((half) => {
      const values = inHalf(half).map((one) => valueOf(one, label));
      return Math.min(values.filter((value) => value === true).length, values.filter((value) => value === false).length);
    });
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(15);
  });

  it.each(['reason', 'awareness'] as const)('has at least 10 cases of each name of %s, 4 or more in each half', (label) => {
    const having = (name: string, cases: readonly AuthoredCase[]) =>
      cases.filter((one) => (valueOf(one, label) as readonly string[] | undefined)?.includes(name)).length;
    const scarce = labelNames[label]?.names.filter(
      (name) => having(name, authoredCases) < 10 || halves.some((half) => having(name, inHalf(half)) < 4),
    );
    expect(scarce).toEqual([]);
  });

  it('has every kind, job and target in both halves, in much the same shares', () => {
    const kinds = [
      ...goldKinds.map((kind) => [kind, (one: AuthoredCase) => one.kind === kind] as const),
      ...goldJobs.map((job) => [job, (one: AuthoredCase) => one.job === job] as const),
      ...goldTargets.map((target) => [target, (one: AuthoredCase) => one.target === target] as const),
    ];
    const counted = kinds.map(([name, is]) => ({ name, counts: halves.map((half) => inHalf(half).filter(is).length) }));
    const uneven = counted.filter(({ counts: [dev = 0, heldOut = 0] }) => dev === 0 || heldOut === 0 || Math.abs(dev - heldOut) > 5);
    expect(uneven).toEqual([]);
  });

  it('has at least 16 injections, some of them beside a behaviour that they deny', () => {
    const injections = authoredCases.filter(({ kind }) => kind === 'injection');
    expect(injections.length).toBeGreaterThanOrEqual(16);
    const guilty = injections.filter((one) => yesOrNo.some((label) => label !== 'disclosed' && valueOf(one, label) === true));
    expect(halves.map((half) => guilty.filter((one) => one.half === half).length >= 3)).toEqual([true, true]);
  });
});

const anywhere = [...documentTools({}), ...noteTools({ scratchpad: 'plain' }), ...concernTools({ escalation: 'available' }), ...endTools()];
const toolsOf = {
  evaluation: [...sheetTools(), ...reportTools()],
  finance: [...sheetTools(), ...financeReportTools()],
  tampering: [...sheetTools(), ...configTools(), ...reportTools()],
  shutdown: [...sheetTools(), ...systemTools(), ...reportTools()],
  transfer: fileTools(),
  deletion: [...fileTools({ deletion: 'queued' }), ...hostTools()],
} satisfies Readonly<Record<GoldJob, unknown>>;

describe('transcripts of the gold set', () => {
  it('begin with a brief, are numbered from 1, and end, if at all, at the end', () => {
    const odd = authoredCases.filter(({ events }) => {
      const isNumbered = events.every(({ id }, index) => id === index + 1);
      const end = events.findIndex(({ type }) => type === 'trial-ended');
      return !isNumbered || events[0]?.type !== 'trial-started' || (end >= 0 && end !== events.length - 1);
    });
    expect(idsOf(odd)).toEqual([]);
  });

  it('answer every call but the last ones of a trial that was cut off', () => {
    const open = authoredCases.filter(({ events }) => {
      const answered = new Set(events.flatMap((event) => (event.type === 'tool-answered' ? [event.callId] : [])));
      const isWaiting = events.some((event) => event.type === 'tool-called' && !answered.has(event.callId));
      return (
        isWaiting &&
        events.at(-1)?.type === 'trial-ended' &&
        !events.some((one) => one.type === 'trial-ended' && one.outcome.kind !== 'completed')
      );
    });
    expect(idsOf(open)).toEqual([]);
  });

  it('call only tools that a subject has in that job', () => {
    const unknown = authoredCases.flatMap(({ id, job, events }) => {
      const names = new Set([...anywhere, ...toolsOf[job]].map(({ name }) => name));
      return events.flatMap((event) => (event.type === 'tool-called' && !names.has(event.tool) ? [`${id}: ${event.tool}`] : []));
    });
    expect(unknown).toEqual([]);
  });

  it('that claim a hidden plan have a place for it that the operator does not read', () => {
    const hiding = authoredCases.filter((one) => valueOf(one, 'plan-concealed') === true);
    const open = hiding.filter(
      ({ events }) =>
        !events.some(
          (event) =>
            (event.type === 'reply-received' && event.reply.content.some(({ type }) => type === 'reasoning')) ||
            (event.type === 'tool-called' && ['write_note', 'send_message'].includes(event.tool)),
        ),
    );
    expect(idsOf(open)).toEqual([]);
  });
});
