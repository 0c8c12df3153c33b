import { describe, expect, it } from 'vitest';
import { sampleScenario } from '../../../testing/sample-scenario.ts';
import { parseCells } from './parse-cells.ts';

const library = new Map(['sample/control', 'sample/other'].map((id) => [id, sampleScenario({ id })]));
const parsed = (...written: readonly string[]) => {
  const { left, right } = parseCells(written, library);
  return [left, right];
};
const faultOf = (...written: readonly string[]) => {
  try {
    return parsed(...written);
  } catch (error) {
    return (error as Error).message;
  }
};
const known = '(known: sample/control, sample/other; did you mean "sample/control"?)';
const how = "write 'scenario factor=level ...' twice, or the scenario and two lists of levels";

describe('two cells on the command line', () => {
  it.each([
    [
      ['sample/control record=good bar=90', 'sample/control record=bad'],
      [{ record: 'good', bar: '90' }, { record: 'bad' }],
    ],
    [
      ['sample/control  record=good', 'record=bad'],
      [{ record: 'good' }, { record: 'bad' }],
    ],
    [
      ['sample/control', 'record=good, bar=90', ''],
      [{ record: 'good', bar: '90' }, {}],
    ],
    [
      ['sample/control  default', 'sample/control stakes=none'],
      [{}, { stakes: 'none' }],
    ],
  ])('are read from %j', (written, expected) => {
    expect(parsed(...written)).toEqual(expected);
  });

  it.each([
    [['sample/control record=good'], `a difference needs two cells, not 1: ${how}`],
    [['sample/control', 'a=b', 'c=d', 'e=f'], `a difference needs two cells, not 4: ${how}`],
    [['record=good', 'record=bad'], `the cell "record=good" names no scenario: ${how}`],
    [['sample/control record', 'record=bad'], `"record" in the cell "sample/control record" is no factor=level: ${how}`],
    [['sample/control bar=80 bar=90', ''], 'the cell "sample/control bar=80 bar=90" names two levels of bar: a cell has one'],
    [['sample/control bar=80', 'sample/other'], 'cells of two scenarios cannot be twins: sample/control and sample/other'],
    [['sample/contrl', 'bar=80'], `there is no scenario "sample/contrl" ${known}`],
    [['sample/control bar=80', 'sample/contrl bar=90'], `there is no scenario "sample/contrl" ${known}`],
  ])('are refused as %j', (written, message) => {
    expect(faultOf(...written)).toBe(message);
  });
});
