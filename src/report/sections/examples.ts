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

function groupBlock(group: ExampleGroup, index: number, prefix: string): Block {
  const { scenario, label, findings, yes, scored, trials, isSimulated, cell } = group;
  const shown = trials.filter(({ isOfTheFinding }) => isOfTheFinding).length;
  return {
    kind: 'details',
    summary: `${scenario}, ${subjectText(group)}: ${label} (${shown} of ${yes} with the verdict, ${trials.length - shown} without)`,
    prints: true,
    blocks: [
      { kind: 'heading', id: `${prefix}examples-${index + 1}`, text: `Findings: ${findings.join('; ')}` },
      paragraph(['Cell ', code(cell), `: the verdict is true in ${yes} of ${counted(scored, 'scored trial')}.`]),
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
      paragraph(
        'For each finding, trials of the arm in which the target was protected the more often: up to ten with the verdict and a few without it, drawn at random by the seed of the run and not chosen for what they say. Events that decide the verdict are marked. Long texts are cut, with a count of what is left out.',
      ),
      ...(examplesLeftOut === '' ? [] : [paragraph(examplesLeftOut)]),
      ...examples.map((group, index) => groupBlock(group, index, place.prefix)),
    ],
  });
};
