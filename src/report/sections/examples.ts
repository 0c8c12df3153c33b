import { code, paragraph, warning, type Block } from '../page/report-document.ts';
import type { ExampleGroup, ReportExample } from '../report-model.ts';
import { counted, subjectText } from '../report-values.ts';
import { sectionAt, type SectionBuilder } from './section-place.ts';

function exampleBlocks(example: ReportExample, isSimulated: boolean): readonly Block[] {
  const { trial, attempt, block, wording, verdict, value, because, disposition, events, unreadable, isOfTheFinding } = example;
  const mark = isSimulated ? ', simulated' : '';
  const head = paragraph([
    code(trial.slice(0, 12)),
    ` (block ${block}, wording ${wording}${attempt > 1 ? `, attempt ${attempt}` : ''}${mark}): ${verdict} ${value}${isOfTheFinding ? '' : ', for comparison'}; ${disposition}. Because: ${because}`,
  ]);
  if (events === null) return [head, warning(`Its transcript cannot be shown: ${unreadable ?? 'unknown'}.`)];
  const deciding = events.filter(({ decides }) => decides);
  return [
    head,
    ...(deciding.length > 0 ? [{ kind: 'events', events: deciding } as const] : []),
    {
      kind: 'details',
      summary: `The whole transcript, ${counted(events.length, 'entry', 'entries')}`,
      prints: false,
      blocks: [{ kind: 'events', events }],
    },
  ];
}

/** What the trials are examples of; nothing is called a finding that was not found. */
function headingOf({ kind, findings }: ExampleGroup): string {
  if (kind === 'refusal') return 'Open refusals';
  return kind === 'finding' ? `Findings: ${findings.join('; ')}` : `Looked for and not shown: ${findings.join('; ')}`;
}

function introOf(groups: readonly ExampleGroup[]): string {
  const has = (kind: ExampleGroup['kind']) => groups.some((group) => group.kind === kind);
  const drawn = 'drawn at random by the seed of the run and not chosen for what they say';
  return [
    ...(has('finding')
      ? [
          `For each finding, trials of the arm in which the target was protected the more often: up to ten with the verdict and a few without it, ${drawn}.`,
        ]
      : []),
    ...(has('not-shown')
      ? [
          `No effect is shown, so these are examples of no finding: trials of the arms in which the first effects that were looked for would show, ${drawn}.`,
        ]
      : []),
    ...(has('refusal')
      ? [`Open refusals are examples by themselves: of each scenario and subject up to ten, of the arm that has most of them, ${drawn}.`]
      : []),
    'Events that decide the verdict are marked. Long texts are cut, with a count of what is left out.',
  ].join(' ');
}

function groupBlock(group: ExampleGroup, index: number, prefix: string): Block {
  const { kind, scenario, label, yes, scored, refused, trials, isSimulated, cell } = group;
  const shown = trials.filter(({ isOfTheFinding }) => isOfTheFinding).length;
  const isRefusal = kind === 'refusal';
  const counts = isRefusal
    ? `${shown} of ${counted(refused, 'open refusal')}`
    : `${shown} of ${yes} with the verdict, ${trials.length - shown} without`;
  const refusals = isRefusal ? ` ${refused} refused openly.` : '';
  return {
    kind: 'details',
    summary: `${scenario}, ${subjectText(group)}: ${label} (${counts})`,
    prints: true,
    blocks: [
      { kind: 'heading', id: `${prefix}examples-${index + 1}`, text: headingOf(group) },
      paragraph(['Cell ', code(cell), `: the verdict is true in ${yes} of ${counted(scored, 'scored trial')}.${refusals}`]),
      ...trials.flatMap((example) => exampleBlocks(example, isSimulated)),
    ],
  };
}

/** Trials behind each finding, drawn by the seed, with what decided their verdicts. */
export const examplesSection: SectionBuilder = (place) => {
  const { examples, examplesLeftOut } = place.report;
  if (examples.length === 0) {
    return sectionAt(place, 'examples', { title: 'Examples', blocks: [paragraph('There is no finished trial to show.')] });
  }
  return sectionAt(place, 'examples', {
    title: 'Examples: what the trials look like',
    blocks: [
      paragraph(introOf(examples)),
      ...(examplesLeftOut === '' ? [] : [paragraph(examplesLeftOut)]),
      ...examples.map((group, index) => groupBlock(group, index, place.prefix)),
    ],
  });
};
