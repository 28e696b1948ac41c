import { describe, expect, it } from '@jest/globals';

import { watchRuleForm } from './watch-rule-form.js';

const read = (id: string, form: Record<string, string>): unknown =>
  watchRuleForm('escalation', id).parse({ reason: 'Agreed', ...form });

describe('the form of the steps', () => {
  it('leaves out whoever is given no days, and keeps what is no number for the answer to say so', () => {
    expect(read('', { head: '', coordinating_body: ' 10 ', docket: '20' })).toMatchObject({
      steps: [
        { addressee: 'coordinating_body', workingDays: 10 },
        { addressee: 'docket', workingDays: 20 },
      ],
    });
    expect(read('', {})).toMatchObject({ steps: [] });
  });

  it('asks for the usual ones by its address', () => {
    expect(read('usual', { head: '3' })).toMatchObject({ steps: null });
  });
});
