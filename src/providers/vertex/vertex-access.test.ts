import { describe, expect, it } from 'vitest';
import { UsageError } from '../../core/errors.ts';
import { vertexAccess, vertexUrl } from './vertex-access.ts';

const place = { GOOGLE_VERTEX_PROJECT: 'acme-research-7', GOOGLE_VERTEX_LOCATION: 'europe-west1' };
const project = (location: string) =>
  vertexAccess('gemini-3-flash-preview', { environment: { ...place, GOOGLE_VERTEX_LOCATION: location } });

describe('vertexAccess', () => {
  it('takes a key of express mode for Gemini, and the project for Claude', () => {
    const both = { apiKey: 'key', environment: place };
    expect(vertexAccess('gemini-3-flash-preview', both)).toEqual({ kind: 'express', apiKey: 'key' });
    expect(vertexAccess('claude-haiku-4-5@20251001', both)).toMatchObject({
      kind: 'project',
      project: 'acme-research-7',
      location: 'europe-west1',
    });
  });

  it.each([
    ['gemini-3-flash-preview', {}, /GOOGLE_VERTEX_API_KEY, or GOOGLE_VERTEX_PROJECT with GOOGLE_VERTEX_LOCATION/],
    ['gemini-3-flash-preview', { environment: { GOOGLE_VERTEX_PROJECT: 'acme-research-7' } }, /needs GOOGLE_VERTEX_LOCATION too/],
    ['gemini-3-flash-preview', { environment: { GOOGLE_VERTEX_LOCATION: 'global' } }, /needs GOOGLE_VERTEX_PROJECT too/],
    [
      'claude-haiku-4-5@20251001',
      { apiKey: 'key' },
      /express mode serves Gemini only: set GOOGLE_VERTEX_PROJECT and GOOGLE_VERTEX_LOCATION/,
    ],
    [
      'gemini-3-flash-preview',
      { environment: { ...place, GOOGLE_VERTEX_LOCATION: 'evil.example/x' } },
      /GOOGLE_VERTEX_LOCATION is "evil.example\/x"/,
    ],
  ])('says for %s with %j what to set', (modelId, given, message) => {
    expect(() => vertexAccess(modelId, given)).toThrow(UsageError);
    expect(() => vertexAccess(modelId, given)).toThrow(message);
  });
});

describe('vertexUrl', () => {
  const path = (location: string) => `/projects/acme-research-7/locations/${location}/publishers`;

  it.each([
    ['global', 'https://aiplatform.googleapis.com'],
    ['eu', 'https://aiplatform.eu.rep.googleapis.com'],
    ['europe-west1', 'https://europe-west1-aiplatform.googleapis.com'],
  ])('finds the host of %s', (location, host) => {
    expect(vertexUrl(project(location), { publisher: 'google', baseUrl: undefined })).toBe(`${host}/v1beta1${path(location)}/google`);
    expect(vertexUrl(project(location), { publisher: 'anthropic', baseUrl: undefined })).toBe(`${host}/v1${path(location)}/anthropic`);
  });

  it('needs no place in express mode, and leaves a version that was given', () => {
    const express = { kind: 'express', apiKey: 'key' } as const;
    expect(vertexUrl(express, { publisher: 'google', baseUrl: undefined })).toBe('https://aiplatform.googleapis.com/v1/publishers/google');
    expect(vertexUrl(project('global'), { publisher: 'google', baseUrl: 'http://gateway/vertex_ai/v1' })).toBe(
      `http://gateway/vertex_ai/v1${path('global')}/google`,
    );
  });
});
