import { describe, expect, it } from '@jest/globals';

import { indicatorData } from '../../../fixtures/indicators.js';
import { wordingFor } from '../../wording/wording.js';
import { indicatorModel, indicatorTable } from '../model/indicator-model.js';
import { indicatorNotes } from '../frame/notes.js';
import { seriesOf } from '../model/series.js';
import { indicatorFinding } from './indicator-finding.js';

const en = wordingFor('en');
const es = wordingFor('es');
const data = (code: string, language: 'en' | 'es' = 'en') => indicatorData(code, language)!;
const finding = (code: string, by: string | null = null): string =>
  indicatorFinding(data(code), seriesOf(data(code), by, en), en);

describe('the finding of an indicator', () => {
  it('says then and now', () => {
    expect(finding('32a-rooms')).toBe('Single interview rooms: 20 in 2016, 71 in 2025');
    const spanish = data('20d-2', 'es');
    expect(indicatorFinding(spanish, seriesOf(spanish, null, es), es)).toContain(
      '1\u202f240 en 2022, 2\u202f085 en 2025',
    );
  });

  it('says what sources that differ say, where most of them do, and never averages them', () => {
    expect(finding('8-victims')).toBe('In 2020, two sources give two different numbers: 470 and 640');
    expect(finding('8-six-sources')).toBe(
      'In 2019, three sources give three different numbers: 476, 765 and 1,054',
    );
    const spanish = data('8-six-sources', 'es');
    expect(indicatorFinding(spanish, seriesOf(spanish, null, es), es)).toBe(
      'En 2019, tres fuentes dan tres cifras distintas: 476, 765 y 1\u202f054',
    );
  });

  it('says first the figure of record, where one was chosen, and then what the others say', () => {
    const victims = data('8-victims');
    const police = victims.cells.find(({ period, value }) => period.endOn === '2020-12-31' && value === 640)!;
    const chosen = {
      ...victims,
      cells: victims.cells.map((cell) =>
        cell.period.endOn === police.period.endOn
          ? { ...cell, ofRecord: cell.source === police.source }
          : cell,
      ),
    };
    const set = seriesOf(chosen, null, en);
    const said = indicatorFinding(chosen, set, en);
    expect(said).toMatch(/^2020: the figure of record is 640 \(.+\); other sources say 470$/);
    const model = indicatorModel(chosen, set, said, en);
    const ringed = model?.kind === 'dot' ? model.series.map(({ ofRecord }) => ofRecord?.length ?? 0) : [];
    expect(ringed.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(
      indicatorTable(chosen, set, en)
        .rows.flatMap(({ cells }) => cells)
        .filter((cell) => cell.ofRecord),
    ).toHaveLength(1);
    expect(indicatorNotes(chosen, set, model, en).join(' ')).toContain('Ringed: the figure of record.');
    expect(indicatorNotes(victims, seriesOf(victims, null, en), null, en).join(' ')).toContain(
      'No figure of record',
    );
  });

  it('compares nothing across a break, and draws no line over it', () => {
    const rooms = data('20d-2');
    const last = [...rooms.cells].sort((left, right) => (left.period.endOn < right.period.endOn ? 1 : -1));
    const broken = {
      ...rooms,
      cells: rooms.cells.map((cell) => (cell === last[1] ? { ...cell, break: true as const } : cell)),
    };
    const set = seriesOf(broken, null, en);
    const place = set.series[0]!.cells.findIndex((cell) => cell?.break === true);
    const said = indicatorFinding(broken, set, en);
    expect(said).toContain(` in ${set.labels[place]}`);
    expect(said).not.toContain(`${set.labels[0]}`);
    const model = indicatorModel(broken, set, said, en);
    expect(model).toMatchObject({ kind: 'line', breaks: [place], breakLabel: 'break in the series' });
    expect(model?.kind === 'line' && model.series[0]?.breaks).toEqual([place]);
    expect(indicatorTable(broken, set, en).rows[0]?.cells[place]).toMatchObject({ break: true });
    expect(indicatorModel(rooms, seriesOf(rooms, null, en), '', en)).toMatchObject({ breaks: [] });
  });

  it('counts a number that two of three sources share once', () => {
    const six = data('8-six-sources');
    const sharing = {
      ...six,
      cells: six.cells.map((cell) => (cell.value === 765 ? { ...cell, value: 476 } : cell)),
    };
    const alone = { ...sharing, cells: sharing.cells.filter(({ period }) => period.endOn > '2019') };
    expect(indicatorFinding(alone, seriesOf(alone, null, en), en)).toBe(
      'In 2019, three sources give two different numbers: 476 and 1,054',
    );
  });

  it('says that they agree when they always do', () => {
    const same = data('8-victims');
    const agreeing = { ...same, cells: same.cells.map((cell) => ({ ...cell, value: 100 })) };
    expect(indicatorFinding(agreeing, seriesOf(agreeing, null, en), en)).toBe(
      'In 2020, two sources give the same number: 100',
    );
  });

  it('names who counted first and who counted last where no period is shared', () => {
    expect(finding('32a-two-sources')).toBe(
      'Single interview rooms: 20 in 2016 (Committee on the Rights of the Child), 71 in 2025 (Prosecution Service)',
    );
    const rooms = data('32a-two-sources');
    const single = {
      ...rooms,
      cells: rooms.cells.map((cell) =>
        cell.value === 20 ? cell : { ...cell, value: null, flag: 'not_shown' as const },
      ),
    };
    expect(indicatorFinding(single, seriesOf(single, null, en), en)).toBe(
      'Single interview rooms: 20 in 2016 (Committee on the Rights of the Child)',
    );
  });

  it('names the widest distance between groups in the newest period that both report', () => {
    expect(finding('32d-2', 'area')).toBe(
      'Child victims who had a free lawyer, 2025: Urban 74\u202f%, Rural 45\u202f%',
    );
  });

  it('names the one group that it speaks of, where a breakdown is crossed with another', () => {
    expect(finding('26a-offences', 'stage')).toBe(
      'Cases by offence and stage, All offences: 810 in 2020, 835 in 2021',
    );
  });

  it('says what was spent of a budget line', () => {
    expect(finding('18-recovery')).toBe('Recovery of victims: 15,400,000 of 19,800,000 soles spent in 2025');
  });

  it('says never, single and unchanged plainly', () => {
    expect(finding('14b-evaluated')).toBe('Programmes with an evaluation: never reported');
    expect(finding('24-law')).toBe('Sale of children is an offence: no in 2025');
    const still = data('32a-rooms');
    const unchanged = { ...still, cells: still.cells.map((cell) => ({ ...cell, value: 20 })) };
    expect(indicatorFinding(unchanged, seriesOf(unchanged, null, en), en)).toBe(
      'Single interview rooms: 20, the same in 2016 and 2025',
    );
  });

  it('makes no number of a figure that may not be told', () => {
    const few = data('20d-2');
    const untold = {
      ...few,
      cells: few.cells.map((cell) => ({ ...cell, value: null, flag: 'lt10' as const })),
    };
    expect(indicatorFinding(untold, seriesOf(untold, null, en), en)).toBe(
      'Children at risk in a programme: no number can be shown',
    );
  });
});

describe('the chart of an indicator', () => {
  const model = (code: string, by: string | null = null) => {
    const set = seriesOf(data(code), by, en);
    return indicatorModel(data(code), set, indicatorFinding(data(code), set, en), en);
  };

  it('keeps the place of years that nobody reported', () => {
    const rooms = model('32a-rooms');
    expect(rooms).toMatchObject({ kind: 'line', gaps: [{ from: 1, to: 2 }], target: { value: 100 } });
    expect(rooms?.readings[0]?.points.slice(0, 3)).toEqual([
      { label: '2016', text: '20' },
      { label: '2017', text: 'missing' },
      { label: '2018', text: 'missing' },
    ]);
  });

  it('calls a figure below ten no gap: it was reported', () => {
    const programme = model('20d-2');
    expect(programme).toMatchObject({ kind: 'line', gaps: [] });
    expect(programme?.readings[0]?.points[0]).toEqual({ label: '2021', text: '<10' });
  });

  it('shows two sources side by side', () => {
    expect(model('8-victims')).toMatchObject({
      kind: 'dot',
      labels: ['2018', '2019', '2020'],
      series: [
        { name: 'National Police', values: [1600, 1054, 640] },
        { name: 'Prosecutors', values: [1189, 476, 470] },
      ],
    });
  });

  it('leaves out no source and no number, however many there are', () => {
    const six = model('8-six-sources');
    expect(six).toMatchObject({
      kind: 'dot',
      labels: ['2018', '2019', '2020', '2024'],
      series: [
        { name: 'Press: Inforegión', values: [null, null, null, 1762] },
        { name: 'Police operations', values: [null, 1054, null, null] },
        { name: 'Prosecution Service', values: [1189, 476, 470, null] },
        { name: 'Prosecution Service, as first published', values: [882, null, null, null] },
        { name: 'National Police', values: [1600, null, 640, null] },
        { name: 'Police register', values: [null, 765, null, null] },
      ],
    });
    const drawn = six?.kind === 'dot' ? six.series : [];
    expect(new Set(drawn.map(({ shape }) => shape)).size).toBe(6);
    expect(new Set(drawn.map(({ tone }) => tone)).size).toBe(6);
    expect(drawn[0]?.printed).toEqual(['', '', '', '1,762']);
  });

  it('has one row a source in its table, each with a name of its own', () => {
    const six = data('8-six-sources', 'es');
    const table = indicatorTable(six, seriesOf(six, null, es), es);
    expect(table.corner).toBe('Fuente');
    expect(new Set(table.rows.map(({ head }) => head)).size).toBe(6);
  });

  it('draws sources that follow one another as lines, and keeps the words of a figure that one may not tell', () => {
    const rooms = data('32a-two-sources');
    const few = {
      ...rooms,
      cells: rooms.cells.map((cell) =>
        cell.value === 64 ? { ...cell, value: null, flag: 'lt10' as const } : cell,
      ),
    };
    const drawn = indicatorModel(few, seriesOf(few, null, en), '', en);
    expect(drawn).toMatchObject({ kind: 'line', target: { value: 100 } });
    const told = drawn?.readings.map(({ points }) =>
      points.filter(({ text }) => text !== 'missing').map(({ label, text }) => `${label}: ${text}`),
    );
    expect(told).toEqual([['2016: 20'], ['2024: <10', '2025: 71']]);
  });

  it('gives more than four groups a small chart each on one scale, and one without a number its place and its reason', () => {
    const trained = model('16-trained', 'profession');
    const panels = trained?.kind === 'multiples' ? trained.panels : [];
    expect(panels.map(({ name, untold }) => [name, untold === null])).toEqual([
      ['Police', false],
      ['Judges', true],
      ['Prosecutors', true],
      ['Social workers', true],
      ['Migration officers', true],
    ]);
    expect(trained?.kind === 'multiples' && trained.scale).toContain('All on one scale, 0');
    expect(trained?.readings.map(({ name }) => name).sort()).toEqual(panels.map(({ name }) => name).sort());
  });

  it('draws groups as lines of their own and never the total among them', () => {
    const groups = model('32d-2', 'area');
    expect(groups).toMatchObject({
      kind: 'line',
      percent: true,
      labels: ['2021', '2022', '2023', '2024', '2025'],
    });
    expect(groups?.readings.map(({ name }) => name)).toEqual(['Urban', 'Rural']);
  });

  it('reads the groups of a single period as points of one series, as its bars are drawn', () => {
    const lawyers = data('32d-2');
    const once = { ...lawyers, cells: lawyers.cells.filter(({ period }) => period.endOn.startsWith('2025')) };
    const bars = indicatorModel(once, seriesOf(once, 'area', en), '', en);
    expect(bars).toMatchObject({ kind: 'bar', labels: ['Urban', 'Rural'] });
    expect(bars?.readings).toEqual([
      {
        name: 'Child victims who had a free lawyer, 2025',
        points: [
          { label: 'Urban', text: '74\u202f%' },
          { label: 'Rural', text: '45\u202f%' },
        ],
      },
    ]);
  });

  it('draws nothing where there is nothing to draw', () => {
    expect(model('14b-evaluated')).toBeNull();
    expect(model('24-law')).toBeNull();
  });

  it('falls back to the total for a breakdown that was never published', () => {
    expect(seriesOf(data('32d-2'), 'ethnic_origin', en).by).toBeNull();
    expect(seriesOf(data('18-recovery'), null, en).by).toBe('phase');
  });
});
