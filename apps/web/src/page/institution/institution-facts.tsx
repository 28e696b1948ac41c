import type { ComponentChildren } from 'preact';

import type { InstitutionDetail } from '#contracts';

import { institutionPath, pageUrl } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { termWords } from './term.js';

interface InstitutionFactsProps {
  readonly detail: InstitutionDetail;
  readonly iso3: string;
  readonly wording: Wording;
}

/** Where it stands, what it was called, and who comes after it. */
export function InstitutionFacts({ detail, iso3, wording }: InstitutionFactsProps) {
  const { page: words, levels, unknownDay } = wording.say.institution;
  const linkTo = (other: InstitutionDetail['parent']) =>
    other && <a href={pageUrl(wording.language, institutionPath(iso3, other.code))}>{other.name}</a>;
  return (
    <dl class="facts">
      <Fact name={words.code}>{detail.code}</Fact>
      <Fact name={words.level}>{levels[detail.level] ?? detail.level}</Fact>
      {detail.parent && <Fact name={words.parent}>{linkTo(detail.parent)}</Fact>}
      {detail.validFrom !== null && <Fact name={words.validFrom}>{wording.date(detail.validFrom)}</Fact>}
      {detail.successor && <Fact name={words.successor}>{linkTo(detail.successor)}</Fact>}
      {detail.formerNames.length > 0 && (
        <Fact name={words.formerNames}>
          <ul class="plain-list">
            {detail.formerNames.map(({ name, validFrom, validUntil }) => (
              <li key={`${name} ${validUntil}`}>
                {name}
                <span class="second">
                  {termWords({ startsOn: validFrom, endsOn: validUntil }, wording) || unknownDay}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
