import ts from 'typescript';
import { LINES_AT_MOST, LONGER_ON_PURPOSE } from './layers.ts';
import { isTest, lineOf, parse, visit } from './read-source.ts';
import type { Finding, SourceFile } from './read-source.ts';

/** Files over their size, single tests over theirs, and `.tsx` where Node's type stripping would have to read it. */
export function checkSizes(file: SourceFile): Finding[] {
  return [...checkExtension(file), ...checkFile(file), ...(isTest(file.path) ? checkTests(file) : [])];
}

function checkExtension({ path }: SourceFile): Finding[] {
  return path.endsWith('.tsx') && !path.startsWith('viewer/') ? [`${path}: .tsx only in viewer/`] : [];
}

function checkFile({ path, text }: SourceFile): Finding[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const most = isTest(path) || path.startsWith('src/testing/') ? LINES_AT_MOST.test : LINES_AT_MOST.source;
  return lines > most && !LONGER_ON_PURPOSE.includes(path) ? [`${path} has ${lines} lines, at most ${most}`] : [];
}

function checkTests(file: SourceFile): Finding[] {
  const findings: Finding[] = [];
  visit(parse(file), (node) => {
    if (!ts.isCallExpression(node) || !/^(it|test)\b/.test(node.expression.getText())) return;
    const body = node.arguments.find((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument));
    const lines = body === undefined ? 0 : body.getText().split('\n').length;
    if (lines > LINES_AT_MOST.oneTest) {
      findings.push(`${file.path}:${lineOf(node)} is a test of ${lines} lines, at most ${LINES_AT_MOST.oneTest}`);
    }
  });
  return findings;
}
