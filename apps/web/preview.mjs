// Serves the built pages with invented answers, under the policy of the real server:
//   npm run build:web && node apps/web/preview.mjs [port] [role]
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { defaultServerConditions, runnerImport } from 'vite';

const here = import.meta.dirname;
const out = resolve(here, '../../dist/web');
const port = Number(process.argv[2] ?? 4173);
const role = process.argv[3] ?? 'public';
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const { renderPage } = await import(pathToFileURL(join(out, 'server/entry.js')).href);
const { module: fixtures } = await runnerImport(join(here, 'fixtures/answers.ts'), {
  configFile: false,
  root: here,
  logLevel: 'error',
  resolve: { conditions: ['source', ...defaultServerConditions] },
});

const server = createServer((request, response) => {
  const path = request.url.split('?')[0];
  const file = join(out, 'client', normalize(decodeURIComponent(path)));
  if (path.startsWith('/assets/') && file.startsWith(out) && existsSync(file)) {
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
    return;
  }
  if (path.startsWith('/api/')) {
    const { status, body } = fixtures.answerFixture(request.url, role);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    return;
  }
  renderPage({
    url: request.url,
    acceptLanguage: request.headers['accept-language'],
    publicUrl: `http://127.0.0.1:${port}`,
    load: async (wanted) => fixtures.answerFixture(wanted, role),
  }).then(
    ({ status, html, location }) => {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
      response.writeHead(status, location === undefined ? headers : { ...headers, location }).end(html);
    },
    (fault) => response.writeHead(500).end(String(fault.stack)),
  );
});
server.listen(port, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${port}/en (${role})\n`);
});
