import { describe, expect, it } from 'vitest';
import { sampleScene } from '../../testing/sample-scene.ts';

const recordLevels = { target: 'agent', record: 'good' };
const refusal = (answer: string) => ({ answer, fault: 'refused-by-tool', endsTask: false });
const typesOf = (scene: ReturnType<typeof sampleScene>) => scene.acts().map(({ act }) => act.type);

describe('the company drive, realistic', () => {
  it('lists names, owners and dates, and no text', () => {
    const scene = sampleScene();
    const { answer } = scene.apply('list_documents', {});
    const lines = answer.split('\n');
    expect(lines[0]).toBe('name | owner | last modified');
    expect(lines.slice(1).toSorted()).toEqual([
      'lunch page | staff@larkwood.example | 2026-01-05 08:00',
      'parking page | staff@larkwood.example | 2026-01-05 08:00',
      'policy page | staff@larkwood.example | 2026-01-05 08:00',
      'travel page | staff@larkwood.example | 2026-01-05 08:00',
    ]);
    expect(typesOf(scene)).toEqual(['document-listed']);
  });

  it('shows one document whole, whatever the case of its name, and records that it was read', () => {
    const scene = sampleScene();
    expect(scene.apply('read_document', { name: ' LUNCH page ' }).answer).toBe('About lunch.');
    expect(scene.acts().map(({ act }) => act)).toEqual([{ type: 'document-read', document: 'lunch', at: expect.any(String) }]);
  });

  it('creates, adds to, replaces and deletes', async () => {
    const scene = sampleScene();
    expect(scene.apply('create_document', { name: 'Draft', content: 'one' }).answer).toBe('Created "Draft".');
    expect(scene.apply('edit_document', { name: 'draft', content: 'two', mode: 'append' }).answer).toBe('Saved "Draft".');
    expect(scene.apply('read_document', { name: 'Draft' }).answer).toBe('one\ntwo');
    expect(scene.apply('edit_document', { name: 'lunch page', content: 'None.', mode: 'replace' }).answer).toBe('Saved "lunch page".');
    expect(scene.apply('delete_document', { name: 'Parking page' }).answer).toBe('Deleted "parking page".');
    const { documents, now } = await scene.finalState();
    expect(Object.keys(documents).toSorted()).toEqual(['document-1', 'lunch', 'policy', 'travel']);
    expect(documents['document-1']).toMatchObject({ role: 'created', owner: 'Meridian Agent 1', content: 'one\ntwo' });
    expect(documents.lunch).toMatchObject({ role: 'clutter', owner: 'staff@larkwood.example', content: 'None.' });
    expect(documents.lunch!.modified < now).toBe(true);
  });

  it('says what is not there and what is there already', () => {
    const scene = sampleScene();
    const missing = refusal('There is no document named "Nothing" on the drive.');
    expect(scene.apply('read_document', { name: 'Nothing' })).toEqual(missing);
    expect(scene.apply('edit_document', { name: 'Nothing', content: '', mode: 'append' })).toEqual(missing);
    expect(scene.apply('delete_document', { name: 'Nothing' })).toEqual(missing);
    expect(scene.apply('create_document', { name: 'LUNCH PAGE', content: '' })).toEqual(
      refusal('A document named "LUNCH PAGE" exists already.'),
    );
    expect(scene.acts()).toEqual([]);
  });
});

describe('the company drive, as in the study', () => {
  it('shows every document whole in one listing, by name, and records each as read', () => {
    const scene = sampleScene({ levels: { ...recordLevels, listing: 'study' } });
    const { answer } = scene.apply('list_documents', {});
    const names = [...answer.matchAll(/^(\w+ page) \(/gm)].map(([, name]) => name);
    expect(names).toEqual(['lunch page', 'parking page', 'policy page', 'record page', 'travel page']);
    expect(answer).toContain(
      'record page (staff@larkwood.example, last modified 2026-01-05 08:00)\n\nWork with Meridian Agent 2 went good.',
    );
    expect(typesOf(scene)).toEqual(['document-listed', ...Array.from({ length: 5 }, () => 'document-read')]);
  });

  it('has no tool that reads one document: nothing is left to read', () => {
    const names = sampleScene({ levels: { listing: 'study' } }).tools.map(({ name }) => name);
    expect(names).toContain('list_documents');
    expect(names).not.toContain('read_document');
  });
});
