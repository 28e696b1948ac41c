import { named, type Named } from './named.js';

/** A value with the days on which it may be chosen; null: open on that side. */
export interface Valid extends Named {
  readonly valid_from: string | null;
  readonly valid_until: string | null;
}

/**
 * Targets of the Sustainable Development Goals that recommendations of treaty bodies touch. The wording is ours and short; the
 * official one is in General Assembly resolution 70/1. The Agenda runs from 2016 to the end of 2030.
 */
export const SDG_TARGETS: readonly Valid[] = [
  named('1.2', 'Less poverty', 'Menos pobreza'),
  named('1.3', 'Social protection for all', 'Protección social para todas las personas'),
  named('1.4', 'Access to basic services', 'Acceso a servicios básicos'),
  named('2.2', 'End malnutrition', 'Fin de la malnutrición'),
  named('3.1', 'Fewer deaths of mothers', 'Menos muertes maternas'),
  named('3.3', 'End AIDS and other epidemics', 'Fin del sida y otras epidemias'),
  named('3.7', 'Sexual and reproductive health care', 'Atención de la salud sexual y reproductiva'),
  named('3.8', 'Health care for all', 'Atención de la salud para todas las personas'),
  named(
    '3.9',
    'Less harm from chemicals and pollution',
    'Menos daños por productos químicos y contaminación',
  ),
  named('4.1', 'Free schooling of good quality', 'Educación escolar gratuita y de calidad'),
  named('4.5', 'Equal access to education', 'Igualdad de acceso a la educación'),
  named('4.a', 'Schools that are safe and fit', 'Escuelas seguras y adecuadas'),
  named('4.c', 'More qualified teachers', 'Más docentes calificados'),
  named(
    '5.1',
    'End discrimination against women and girls',
    'Fin de la discriminación contra mujeres y niñas',
  ),
  named('5.2', 'End violence against women and girls', 'Fin de la violencia contra mujeres y niñas'),
  named(
    '5.3',
    'End child marriage and other harmful practices',
    'Fin del matrimonio infantil y otras prácticas nocivas',
  ),
  named('5.5', 'Women take part and lead', 'Participación y liderazgo de las mujeres'),
  named('5.6', 'Sexual and reproductive rights', 'Derechos sexuales y reproductivos'),
  named('5.a', 'Land and finance for women', 'Tierra y finanzas para las mujeres'),
  named('5.c', 'Policies and budgets for equality', 'Políticas y presupuestos para la igualdad'),
  named('6.1', 'Safe drinking water', 'Agua potable segura'),
  named('6.2', 'Sanitation and hygiene', 'Saneamiento e higiene'),
  named('8.5', 'Decent work and equal pay', 'Trabajo decente e igualdad salarial'),
  named(
    '8.7',
    'End child labour, forced labour and trafficking',
    'Fin del trabajo infantil, el trabajo forzoso y la trata',
  ),
  named('8.8', 'Rights at work', 'Derechos en el trabajo'),
  named('8.9', 'Sustainable tourism', 'Turismo sostenible'),
  named('10.7', 'Safe and well managed migration', 'Migración segura y bien gestionada'),
  named(
    '16.2',
    'End abuse, exploitation and trafficking of children',
    'Fin del abuso, la explotación y la trata de niñas y niños',
  ),
  named('16.3', 'Rule of law and access to justice', 'Estado de derecho y acceso a la justicia'),
  named('16.5', 'Less corruption', 'Menos corrupción'),
  named('16.9', 'Legal identity and birth registration', 'Identidad jurídica y registro de nacimientos'),
  named('16.10', 'Information and basic freedoms', 'Información y libertades fundamentales'),
  named('16.a', 'Institutions against violence and crime', 'Instituciones contra la violencia y el delito'),
  named('16.b', 'Laws that do not discriminate', 'Leyes que no discriminen'),
  named('17.1', 'Raising public revenue', 'Recaudación de ingresos públicos'),
  named('17.9', 'Support for building capacity', 'Apoyo a la creación de capacidad'),
  named('17.18', 'Timely data, broken down', 'Datos oportunos y desglosados'),
].map((target) => ({ ...target, valid_from: '2016-01-01', valid_until: '2030-12-31' }));
