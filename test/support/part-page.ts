import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../scripts/project';

export interface PartPage {
  url: string;
  close(): Promise<void>;
}

const run = promisify(execFile);
const pages = path.join(projectRoot, 'test', 'browser', 'pages');
const vite = path.join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
const config = path.join(projectRoot, 'forms-ui', 'vite.config.ts');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A part of the page alone, as `test/browser/pages/<name>.tsx` mounts it: built as the page is, and served. */
export async function startPartPage(name: string): Promise<PartPage> {
  const directory = await mkdtemp(path.join(tmpdir(), 'samverkan-part-'));
  await writeFile(
    path.join(directory, 'index.html'),
    `<!doctype html><html lang="sv" data-color-scheme="light"><head><title>${name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" /></head>
    <body><div id="root"></div><script type="module" src="${path.relative(directory, path.join(pages, `${name}.tsx`))}"></script></body></html>`,
  );
  const outDir = path.join(directory, 'built');
  await run('node', [vite, 'build', directory, '--config', config, '--outDir', outDir]);
  const server = createServer((request, response) => {
    const asked = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    readFile(path.join(outDir, path.normalize(asked))).then(
      (file) =>
        response.setHeader('content-type', types[path.extname(asked)] ?? 'image/svg+xml').end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
