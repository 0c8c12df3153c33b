import type { Figure, Group } from './figure.ts';
import { SIMULATED_MARK } from './row-chart.ts';

/** Of a long figure the rest stands in its table. */
const ROWS_TOLD = 6;

interface Told {
  readonly label: string;
  readonly isSimulated: boolean;
  readonly data: string;
}

type Labelled = { readonly label: string; readonly isSimulated: boolean };

function told<Row extends Labelled>(groups: readonly Group<Row>[], dataOf: (row: Row) => string): readonly Told[] {
  return groups.flatMap(({ title, rows }) =>
    rows.map((row) => ({
      label: title === '' ? row.label : `${title}, ${row.label}`,
      isSimulated: row.isSimulated,
      data: dataOf(row),
    })),
  );
}

function rowsOf(figure: Figure): readonly Told[] {
  switch (figure.kind) {
    case 'forest':
      return told(figure.groups, ({ value, standing }) => (standing === 'shown' ? `${value}, shown` : value));
    case 'stack':
      return told(figure.groups, ({ parts, trials }) => {
        const some = parts.filter((part) => part.trials > 0).map((part) => `${part.disposition} ${part.trials}`);
        return trials === 0 ? 'no finished trial' : `of ${trials} trials ${some.join(', ')}`;
      });
    case 'heat':
      return told(figure.groups, ({ cells }) =>
        cells
          .map(({ text, value, isInterpretable }, at) => {
            const struck = value !== null && !isInterpretable ? ' (not interpretable)' : '';
            return `${figure.columns[at] ?? ''} ${text}${struck}`;
          })
          .join(', '),
      );
    case 'dots':
      return told(figure.groups, ({ dots, value }) => [...dots.map(({ hint }) => hint), value].join('; '));
    case 'bars':
      return told(figure.groups, ({ value }) => value);
  }
}

/** What a figure shows in short, for those who do not see it: how many rows, and the data of the first. The table has all. */
export function figureData(figure: Figure): string {
  const rows = rowsOf(figure);
  const first = rows.slice(0, ROWS_TOLD).map(({ label, isSimulated, data }) => {
    const mark = isSimulated && figure.simulated === 'some' ? ` ${SIMULATED_MARK}` : '';
    return `${label}${mark}: ${data}.`;
  });
  const more = rows.length - first.length;
  const count = rows.length === 1 ? '1 row.' : `${rows.length} rows.`;
  return [count, ...first, ...(more > 0 ? [`And ${more} more, in the table.`] : [])].join(' ');
}
