import type { SecondFactorsView } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { AccountLinks } from '../account/account-links.js';
import { AppSection } from './app-section.js';
import { hasFactor } from './factor-section.js';
import type { FactorSectionProps } from './factor-section.js';
import { PasskeySection } from './passkey-section.js';
import { Proof } from './proof.js';

/** One's own second factors: what there is, and forms to change it. */
export const secondFactorsPage: Page<{ factors: SecondFactorsView }> = {
  load: ({ language, query }) => ({
    factors: apiUrl(language, '/account/second-factor', { codes: query.get('codes') }),
  }),
  show: ({ factors }, { address, wording, typedInto }) => {
    const words = wording.say.secondFactor.account;
    return {
      documentTitle: words.documentTitle,
      current: 'account',
      body: (
        <>
          <h1>{hasFactor(factors) ? words.titleSet : words.titleNone}</h1>
          <p class="lede">{words.lede}</p>
          <AccountLinks wording={wording} here="/account/second-factor" />
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          <ShownCodes factors={factors} asked={address.query.has('codes')} wording={wording} />
          <AppSection factors={factors} wording={wording} />
          <PasskeySection factors={factors} wording={wording} typedInto={typedInto} />
          <RecoverySection factors={factors} wording={wording} />
        </>
      ),
    };
  },
};

function ShownCodes({ factors, asked, wording }: FactorSectionProps & { readonly asked: boolean }) {
  const words = wording.say.secondFactor.account;
  if (!asked) return null;
  if (!factors.recoveryCodes) return <p class="note">{words.shownBefore}</p>;
  return (
    <section class="factor-codes" role="status">
      <h2>{words.shownTitle}</h2>
      <p>{words.shownWhy}</p>
      <ol>
        {factors.recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}

function RecoverySection({ factors, wording }: FactorSectionProps) {
  const words = wording.say.secondFactor.account;
  return (
    <Section title={words.recovery}>
      {hasFactor(factors) ? (
        <>
          <p>{words.recoveryLeft(factors.recoveryCodesLeft)}</p>
          <p class="note">{words.recoveryNewWhy}</p>
          <Proof id="renew" action="/account/recovery-codes" factors={factors} wording={wording}>
            {words.recoveryNew}
          </Proof>
        </>
      ) : (
        <p>{words.recoveryNone}</p>
      )}
    </Section>
  );
}
