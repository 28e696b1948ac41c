import { named, type Named } from './named.js';

export interface Theme extends Named {
  /** Symbol of the guidelines whose subjects these are. */
  readonly scheme: string;
}

/** Subjects of the guidelines on the Optional Protocol (CRC/C/156, 2019), in the order in which concluding observations treat them. */
const SUBJECTS: readonly Named[] = [
  named('data', 'Data collection', 'Reunión de datos'),
  named('policy', 'Comprehensive policy and strategy', 'Política y estrategia integrales'),
  named('coordination', 'Coordination and evaluation', 'Coordinación y evaluación'),
  named('resources', 'Allocation of resources', 'Asignación de recursos'),
  named('dissemination', 'Dissemination and awareness-raising', 'Difusión y sensibilización'),
  named('training', 'Training', 'Capacitación'),
  named('prevention', 'Prevention', 'Prevención'),
  named(
    'travel_tourism',
    'Sexual exploitation in travel and tourism',
    'Explotación sexual en los viajes y el turismo',
  ),
  named('legislation', 'Legislation', 'Legislación'),
  named('prohibition', 'Prohibition and sanctions', 'Prohibición y sanciones'),
  named('legal_persons', 'Liability of legal persons', 'Responsabilidad de las personas jurídicas'),
  named('jurisdiction', 'Jurisdiction and extradition', 'Jurisdicción y extradición'),
  named('assistance', 'Assistance in criminal proceedings', 'Asistencia en los procesos penales'),
  named(
    'recovery',
    'Recovery, reintegration and compensation',
    'Recuperación, reintegración e indemnización',
  ),
  named('cooperation', 'International cooperation', 'Cooperación internacional'),
  named('follow_up', 'Follow-up and dissemination', 'Seguimiento y difusión'),
  named('next_report', 'Next report', 'Próximo informe'),
];

export const THEMES: readonly Theme[] = SUBJECTS.map((subject) => ({ ...subject, scheme: 'CRC/C/156' }));
