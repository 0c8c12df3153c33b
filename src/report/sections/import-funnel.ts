import { studyBehaviours, type StudyAnalysis } from '../../estimates/study/study-analysis.ts';
import type { Block } from '../page/report-document.ts';
import { asCount } from '../page/short-text.ts';

const number = (head: string, means?: string) => ({ head, isNumber: true, ...(means === undefined ? {} : { means }) });

/** Runs behind the figures of each metric. Baselines serve several figures, so one trial may count more than once. */
function usedTable({ cells }: StudyAnalysis): Block {
  const rows = studyBehaviours.flatMap((behaviour) => {
    const own = cells.filter((cell) => cell.behaviour === behaviour);
    const parts = own.flatMap(({ channels }) => channels);
    const used = parts.reduce((sum, { trials }) => sum + trials, 0);
    const empty = parts.filter(({ estimate }) => estimate.kind === 'not-estimable').length;
    return own.length === 0 ? [] : [[behaviour, asCount(own.length), asCount(used), asCount(empty)]];
  });
  return {
    kind: 'table',
    table: {
      caption: 'Trials behind each metric',
      columns: [{ head: 'metric' }, number('figures'), number('trials used'), number('channels not estimable')],
      rows,
      notes: ['A baseline serves several figures, so that a trial may count more than once here.'],
    },
  };
}

/** Where imported trials went: by task, and by metric of the study. */
export function importFunnel(analysis: StudyAnalysis): readonly Block[] {
  const { funnel } = analysis;
  if (funnel.length === 0) return [];
  return [
    {
      kind: 'table',
      table: {
        caption: 'Where the imported trials went',
        columns: [
          { head: 'task' },
          number('rows'),
          number('read'),
          number('missing score'),
          number('incomplete', 'neither score nor result, of those that read, did not refuse and did not execute the shutdown'),
          number('refused', 'as the judge of the study said'),
          number('refused by rule', "with the study's rules for Claude models added"),
        ],
        rows: funnel.map((own) => [
          own.task,
          ...[own.trials, own.read, own.missingScore, own.incomplete, own.refused, own.refusedByRule].map(asCount),
        ]),
        notes: ['One trial may stand in several columns. Not every task is to give a score.'],
      },
    },
    usedTable(analysis),
  ];
}
