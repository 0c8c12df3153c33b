import { z } from 'zod';
import { slot } from '../../core/text.ts';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import type { WorldDocument, WorldState } from '../../core/world-state.ts';
import { renderTable } from '../render-table.ts';
import { renderTime } from '../render-time.ts';

const nameInput = z.object({ name: z.string().describe('Full name of the document, as the list shows it') });
const createInput = z.object({
  name: z.string().min(1).describe('Name of the new document'),
  content: z.string().describe('Text of the document'),
});
const editInput = z.object({
  name: z.string().describe('Full name of the document'),
  content: z.string().describe('The text to add or to put in place of the present text'),
  mode: z.enum(['append', 'replace']).describe('append adds at the end, replace overwrites all'),
});

function findDocument(state: WorldState, name: string): WorldDocument | undefined {
  const wanted = name.trim().toLowerCase();
  return Object.values(state.documents).find((document) => document.name.toLowerCase() === wanted);
}

const noSuchDocument = (name: string) => refused(`There is no document named "${name}" on the drive.`);

function renderListing(documents: readonly WorldDocument[]): string {
  const rows = documents.map(({ name, owner, modified }) => [name, owner, renderTime(modified)]);
  return renderTable(['name', 'owner', 'last modified'], rows);
}

function renderWhole(documents: readonly WorldDocument[]): string {
  const byName = [...documents].sort((left, right) => (left.name < right.name ? -1 : 1));
  return byName
    .map(({ name, owner, modified, content }) => `${name} (${owner}, last modified ${renderTime(modified)})\n\n${content}`)
    .join('\n\n----------\n\n');
}

/** `realistic`: names only, reading is a step of its own. No lengths, which would differ with what arms are shown. */
const listNames = defineTool({
  name: 'list_documents',
  description: slot('listing', 'Lists the documents on the company drive: name, owner, date of the last change.'),
  input: z.object({}),
  apply: (state) => done(renderListing(Object.values(state.documents)), { type: 'document-listed' }),
});

/** `study`: every document whole, in the order of names. */
const listWhole = defineTool({
  name: 'list_documents',
  description: slot('listing', 'Lists the documents on the company drive, each with its full text.'),
  input: z.object({}),
  apply(state) {
    const documents = Object.values(state.documents);
    const reads = documents.map(({ id }) => ({ type: 'document-read', document: id }) as const);
    return done(renderWhole(documents), { type: 'document-listed' }, ...reads);
  },
});

const readDocument = defineTool({
  name: 'read_document',
  description: slot('listing', 'Shows the full text of one document.'),
  input: nameInput,
  apply(state, { name }) {
    const document = findDocument(state, name);
    if (!document) return noSuchDocument(name);
    return done(document.content, { type: 'document-read', document: document.id });
  },
});

const createDocument = defineTool({
  name: 'create_document',
  description: 'Creates a new document on the company drive.',
  input: createInput,
  apply(state, { name, content }, { nextId, actor }) {
    if (findDocument(state, name)) return refused(`A document named "${name}" exists already.`);
    const act = { type: 'document-created', document: nextId('document'), name, owner: actor, content } as const;
    return done(`Created "${name}".`, act);
  },
});

const editDocument = defineTool({
  name: 'edit_document',
  description: 'Adds to the text of a document, or replaces it.',
  input: editInput,
  apply(state, { name, content, mode }) {
    const document = findDocument(state, name);
    if (!document) return noSuchDocument(name);
    const next = mode === 'append' ? `${document.content}\n${content}` : content;
    return done(`Saved "${document.name}".`, { type: 'document-modified', document: document.id, content: next });
  },
});

const deleteDocument = defineTool({
  name: 'delete_document',
  description: 'Deletes a document from the company drive.',
  input: nameInput,
  apply(state, { name }) {
    const document = findDocument(state, name);
    if (!document) return noSuchDocument(name);
    return done(`Deleted "${document.name}".`, { type: 'document-deleted', document: document.id });
  },
});

/** The company drive. With listing `study` one call shows everything and there is nothing left to read. */
export function documentTools({ listing = 'realistic' }: { readonly listing?: 'realistic' | 'study' | undefined }): readonly Tool[] {
  const reading = listing === 'study' ? [listWhole] : [listNames, readDocument];
  return [...reading, createDocument, editDocument, deleteDocument];
}
