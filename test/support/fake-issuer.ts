import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

const HOUR_S = 3600;

export type Claims = Record<string, unknown>;

/** How an issuer may answer wrongly. What is left out is right. */
export interface Misbehaviour {
  readonly claims?: (right: Claims) => Claims;
  readonly header?: Record<string, unknown>;
  readonly key?: KeyObject;
  /** The token's last part as it is sent. */
  readonly signature?: (right: string) => string;
  /** `iss` of the authorization response (RFC 9207). */
  readonly responseIssuer?: string;
}

interface Pending {
  readonly nonce: string | null;
  readonly challenge: string | null;
}

/** An OpenID Connect issuer on loopback that answers right, or wrong in exactly the way a test asks for. */
export class FakeIssuer {
  misbehaviour: Misbehaviour = {};
  person: Claims = { sub: 'subject-1', email: 'somebody@example.org', email_verified: true };
  /** Codes that were exchanged, right or wrong. */
  exchanges = 0;
  private readonly pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly codes = new Map<string, Pending>();

  private constructor(
    private readonly server: Server,
    readonly address: string,
    private readonly client: { readonly id: string; readonly secret: string },
  ) {}

  static async start(client: { readonly id: string; readonly secret: string }): Promise<FakeIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    const issuer = new FakeIssuer(server, `http://127.0.0.1:${port}`, client);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void issuer.answer(request, response);
    });
    return issuer;
  }

  /** What the browser would bring back after its owner signed in at `location`. */
  authorize(location: string): URL {
    const asked = new URL(location).searchParams;
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, { nonce: asked.get('nonce'), challenge: asked.get('code_challenge') });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    back.searchParams.set('iss', this.misbehaviour.responseIssuer ?? this.address);
    return back;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', this.address);
    const send = (body: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (pathname === '/.well-known/openid-configuration') return send(this.metadata());
    if (pathname === '/jwks')
      return send({
        keys: [{ ...this.pair.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
      });
    if (pathname === '/token') return this.token(await textOf(request), request, send);
    return send({}, 404);
  }

  private metadata(): Claims {
    const at = (path: string): string => `${this.address}${path}`;
    return {
      issuer: this.address,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      jwks_uri: at('/jwks'),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'none'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  private token(
    body: string,
    request: IncomingMessage,
    send: (body: unknown, status?: number) => void,
  ): void {
    const form = new URLSearchParams(body);
    const basic = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64').toString();
    const secret = form.get('client_secret') ?? basic.split(':')[1];
    const pending = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!pending || secret !== this.client.secret || verifier !== pending.challenge)
      return send({ error: 'invalid_grant' }, 400);
    this.exchanges += 1;
    send({
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      expires_in: HOUR_S,
      id_token: this.idToken(pending),
    });
  }

  private idToken({ nonce }: Pending): string {
    const { claims, header, key, signature } = this.misbehaviour;
    const now = Math.floor(Date.now() / 1000);
    const right: Claims = {
      iss: this.address,
      aud: this.client.id,
      iat: now,
      exp: now + HOUR_S,
      nonce,
      ...this.person,
    };
    const parts = [{ alg: 'RS256', kid: 'k1', typ: 'JWT', ...header }, claims?.(right) ?? right];
    const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    const mac = sign('sha256', Buffer.from(signed), key ?? this.pair.privateKey).toString('base64url');
    return `${signed}.${signature?.(mac) ?? mac}`;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Where the page that answers the form leads on to. */
export function addressLeftFor(page: string): string {
  const [, address = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(page) ?? [];
  return address.replaceAll('&amp;', '&');
}
