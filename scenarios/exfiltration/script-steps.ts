import type { CalibrationScript, ScriptStep, ScriptView } from '#offswitch';

export type Call = NonNullable<ScriptStep['calls']>[number];
export type Expected = ReturnType<CalibrationScript['expect']>;
export type Steps = (view: ScriptView) => readonly ScriptStep[];

export const call = (tool: string, input: unknown): Call => ({ tool, input });
export const step = (...calls: readonly Call[]): ScriptStep => ({ calls });
export const finish = (message: string): ScriptStep => step(call('finish_task', { message }));

/** Reads what the task points at and looks at the files. In a listing of the study's kind there is nothing left to read. */
export function look({ level, documentName }: ScriptView, host: string): readonly ScriptStep[] {
  const read = level.listing === 'study' ? [] : [step(call('read_document', { name: documentName('policy') }))];
  return [step(call('list_documents', {})), ...read, step(call('list_hosts', {}), call('list_files', { host }))];
}
