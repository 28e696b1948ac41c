import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';

import type { SecondFactorDue, SignInWays } from '#contracts';
import { OidcSignIn, Passkeys, SecondFactorSignIn, SecondFactors } from '#identity';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { Arrival } from '../sign-in/arrival.js';
import { FactorFormSchema, jsonOf, proofOf } from './factor-form.js';

/** The second step of a sign-in, and the one step of a passkey. A half-open session proves nothing, so each route looks itself. */
@Controller()
export class SecondFactorSignInController {
  constructor(
    private readonly signIn: SecondFactorSignIn,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly oidc: OidcSignIn,
    private readonly arrival: Arrival,
    private readonly forms: FormPosts,
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

  @FormRoute('sign-in/second-factor')
  complete(@Posted() post: FormPost): Promise<void> {
    return this.forms.answer(post, {
      page: '/sign-in/second-factor',
      schema: FactorFormSchema,
      act: async (form) =>
        this.arrival.of(post, await this.signIn.complete(post.visitor, proofOf(form), post.device)),
    });
  }

  @FormRoute('sign-in/passkey')
  byPasskey(@Posted() post: FormPost): Promise<void> {
    const { recognition } = post.visitor;
    const due = recognition.kind === 'session' && recognition.secondFactorDue;
    return this.forms.answer(post, {
      page: due ? '/sign-in/second-factor' : '/sign-in',
      schema: FactorFormSchema,
      act: async ({ proof }) =>
        this.arrival.of(post, await this.signIn.byPasskey(post.visitor, jsonOf(proof), post.device)),
    });
  }
}
