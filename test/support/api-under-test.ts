import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApi } from '../../apps/api/src/create-api.js';
import type { TrackingGround } from './tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };

export interface ApiReply {
  readonly status: number;
  readonly location: string;
  /** `?problem=` of where a form led. */
  readonly problem: string | null;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly cookies?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  /** Where the request comes from: any address of 127.0.0.0/8, which Linux holds ready. */
  readonly address?: string;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of a form. */
  readonly body?: string;
}

/** The API on a free port, asked as a browser sends forms. */
export class ApiUnderTest {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly port: string,
  ) {}

  static async open(
    ground: TrackingGround,
    demonstration = false,
    logger: LoggerService = SILENT,
  ): Promise<ApiUnderTest> {
    const app = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: { publicUrl: 'https://vigia.example', webRoot: '/nowhere', demonstration },
      },
      logger,
    );
    await app.listen(0, '127.0.0.1');
    return new ApiUnderTest(app, new URL(await app.getUrl()).port);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, asked: Asked = {}): Promise<ApiReply> {
    const answer = await this.send(method, path, asked);
    const location = answer.headers.location ?? '';
    const cookies = (answer.headers['set-cookie'] ?? []).map((line) => (line.split(';')[0] ?? '').split('='));
    return {
      status: answer.statusCode ?? 0,
      location,
      problem: new URL(location, 'https://vigia.example').searchParams.get('problem'),
      cookies: Object.fromEntries(cookies.map(([name = '', value = '']) => [name, value])),
      headers: answer.headers,
      body: await text(answer),
    };
  }

  private send(method: string, path: string, asked: Asked): Promise<IncomingMessage> {
    const cookie = Object.entries(asked.cookies ?? {}).map(([name, value]) => `${name}=${value}`);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          method,
          path,
          host: '127.0.0.1',
          port: this.port,
          agent: false,
          localAddress: asked.address ?? '127.0.0.1',
          headers: {
            'user-agent': 'a browser of the test',
            ...(cookie.length === 0 ? {} : { cookie: cookie.join('; ') }),
            ...asked.headers,
            ...(asked.accept === undefined ? {} : { accept: asked.accept }),
            ...(asked.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          },
        },
        resolve,
      );
      sent.once('error', reject);
      sent.end(asked.form === undefined ? asked.body : new URLSearchParams(asked.form).toString());
    });
  }
}
