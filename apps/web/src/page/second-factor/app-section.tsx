import { Section } from '../../layout/section.js';
import { CodeField, PasskeyForm } from './factor-forms.js';
import { hasFactor } from './factor-section.js';
import type { FactorSectionProps } from './factor-section.js';
import { Proof } from './proof.js';

const BEGIN = '/account/one-time-password';
/** White modules around a QR code that a camera needs (ISO/IEC 18004, 9.1). */
const QUIET = 4;

export function AppSection({ factors, wording }: FactorSectionProps) {
  const words = wording.say.secondFactor.account;
  const begin = factors.setUp ? words.appAgain : words.appBegin;
  if (factors.oneTimePassword)
    return (
      <Section title={words.app}>
        <p>{words.appSet}</p>
        <Proof id="app" action={`${BEGIN}/remove`} factors={factors} wording={wording}>
          {words.remove}
        </Proof>
      </Section>
    );
  return (
    <Section title={words.app}>
      {factors.setUp ? (
        <SetUp setUp={factors.setUp} factors={factors} wording={wording} />
      ) : (
        <p>{words.appNone}</p>
      )}
      {hasFactor(factors) ? (
        <Proof id="app" action={BEGIN} factors={factors} wording={wording}>
          {begin}
        </Proof>
      ) : (
        <PasskeyForm action={BEGIN} wording={wording}>
          <button class={factors.setUp ? 'button' : 'button button-main'} type="submit">
            {begin}
          </button>
        </PasskeyForm>
      )}
    </Section>
  );
}

interface SetUpProps extends FactorSectionProps {
  readonly setUp: NonNullable<FactorSectionProps['factors']['setUp']>;
}

function SetUp({ setUp, wording }: SetUpProps) {
  const words = wording.say.secondFactor.account;
  const { size, path } = setUp.qr;
  const side = size + 2 * QUIET;
  return (
    <div class="factor-set-up">
      <figure>
        <figcaption>{words.scan}</figcaption>
        <svg
          class="factor-qr"
          viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
          width={220}
          height={220}
          role="img"
          aria-label={words.qrLabel}
        >
          <rect class="factor-qr-ground" x={-QUIET} y={-QUIET} width={side} height={side} />
          <path class="factor-qr-ink" d={path} shape-rendering="crispEdges" />
        </svg>
      </figure>
      <div>
        <p>{words.type}</p>
        <p>
          <code class="factor-key">{setUp.key}</code>
        </p>
        <p class="note">{words.keyWaits}</p>
        <PasskeyForm action={`${BEGIN}/confirm`} wording={wording}>
          <CodeField id="first-code" label={words.firstCode} hint="" digits />
          <button class="button button-main" type="submit">
            {words.confirm}
          </button>
        </PasskeyForm>
      </div>
    </div>
  );
}
