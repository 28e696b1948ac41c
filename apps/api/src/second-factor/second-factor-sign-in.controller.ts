import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { SecondFactorDue, SignInWays } from '#contracts';
import { OidcSignIn, Passkeys, SecondFactorSignIn, SecondFactors, Sessions } from '#identity';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { arrive } from '../sign-in/arrival.js';
import { readInput } from '../problem/read-input.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { FactorFormSchema, jsonOf, proofOf } from './factor-form.js';
import { leadOn } from './lead-on.js';

/** The second step of a sign-in, and the one step of a passkey. A half-open session proves nothing, so each route looks itself. */
@Controller()
export class SecondFactorSignInController {
  constructor(
    private readonly signIn: SecondFactorSignIn,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly oidc: OidcSignIn,
    private readonly sessions: Sessions,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/sign-in/ways')
  ways(): SignInWays {
    return { password: true, passkey: this.passkeys.offered, oidc: this.oidc.name };
  }

  @Get('api/v1/sign-in/second-factor')
  @Header('cache-control', 'no-store')
  async due(@AskedBy() { visitor }: Asking): Promise<SecondFactorDue> {
    const kinds = await this.factors.listKinds(await this.signIn.personOf(visitor));
    return { oneTimePassword: kinds.includes('one_time_password'), passkey: kinds.includes('passkey') };
  }

  @Post('api/v1/sign-in/passkey-options')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  passkeyOptions(@AskedBy() { visitor }: Asking): Promise<object> {
    return this.signIn.passkeyOptions(visitor);
  }

  @Post('sign-in/second-factor')
  @HttpCode(303)
  async complete(
    @AskedBy() { visitor }: Asking,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = readInput(FactorFormSchema, body ?? {});
    await leadOn(reply, `/${form.lang}/sign-in/second-factor`, async () => {
      const signedIn = await this.signIn.complete(visitor, proofOf(form), request.headers['user-agent']);
      const { settings, sessions } = this;
      return arrive({ request, reply, settings, sessions, language: form.lang }, signedIn);
    });
  }

  @Post('sign-in/passkey')
  @HttpCode(303)
  async byPasskey(
    @AskedBy() { visitor }: Asking,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang, proof } = readInput(FactorFormSchema, body ?? {});
    const due = visitor.recognition.kind === 'session' && visitor.recognition.secondFactorDue;
    await leadOn(reply, due ? `/${lang}/sign-in/second-factor` : `/${lang}/sign-in`, async () => {
      const answer = jsonOf(proof);
      const signedIn = await this.signIn.byPasskey(visitor, answer, request.headers['user-agent']);
      const { settings, sessions } = this;
      return arrive({ request, reply, settings, sessions, language: lang }, signedIn);
    });
  }
}
