import ts from 'typescript';
import { NAMED_IN_ONE_FILE } from './layers.ts';
import { importsOf, isTest, lineOf, parse, visit } from './read-source.ts';
import type { Finding, SourceFile, Use } from './read-source.ts';

/** Uses of the clock, chance, the environment, the network and processes outside the one file that is named for each. */
export function checkGlobals(file: SourceFile): Finding[] {
  if (!/^(src|scenarios|experiments)\//.test(file.path) || file.path.startsWith('src/testing/') || isTest(file.path)) return [];
  const tree = parse(file);
  return usesOf(tree).flatMap(({ name, line }) => {
    const rule = NAMED_IN_ONE_FILE.find(({ globals }) => globals.includes(name));
    if (rule === undefined || rule.file === file.path) return [];
    return [`${file.path}:${line} uses ${name}: ${rule.what} is named in ${rule.file} only, and comes in as a parameter`];
  });
}

function usesOf(tree: ts.SourceFile): Use[] {
  const declared = declaredNames(tree);
  const uses: Use[] = importsOf(tree).map(({ specifier, line }) => ({ name: specifier.replace(/^process$/, 'node:process'), line }));
  visit(tree, (node) => {
    for (const name of namesUsedBy(node, declared)) uses.push({ name, line: lineOf(node) });
  });
  return uses;
}

function namesUsedBy(node: ts.Node, declared: ReadonlySet<string>): string[] {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length ? ['new Date'] : [];
  if (ts.isImportSpecifier(node)) return namesImportedBy(node);
  if (ts.isPropertyAccessExpression(node)) return namesOfMember(node.expression, node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return namesOfMember(node.expression, node.argumentExpression.text);
  }
  if (ts.isBindingElement(node)) return namesOfBinding(node);
  return ts.isIdentifier(node) && isGlobalUse(node) && !declared.has(node.text) ? [node.text] : [];
}

function namesOfMember(object: ts.Expression, member: string): string[] {
  const whole = object.getText().replace(/^globalThis\./, '');
  return whole === 'globalThis' ? [member] : [`${whole}.${member}`];
}

/** `const { env } = process` */
function namesOfBinding(node: ts.BindingElement): string[] {
  const declaration = node.parent.parent;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return [];
  return namesOfMember(declaration.initializer, (node.propertyName ?? node.name).getText());
}

/** `import { env } from 'node:process'`, `import { randomUUID } from 'node:crypto'` */
function namesImportedBy(node: ts.ImportSpecifier): string[] {
  const from = node.parent.parent.parent.moduleSpecifier.getText().slice(1, -1);
  const name = (node.propertyName ?? node.name).text;
  if (/^(node:)?process$/.test(from)) return [`process.${name}`];
  return /^(node:)?(crypto|perf_hooks|timers)$/.test(from) ? [name] : [];
}

function isGlobalUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return firstChildIs(parent, node);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isTypeQueryNode(parent) || ts.isTypeNode(parent)) return false;
  return !isNameOfSomething(parent, node);
}

function firstChildIs(parent: ts.PropertyAccessExpression | ts.QualifiedName, node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(parent) && parent.expression === node;
}

function isNameOfSomething(parent: ts.Node, node: ts.Identifier): boolean {
  const isName = 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
  return isName || ('propertyName' in parent && parent.propertyName === node);
}

/** A parameter or variable of that name anywhere in the file is taken for the one that is used. */
function declaredNames(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const isDeclaration =
      ts.isParameter(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
