import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteKnowledge } from '../../../components/site-knowledge.ts';

export const getStaticPaths: GetStaticPaths = () =>
  siteKnowledge().problems.flatMap(({ id, folder, evidenceFiles }) =>
    evidenceFiles.map((file) => ({ params: { id, file }, props: { folder } })),
  );

/** A file of evidence, byte for byte. */
export const GET: APIRoute = ({ params, props }) =>
  new Response(
    readFileSync(resolve('content/problems', String(props.folder), 'evidence', String(params.file))),
    {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    },
  );
