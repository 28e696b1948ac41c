import {
  CASE_COUNTS,
  type BudgetPhase,
  type BudgetPurpose,
  type CaseCount,
  type CaseFacet,
  type CohortRule,
  type Offence,
} from '#domain';

import { named, type Category, type Named } from './named.js';
import { PERU_DEPARTMENTS } from './peru-department.js';

/** One way of breaking a figure down. Without categories the codes come with the figures (years, institutions, provinces). */
export interface Dimension extends Named {
  readonly categories: readonly Category[];
}

function dimension(code: string, en: string, es: string, categories: readonly Category[] = []): Dimension {
  return { ...named(code, en, es), categories };
}

type Names<Code extends string> = Readonly<Record<Code, readonly [en: string, es: string]>>;

/** A compile-time promise: every code of the domain has its name here. */
function every<Code extends string>(names: Names<Code>, order = Object.keys(names) as Code[]): Named[] {
  return order.map((code) => {
    const [en, es] = names[code];
    return named(code, en, es);
  });
}

const NOT_RECORDED = named('not_recorded', 'Not recorded', 'Sin registro');

const OFFENCES: Names<Offence> = {
  all: ['All offences', 'Todos los delitos'],
  sale_of_children: ['Sale of children', 'Venta de niñas, niños y adolescentes'],
  sexual_exploitation: [
    'Sexual exploitation of children',
    'Explotación sexual de niñas, niños y adolescentes',
  ],
  child_sexual_abuse_material: [
    'Child sexual abuse material',
    'Material de abuso sexual de niñas, niños y adolescentes',
  ],
  travel_and_tourism: [
    'Sexual exploitation of children in travel and tourism',
    'Explotación sexual de niñas, niños y adolescentes en los viajes y el turismo',
  ],
  trafficking: ['Trafficking in persons', 'Trata de personas'],
};

const STAGES: Names<CaseCount> = {
  complaint: ['Complaint', 'Denuncia'],
  investigation: ['Investigation', 'Investigación'],
  charge: ['Charge', 'Acusación'],
  trial: ['Trial', 'Juicio'],
  conviction: ['Conviction', 'Condena'],
  sentence: ['Sentence', 'Pena impuesta'],
  reparation_ordered: ['Reparation ordered', 'Reparación ordenada'],
  reparation_paid: ['Reparation paid', 'Reparación pagada'],
  archived: ['Archived', 'Archivada'],
};

/** Apart from the main funnel. */
const FACETS: Names<CaseFacet> = {
  main: ['Main figures', 'Cifras principales'],
  official: ['Accused officials', 'Funcionarios acusados'],
  legal_person: ['Legal persons', 'Personas jurídicas'],
  extraterritorial: ['Extraterritorial cases', 'Casos extraterritoriales'],
};

const COHORTS: Names<CohortRule> = {
  year_of_event: ['Year of the event', 'Año del hecho'],
  year_of_complaint: ['Year of the complaint', 'Año de la denuncia'],
  year_of_decision: ['Year of the decision', 'Año de la decisión'],
};

const PURPOSES: Names<BudgetPurpose> = {
  criminal_investigation: ['Criminal investigation', 'Investigación penal'],
  legal_assistance: ['Legal assistance', 'Asistencia jurídica'],
  compensation: ['Compensation', 'Indemnización'],
  recovery: ['Physical and psychological recovery', 'Recuperación física y psicológica'],
  prevention: ['Prevention', 'Prevención'],
  information_systems: ['Information systems', 'Sistemas de información'],
  coordination: ['Coordination', 'Coordinación'],
  training: ['Training', 'Capacitación'],
  awareness: ['Awareness-raising', 'Sensibilización'],
  other: ['Other', 'Otros'],
};

const PHASES: Names<BudgetPhase> = {
  approved: ['Approved', 'Aprobado'],
  revised: ['Revised', 'Modificado'],
  executed: ['Executed', 'Ejecutado'],
};

/** The brackets in which SDG indicators on persons are told; adults stand in them beside children. */
const ADULT_AGES = [
  [18, 24],
  [25, 34],
  [35, 44],
  [45, 54],
  [55, 64],
  [65, 74],
] as const;

/** Of persons first, as paragraph 8 of CRC/C/OPSC/PER/CO/1 lists them; then of cases, money and measures. */
export const DIMENSIONS: readonly Dimension[] = [
  dimension('sex', 'Sex', 'Sexo', [
    named('female', 'Female', 'Mujeres'),
    named('male', 'Male', 'Hombres'),
    named('other', 'Other', 'Otro'),
    NOT_RECORDED,
  ]),
  dimension('age', 'Age', 'Edad', [
    named('0-5', '0 to 5 years', 'De 0 a 5 años'),
    named('6-11', '6 to 11 years', 'De 6 a 11 años'),
    named('12-14', '12 to 14 years', 'De 12 a 14 años'),
    named('15-17', '15 to 17 years', 'De 15 a 17 años'),
    named('0-14', '0 to 14 years', 'De 0 a 14 años'),
    named('0-17', 'Under 18 years', 'Menores de 18 años'),
    named('18+', '18 years and over', 'De 18 años o más'),
    ...ADULT_AGES.map(([from, to]) =>
      named(`${from}-${to}`, `${from} to ${to} years`, `De ${from} a ${to} años`),
    ),
    named('75+', '75 years and over', 'De 75 años o más'),
    NOT_RECORDED,
  ]),
  dimension('nationality', 'Nationality', 'Nacionalidad', [
    named('national', 'National', 'Nacional'),
    named('foreign', 'Foreign', 'Extranjera'),
    NOT_RECORDED,
  ]),
  dimension('citizenship', 'Country of citizenship', 'País de nacionalidad'),
  dimension('ethnic_origin', 'Ethnic origin', 'Origen étnico', [
    named('indigenous', 'Indigenous', 'Indígena'),
    named('afro_descendant', 'Of African descent', 'Afrodescendiente'),
    named('other', 'Other', 'Otro'),
    NOT_RECORDED,
  ]),
  dimension('location', 'Geographic location', 'Ubicación geográfica', PERU_DEPARTMENTS),
  dimension('department', 'Department', 'Departamento', PERU_DEPARTMENTS),
  dimension('area', 'Urban or rural area', 'Área urbana o rural', [
    named('urban', 'Urban', 'Urbana'),
    named('rural', 'Rural', 'Rural'),
    NOT_RECORDED,
  ]),
  dimension('socioeconomic_status', 'Socioeconomic status', 'Situación socioeconómica', [
    named('extreme_poverty', 'In extreme poverty', 'En pobreza extrema'),
    named('poverty', 'In poverty', 'En pobreza'),
    named('not_poor', 'Not in poverty', 'Sin pobreza'),
    NOT_RECORDED,
  ]),
  dimension('risk_group', 'Group at risk', 'Grupo en riesgo', [
    named('street', 'Children in street situations', 'Niñas, niños y adolescentes en situación de calle'),
    named('indigenous', 'Indigenous children', 'Niñas, niños y adolescentes indígenas'),
    named(
      'unaccompanied',
      'Unaccompanied asylum-seeking, refugee and migrant children',
      'Niñas, niños y adolescentes solicitantes de asilo, refugiados y migrantes no acompañados',
    ),
    named(
      'rural_remote',
      'Children in rural and remote areas',
      'Niñas, niños y adolescentes de zonas rurales y apartadas',
    ),
  ]),
  dimension('offence', 'Offence', 'Delito', every(OFFENCES)),
  dimension('stage', 'Stage of the case', 'Etapa del caso', every(STAGES, [...CASE_COUNTS])),
  dimension('facet', 'Kind of case', 'Clase de casos', every(FACETS)),
  dimension('cohort', 'Cohort rule', 'Regla de cohorte', every(COHORTS)),
  dimension('cohort_year', 'Cohort year', 'Año de cohorte'),
  dimension('purpose', 'Purpose of spending', 'Finalidad del gasto', every(PURPOSES)),
  dimension('phase', 'Budget phase', 'Fase del presupuesto', every(PHASES)),
  dimension('form', 'Form of exploitation', 'Forma de explotación'),
  dimension('institution', 'Institution', 'Institución'),
  dimension('profession', 'Profession', 'Profesión', [
    named('police', 'Police', 'Policía'),
    named('prosecutors', 'Prosecutors', 'Fiscales'),
    named('judges', 'Judges', 'Jueces y juezas'),
    named('migration_officers', 'Migration officers', 'Personal de migraciones'),
    named('social_workers', 'Social workers', 'Trabajo social'),
    named('teachers', 'Teachers', 'Docentes'),
    named('health_workers', 'Health workers', 'Personal de salud'),
  ]),
  dimension('level', 'Level of government', 'Nivel de gobierno', [
    named('national', 'National', 'Nacional'),
    named('regional', 'Regional', 'Regional'),
    named('local', 'Local', 'Local'),
  ]),
  dimension('repatriation_country', 'Country of repatriation', 'País de repatriación'),
  dimension('country', 'Country', 'País', [
    named('BOL', 'Bolivia (Plurinational State of)', 'Bolivia (Estado Plurinacional de)'),
    named('BRA', 'Brazil', 'Brasil'),
    named('CHL', 'Chile', 'Chile'),
    named('COL', 'Colombia', 'Colombia'),
    named('ECU', 'Ecuador', 'Ecuador'),
  ]),
];
