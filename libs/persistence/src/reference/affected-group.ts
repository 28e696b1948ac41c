import { named } from './named.js';
import type { Valid } from './sdg-target.js';

/** Who a recommendation is for. The words are ours; the list follows the groups that treaty bodies name most. */
export const AFFECTED_GROUPS: readonly Valid[] = [
  named('children', 'Children', 'Niñas, niños y adolescentes'),
  named('girls', 'Girls', 'Niñas'),
  named('women', 'Women', 'Mujeres'),
  named('youth', 'Young people', 'Jóvenes'),
  named('victims', 'Victims of crimes', 'Víctimas de delitos'),
  named('at_risk', 'Children at particular risk', 'Niñas y niños en particular riesgo'),
  named('families', 'Parents and families', 'Madres, padres y familias'),
  named('street_children', 'Children in street situations', 'Niñas y niños en situación de calle'),
  named('indigenous', 'Indigenous peoples', 'Pueblos indígenas'),
  named('afro_descendants', 'People of African descent', 'Personas afrodescendientes'),
  named('migrants', 'Migrants', 'Personas migrantes'),
  named('refugees', 'Refugees and asylum seekers', 'Personas refugiadas y solicitantes de asilo'),
  named('displaced', 'Internally displaced persons', 'Personas desplazadas internas'),
  named('disability', 'Persons with disabilities', 'Personas con discapacidad'),
  named('lgbti', 'LGBTI persons', 'Personas LGBTI'),
  named('rural', 'People in rural and remote areas', 'Población de zonas rurales y remotas'),
  named('poverty', 'People living in poverty', 'Personas que viven en la pobreza'),
  named('detained', 'Persons deprived of their liberty', 'Personas privadas de libertad'),
  named('defenders', 'Human rights defenders', 'Personas defensoras de los derechos humanos'),
  named('workers', 'Workers', 'Trabajadoras y trabajadores'),
  named('older', 'Older persons', 'Personas mayores'),
].map((group) => ({ ...group, valid_from: null, valid_until: null }));
