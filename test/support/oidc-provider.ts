import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { jest } from '@jest/globals';
import type Provider from 'oidc-provider';

const LIVES_S = 600;

interface ProviderAccount {
  readonly email: string;
  readonly email_verified: boolean;
}

interface Client {
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
}

/** A certified OpenID Connect issuer on loopback. Whoever comes signs in as `subject` and agrees, or declines. */
export class LoopbackProvider {
  subject = '';
  declines = false;
  readonly accounts = new Map<string, ProviderAccount>();

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async start(client: Client): Promise<LoopbackProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    const started = new LoopbackProvider(server, `http://127.0.0.1:${port}`);
    const provider = await started.compose(client);
    const answer = provider.callback();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith('/interaction/')) void started.interact(provider, request, response);
      else void answer(request, response);
    });
    return started;
  }

  /** The way of a browser from `location` to the address that the provider sends it back to. */
  async walk(location: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next = location;
    for (let step = 0; step < 10; step += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const given = answer.headers.get('location');
      if (given === null) throw new TypeError(`${next} answers ${answer.status}: ${await answer.text()}`);
      const url = new URL(given, next);
      if (url.origin !== this.address) return url;
      next = url.href;
    }
    throw new TypeError(`The provider leads in a circle at ${next}`);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** What it says about Node 20 and about its store in memory does not matter to a test. */
  private async compose({ id, secret, redirectUri }: Client): Promise<Provider> {
    const muted = (['warn', 'info'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(() => undefined),
    );
    try {
      const { default: OidcProvider } = await import('oidc-provider');
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return new OidcProvider(this.address, {
        clients: [{ client_id: id, client_secret: secret, redirect_uris: [redirectUri] }],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        cookies: { keys: ['only-for-tests'] },
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] },
        features: { devInteractions: { enabled: false } },
        ttl: {
          Interaction: LIVES_S,
          Session: LIVES_S,
          Grant: LIVES_S,
          AccessToken: LIVES_S,
          IdToken: LIVES_S,
        },
        interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
        findAccount: (_context, sub) => {
          const account = this.accounts.get(sub);
          return account && { accountId: sub, claims: () => ({ sub, ...account }) };
        },
      });
    } finally {
      for (const one of muted) one.mockRestore();
    }
  }

  private async interact(
    provider: Provider,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (this.declines) return provider.interactionFinished(request, response, { error: 'access_denied' });
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: this.subject } });
    const grant = new provider.Grant({
      accountId: session?.accountId,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid email');
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
}
