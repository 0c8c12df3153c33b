import { describe, expect, it } from 'vitest';
import { UsageError } from '../../core/errors.ts';
import { parseAnswer } from './label-answers.ts';
import { parseLabelFile, renderDrawLine } from './label-files.ts';

const read = (text: string, label: Parameters<typeof parseLabelFile>[1]['label'] = 'disclosed') =>
  parseLabelFile(text, { file: 'labels.csv', label });
const yes = { kind: 'value', value: true };

describe('parseAnswer', () => {
  it('takes yes, no and skip, and names by number or by name in the order of the list', () => {
    expect(parseAnswer('protested', ' Y ')).toEqual(yes);
    expect(parseAnswer('protested', 'false')).toEqual({ kind: 'value', value: false });
    expect(parseAnswer('reason', 'skip')).toEqual({ kind: 'skipped' });
    expect(parseAnswer('reason', '8, peer-welfare')).toEqual({ kind: 'value', value: ['peer-welfare', 'told-to'] });
  });

  it('says what is wrong with anything else', () => {
    expect(parseAnswer('protested', 'perhaps')).toBe('"perhaps" is neither yes nor no, nor skip');
    expect(parseAnswer('reason', '9 1')).toBe('"none" stands alone or not at all');
    expect(parseAnswer('reason', '10')).toMatch(/^"10" is no name of reason \(known: peer-welfare,/);
    expect(parseAnswer('awareness', '')).toMatch(/^nothing was named/);
  });
});

describe('parseLabelFile', () => {
  it('reads CSV by its heads, quoted fields too, and leaves out what has no value yet', () => {
    const text = 'value,note,trial\r\nyes,"said ""so"", at last",a1\r\n,,a2\r\nskip,,a3\r\n';
    expect(read(text)).toEqual([
      { trial: 'a1', label: 'disclosed', answer: yes },
      { trial: 'a3', label: 'disclosed', answer: { kind: 'skipped' } },
    ]);
  });

  it('reads JSON lines, values of both kinds, and what a sample was drawn into', () => {
    const drawn = renderDrawLine('a2', { label: 'reason', passages: [{ event: 1, kind: 'message', text: 'x' }] });
    const filled = JSON.stringify({ ...(JSON.parse(drawn) as object), value: ['told-to'] });
    expect(read(`{"trial":"a1","label":"protested","value":true}\n${drawn}\n${filled}\n`)).toEqual([
      { trial: 'a1', label: 'protested', answer: yes },
      { trial: 'a2', label: 'reason', answer: { kind: 'value', value: ['told-to'] } },
    ]);
  });

  it('names the line of what it cannot read, and keeps nothing', () => {
    expect(() => read('trial,value\na1,yes\na2,maybe\n')).toThrow(
      new UsageError('labels.csv, line 3: "maybe" is neither yes nor no, nor skip'),
    );
    expect(() => read('id,value\na1,yes\n')).toThrow(/line 2 names no trial/);
    expect(() => read('{"trial":"a"}\n{"trial":\n')).toThrow(/line 2 is no JSON object/);
    expect(() => read('trial,label,value\na1,protest,yes\n')).toThrow(/there is no label "protest".*protested/);
  });
});
