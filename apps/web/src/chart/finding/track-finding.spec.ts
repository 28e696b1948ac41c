import { describe, expect, it } from '@jest/globals';

import { budget, prosecutions } from '../../../fixtures/money-and-cases.js';
import { wordingFor } from '../../wording/wording.js';
import { amountScale, printAmount, purposeModel, spentPercent } from '../model/budget-model.js';
import { funnelModel, reportedStages, stageTable } from '../model/prosecution-model.js';
import { budgetTitle, purposeFinding, yearFinding } from './budget-finding.js';
import { prosecutionTitle } from './prosecution-finding.js';

const en = wordingFor('en');
const es = wordingFor('es');

describe('the finding of a budget', () => {
  it('says how far the year is and where most of the money lies unspent', () => {
    expect(budgetTitle(budget('en'), en)).toBe(
      'The year is nine tenths over. 44\u202f% of the money for the recovery of victims is unspent.',
    );
    expect(budgetTitle(budget('es'), es)).toBe(
      'Han pasado nueve décimas partes del año. Queda sin gastar el 44\u202f% del dinero para la recuperación de las víctimas.',
    );
  });

  it('counts the purposes behind the year', () => {
    expect(purposeFinding(budget('en'), en)).toBe(
      'No purpose keeps pace with the year; legal assistance comes closest',
    );
    expect(purposeFinding({ ...budget('en'), elapsedShare: 0.6 }, en)).toBe(
      'Two of four purposes fall behind the year',
    );
    expect(purposeFinding({ ...budget('en'), elapsedShare: 0.1 }, en)).toBe(
      'Every purpose keeps pace with the year',
    );
  });

  it('sees a share that falls over three finished years, and leaves the open year out', () => {
    expect(yearFinding(budget('en'), en)).toBe('Each year since 2023, a smaller share is spent');
    const short = { ...budget('en'), years: budget('en').years.slice(3) };
    expect(yearFinding(short, en)).toBe('In 2025, 81\u202f% of the money was spent');
    expect(yearFinding({ ...budget('en'), years: [] }, en)).toBe('No finished year has been reported');
  });

  it('treats what was not reported as missing, never as zero', () => {
    expect(spentPercent({ approved: 5, revised: 4, executed: null })).toBeNull();
    expect(spentPercent({ approved: null, revised: 0, executed: 0 })).toBeNull();
    expect(printAmount(null, budget('en'), en)).toBe('missing');
    expect(purposeModel(budget('en'), budget('en').purposes.slice(2, 3), '', en).approved).toEqual([null]);
  });

  it('writes millions only where there are millions', () => {
    expect(amountScale(budget('en')).divisor).toBe(1_000_000);
    const small = {
      purpose: 'recovery',
      named: true,
      amounts: { approved: 900, revised: 800, executed: 10 },
      indicators: [],
    };
    expect(amountScale({ ...budget('en'), years: [], purposes: [small] }).divisor).toBe(1);
  });

  it('says that nothing was published when nothing was', () => {
    expect(budgetTitle({ ...budget('en'), purposes: [], years: [] }, en)).toBe(
      'No budget line has been published',
    );
  });
});

describe('the finding of a cohort', () => {
  it('says one in how many has led to a conviction', () => {
    expect(prosecutionTitle(prosecutions('en', null), en)).toBe(
      'Of the complaints made in 2021, one in nine has led to a conviction',
    );
    expect(prosecutionTitle(prosecutions('es', 2020), es)).toBe(
      'De los casos denunciados en 2020, uno de cada nueve ha terminado en condena',
    );
  });

  it('makes no rate of a figure below ten, and none of a missing one', () => {
    const view = prosecutions('en', null);
    const withConviction = (flag: 'lt10' | 'missing') => ({
      ...view,
      offences: view.offences.map((offence) => ({
        ...offence,
        stages: offence.stages.map((stage) =>
          stage.stage === 'conviction' ? { ...stage, cell: { ...stage.cell, value: null, flag } } : stage,
        ),
      })),
    });
    expect(prosecutionTitle(withConviction('lt10'), en)).toContain('fewer than ten are known');
    expect(prosecutionTitle(withConviction('missing'), en)).toContain('nobody can say how many');
  });

  it('leaves out stages that no offence reports, and shares one scale', () => {
    const view = prosecutions('en', null);
    expect(reportedStages(view)).toEqual([
      'complaint',
      'investigation',
      'charge',
      'conviction',
      'reparation_ordered',
      'reparation_paid',
    ]);
    const funnel = funnelModel(view, view.offences[2]!, en);
    expect(funnel.most).toBe(610);
    expect(funnel.printed.slice(-2)).toEqual(['missing', 'missing']);
  });

  it('says "n. a." for an offence that the law does not know, never 0', () => {
    const table = stageTable(prosecutions('en', null), 'cohort', en);
    expect(table.rows[0]?.cells.map(({ text }) => text)).toEqual(['610', '435', '270', 'n. a.']);
  });
});
