import type { UprReport } from '#domain';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parseDocument, readAnyDocument } from '../parse-document.js';

const report = (conclusions: string): string => `A/HRC/99/4

Human Rights Council
Universal periodic review

Report of the Working Group on the Universal Periodic Review

Peru

Introduction

1. The Working Group on the Universal Periodic Review held its session. The review of Peru was held on 12 November 2019.

2. The Council selected rapporteurs for the review of Peru, and they took the floor.

II. Conclusions and/or recommendations

${conclusions}
`;

const read = (conclusions: string): UprReport => {
  const document = readAnyDocument(report(conclusions));
  if (document.kind !== 'upr_working_group_report') throw new Error(`read as ${document.kind}`);
  return document;
};

const facts = ({ recommendations }: UprReport): readonly string[] =>
  recommendations.map(
    (one) =>
      `${one.number} ${one.position} ${one.text} <${one.recommendingStates.map(({ iso3 }) => iso3).join(' ')}>`,
  );

describe('a report of the Working Group on the Universal Periodic Review', () => {
  it('gives each recommendation with who made it and what the State answered', () => {
    const document =
      read(`3. The recommendations listed below have been examined by Peru and enjoy the support of Peru:

3.1 Ratify the Convention on wells (Chile) (Islamic Republic of
Iran);

3.2 Dig more wells (Norway); Dig deep wells, in line with target
6.1 of the Goals and the protocol of 1930 (No. 29) (Spain);

A/HRC/99/4

3.3 Repair the wells (Ghana, Kenya and Togo).

4. The following recommendations will be examined by Peru, which will provide responses in due time:

4.1 Open the wells to all (Iran, Islamic Republic of).

5. The recommendations below did not enjoy the support of Peru and were noted:

5.1 Close the wells (Fiji).

6. All conclusions reflect the position of the submitting States.`);
    expect(document).toMatchObject({ symbol: 'A/HRC/99/4', state: 'PER', language: 'en', warnings: [] });
    expect(facts(document)).toEqual([
      '3.1 supported Ratify the Convention on wells <CHL IRN>',
      '3.2 supported Dig more wells <NOR>',
      '3.2 supported Dig deep wells, in line with target 6.1 of the Goals and the protocol of 1930 (No. 29) <ESP>',
      '3.3 supported Repair the wells <GHA KEN TGO>',
      '4.1 to_be_examined Open the wells to all <IRN>',
      '5.1 noted Close the wells <FJI>',
    ]);
  });

  it('says so where the position, a number or the States are not understood, and fills nothing in', () => {
    const document = read(`3. The recommendations of the dialogue are these:

3.1 Dig wells (Chile);

3.3 Dig ponds (the Moon).`);
    expect(facts(document)).toEqual(['3.1 null Dig wells <CHL>', '3.3 null Dig ponds (the Moon) <>']);
    expect(document.warnings.map(({ paragraph, code }) => `${paragraph} ${code}`)).toEqual([
      '3 upr_position_unknown',
      '3 upr_number_missing',
      '3 upr_states_unknown',
    ]);
  });

  it('is not taken for concluding observations, and the refusal says what can be done', () => {
    const parse = (): unknown =>
      parseDocument(report('3. It enjoys the support of Peru:\n\n3.1 Dig (Chile).'));
    expect(parse).toThrow(expect.objectContaining({ code: 'ingest.other_kind_of_document' }));
    expect(parse).toThrow(/vigia parse FILE --json.*concluding observations/);
  });

  it('is refused as a kind of its own where it holds no list of recommendations', () => {
    expect(() =>
      readAnyDocument(report('3. The Working Group took the floor and the review ended.')),
    ).toThrow(expect.objectContaining({ details: { kind: 'universal_periodic_review' } }));
  });
});

const shared = new URL('../../../../../shared/samples/A_HRC_43_15_SVN.en.txt', import.meta.url);
if (!existsSync(shared)) {
  process.stdout.write(
    'The report on Slovenia is not measured: there is no ../shared/samples beside the project.\n',
  );
}

(existsSync(shared) ? describe : describe.skip)('the report on Slovenia', () => {
  it('gives every number of both lists, each signed by States', () => {
    const document = readAnyDocument(readFileSync(shared, 'utf8'));
    if (document.kind !== 'upr_working_group_report') throw new Error(`read as ${document.kind}`);
    expect(document).toMatchObject({ symbol: 'A/HRC/43/15', state: 'SVN', warnings: [] });
    const numbers = (paragraph: number, count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${paragraph}.${index + 1}`);
    expect([...new Set(document.recommendations.map((one) => one.number))]).toEqual([
      ...numbers(121, 58),
      ...numbers(122, 157),
    ]);
    expect(
      new Set(document.recommendations.map((one) => `${one.number.slice(0, 3)} ${one.position}`)),
    ).toEqual(new Set(['121 supported', '122 to_be_examined']));
  });
});
