import { Section } from '../../layout/section.js';
import { CodeField, PasskeyForm } from './factor-forms.js';
import { hasFactor, proofOptionsFor } from './factor-section.js';
import type { FactorSectionProps } from './factor-section.js';
import type { Visit } from '../../router/page.js';
import { Proof } from './proof.js';

const ADD = '/account/passkeys';

interface PasskeySectionProps extends FactorSectionProps {
  readonly typedInto: Visit['typedInto'];
}

export function PasskeySection({ factors, wording, typedInto }: PasskeySectionProps) {
  const words = wording.say.secondFactor.account;
  return (
    <Section title={words.passkeys}>
      <p class="note">{words.passkeysWhy}</p>
      {factors.passkeys.length > 0 && <PasskeyTable factors={factors} wording={wording} />}
      {factors.passkeysOffered ? (
        <AddPasskey factors={factors} wording={wording} typedInto={typedInto} />
      ) : (
        <p class="note">{words.passkeysHere}</p>
      )}
    </Section>
  );
}

function PasskeyTable({ factors, wording }: FactorSectionProps) {
  const words = wording.say.secondFactor.account;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.added}</th>
          <th scope="col">{words.lastUsed}</th>
          <th scope="col">
            <span class="line-words">{words.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {factors.passkeys.map((passkey) => (
          <tr key={passkey.id}>
            <th scope="row">{passkey.name}</th>
            <td data-label={words.added}>{wording.date(passkey.addedOn)}</td>
            <td data-label={words.lastUsed}>
              {passkey.lastUsedOn === null ? words.never : wording.date(passkey.lastUsedOn)}
            </td>
            <td>
              <Proof
                id={`passkey-${passkey.id}`}
                action={`/account/passkeys/${passkey.id}/remove`}
                label={words.removeNamed(passkey.name)}
                factors={factors}
                wording={wording}
              >
                {words.remove}
              </Proof>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A browser makes a passkey by script only: without it the form is not shown. */
function AddPasskey({ factors, wording, typedInto }: PasskeySectionProps) {
  const words = wording.say.secondFactor.account;
  const proofOptions = proofOptionsFor(factors);
  return (
    <>
      <noscript>
        <p class="note">{words.needsScript}</p>
      </noscript>
      <div class="needs-script">
        <PasskeyForm
          action={ADD}
          newOptions="/api/v1/account/passkey-options"
          proofOptions={proofOptions}
          wording={wording}
        >
          <label class="field" for="passkey-name">
            <span class="field-label">{words.name}</span>
            <span class="field-hint" id="passkey-name-hint">
              {words.nameHint}
            </span>
            <input
              id="passkey-name"
              name="name"
              type="text"
              maxLength={60}
              value={typedInto(ADD).get('name') ?? undefined}
              required
              aria-describedby="passkey-name-hint"
            />
          </label>
          {hasFactor(factors) && (
            <CodeField
              id="proof-add"
              label={words.proof}
              hint={proofOptions === undefined ? words.proofHint : words.proofOrPasskey}
              optional={proofOptions !== undefined}
            />
          )}
          <button class="button" type="submit">
            {words.add}
          </button>
        </PasskeyForm>
      </div>
    </>
  );
}
