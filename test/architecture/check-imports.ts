import { posix } from 'node:path';
import * as layers from './layers.ts';
import { areaOf, importsOf, isTest, parse, targetOf } from './read-source.ts';
import type { Finding, SourceFile } from './read-source.ts';

/** What is wrong with the imports of one file, each with its line. */
export function checkImports(file: SourceFile): Finding[] {
  const why = ruleFor(file.path);
  return importsOf(parse(file)).flatMap(({ specifier, line }) => {
    const reason = why(file.path, specifier);
    return reason === undefined ? [] : [`${file.path}:${line} imports ${specifier}: ${reason}`];
  });
}

type Rule = (path: string, specifier: string) => string | undefined;

function ruleFor(path: string): Rule {
  if (path.startsWith('test/')) return () => undefined;
  if (path.startsWith('src/')) return whyNotInSrc;
  if (path.startsWith('viewer/')) return whyNotInViewer;
  if (path.startsWith('scenarios/') || path.startsWith('experiments/')) return whyNotInScenario;
  return whyNotBeside;
}

function whyNotInSrc(path: string, specifier: string): string | undefined {
  const target = targetOf(path, specifier);
  const from = folderOf(path);
  if (target === undefined) return whyNotThePackage({ path, from, specifier });
  if (!target.startsWith('src/')) return isTest(path) ? undefined : 'src/ imports nothing outside itself';
  const to = folderOf(target);
  if (from === to) return whyNotTheSibling(path, target, from);
  const allowed = [...(layers.MAY_IMPORT[from] ?? []), ...(isTest(path) ? layers.TESTS_MAY_ALSO_IMPORT : [])];
  if (allowed.includes(to)) return undefined;
  return `${from} may import ${layers.MAY_IMPORT[from]?.join(', ') || 'nothing'}, not ${to}`;
}

function whyNotThePackage({ path, from, specifier }: { path: string; from: string; specifier: string }): string | undefined {
  if (specifier === '#offswitch') return isTest(path) ? undefined : 'the public index is for scenarios and experiments';
  if (isTest(path) || !layers.PURE_FOLDERS.includes(from) || !specifier.startsWith('node:')) return undefined;
  return layers.PURE_NODE_MODULES.includes(specifier) ? undefined : `${from} computes and does nothing else`;
}

function whyNotTheSibling(path: string, target: string, folder: string): string | undefined {
  if (!layers.FOLDERS_OF_ADAPTERS.includes(folder) || layers.SHARED_BY_ADAPTERS.includes(posix.dirname(target))) return undefined;
  const [mine, other] = [path, target].map((file) => file.split('/').slice(2, -1)[0]);
  return mine === undefined || other === undefined || mine === other ? undefined : `adapters never meet: ${mine} and ${other}`;
}

/** The folder of a behaviour; texts that are long lie in folders within it. */
const behaviourOf = (path: string) => posix.dirname(path).split('/').slice(0, 2).join('/');

function whyNotInScenario(path: string, specifier: string): string | undefined {
  if (specifier === '#offswitch' || isTest(path)) return undefined;
  const target = targetOf(path, specifier);
  if (target === undefined) return 'scenarios and experiments import only #offswitch';
  const isShared = layers.SHARED_BY_SCENARIOS.includes(areaOf(target));
  if (layers.SHARED_BY_SCENARIOS.includes(areaOf(path))) return isShared ? undefined : `${areaOf(path)} stands alone`;
  if (isShared) return undefined;
  if (/\.(scenario|experiment)\.ts$/.test(target)) return 'a scenario never imports another one';
  return behaviourOf(target) === behaviourOf(path) ? undefined : 'only texts beside it, scenarios/company and scenarios/data';
}

function whyNotInViewer(path: string, specifier: string): string | undefined {
  const target = targetOf(path, specifier);
  if (target === undefined || target.startsWith('viewer/') || target === layers.SEEN_BY_THE_VIEWER) return undefined;
  return `of the rest the viewer sees only ${layers.SEEN_BY_THE_VIEWER}`;
}

function whyNotBeside(path: string, specifier: string): string | undefined {
  const target = targetOf(path, specifier);
  return target?.startsWith('src/testing/') && !isTest(path) ? 'src/testing is for tests' : undefined;
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}
