import type { DocumentLanguage } from '#domain';
import { COUNTRY_CODES } from './country-code.js';

/** Names that the United Nations print and that differ from those of the locale data. */
const UNITED_NATIONS_NAMES: Readonly<Record<DocumentLanguage, Readonly<Record<string, string>>>> = {
  en: {
    'Cabo Verde': 'CPV',
    'Cape Verde': 'CPV',
    Congo: 'COG',
    'Republic of the Congo': 'COG',
    'Democratic Republic of the Congo': 'COD',
    'Côte d’Ivoire': 'CIV',
    'Czech Republic': 'CZE',
    Swaziland: 'SWZ',
    'Holy See': 'VAT',
    Iran: 'IRN',
    'Republic of Korea': 'KOR',
    'Democratic People’s Republic of Korea': 'PRK',
    'Lao People’s Democratic Republic': 'LAO',
    Micronesia: 'FSM',
    'Republic of Moldova': 'MDA',
    Myanmar: 'MMR',
    'The former Yugoslav Republic of Macedonia': 'MKD',
    'State of Palestine': 'PSE',
    'Russian Federation': 'RUS',
    'Syrian Arab Republic': 'SYR',
    'United Republic of Tanzania': 'TZA',
    'Timor-Leste': 'TLS',
    Turkey: 'TUR',
    Türkiye: 'TUR',
    'United Kingdom of Great Britain and Northern Ireland': 'GBR',
    'United States of America': 'USA',
    'Viet Nam': 'VNM',
    'Bosnia and Herzegovina': 'BIH',
    'Antigua and Barbuda': 'ATG',
    'Saint Kitts and Nevis': 'KNA',
    'Saint Lucia': 'LCA',
    'Saint Vincent and the Grenadines': 'VCT',
    'Sao Tome and Principe': 'STP',
    'Trinidad and Tobago': 'TTO',
    'Brunei Darussalam': 'BRN',
  },
  es: {
    'Cabo Verde': 'CPV',
    Congo: 'COG',
    'República del Congo': 'COG',
    'República Democrática del Congo': 'COD',
    'Côte d’Ivoire': 'CIV',
    'República Checa': 'CZE',
    Swazilandia: 'SWZ',
    Eswatini: 'SWZ',
    'Santa Sede': 'VAT',
    Irán: 'IRN',
    'República de Corea': 'KOR',
    'República Popular Democrática de Corea': 'PRK',
    'República Democrática Popular Lao': 'LAO',
    Micronesia: 'FSM',
    'República de Moldova': 'MDA',
    Myanmar: 'MMR',
    'ex República Yugoslava de Macedonia': 'MKD',
    'Estado de Palestina': 'PSE',
    'Federación de Rusia': 'RUS',
    'República Árabe Siria': 'SYR',
    'República Unida de Tanzanía': 'TZA',
    'Timor-Leste': 'TLS',
    Türkiye: 'TUR',
    'Reino Unido de Gran Bretaña e Irlanda del Norte': 'GBR',
    'Estados Unidos de América': 'USA',
    'Viet Nam': 'VNM',
    Belarús: 'BLR',
    Bahrein: 'BHR',
    Rumania: 'ROU',
    Kenya: 'KEN',
    Rwanda: 'RWA',
    Malawi: 'MWI',
    Zimbabwe: 'ZWE',
    Lesotho: 'LSO',
    Botswana: 'BWA',
    Djibouti: 'DJI',
    Fiji: 'FJI',
    Iraq: 'IRQ',
    Qatar: 'QAT',
    Malasia: 'MYS',
    'Macedonia del Norte': 'MKD',
    'Papua Nueva Guinea': 'PNG',
    Marruecos: 'MAR',
    Nauru: 'NRU',
    "Côte d'Ivoire": 'CIV',
    Sudáfrica: 'ZAF',
    Mauricio: 'MUS',
    'Brunei Darussalam': 'BRN',
    'Guinea-Bissau': 'GNB',
    Islandia: 'ISL',
    'República Centroafricana': 'CAF',
  },
  fr: {
    'Cabo Verde': 'CPV',
    Congo: 'COG',
    'République du Congo': 'COG',
    'République démocratique du Congo': 'COD',
    'République tchèque': 'CZE',
    Swaziland: 'SWZ',
    'Saint-Siège': 'VAT',
    Iran: 'IRN',
    'République de Corée': 'KOR',
    'République populaire démocratique de Corée': 'PRK',
    'République démocratique populaire lao': 'LAO',
    Micronésie: 'FSM',
    'République de Moldova': 'MDA',
    Myanmar: 'MMR',
    'ex-République yougoslave de Macédoine': 'MKD',
    'État de Palestine': 'PSE',
    'Fédération de Russie': 'RUS',
    'République arabe syrienne': 'SYR',
    'République-Unie de Tanzanie': 'TZA',
    'Timor-Leste': 'TLS',
    Türkiye: 'TUR',
    'États-Unis d’Amérique': 'USA',
    'Viet Nam': 'VNM',
    'Royaume-Uni de Grande-Bretagne et d’Irlande du Nord': 'GBR',
    Bélarus: 'BLR',
    Bahreïn: 'BHR',
    'Pays-Bas': 'NLD',
    Kirghizistan: 'KGZ',
    'Brunéi Darussalam': 'BRN',
    'République centrafricaine': 'CAF',
    Nigéria: 'NGA',
    Libéria: 'LBR',
    Malaisie: 'MYS',
  },
};

const indexes = new Map<DocumentLanguage, ReadonlyMap<string, string>>();

/** Words of the longest State's name, `United Kingdom of Great Britain and Northern Ireland` with room to spare. */
const LONGEST_NAME = 10;

/** Alpha-3 code of the State whose name stands in a title; of several, the longest name. */
export function stateNamedIn(text: string, language: DocumentLanguage): string | null {
  const names = namesIn(language);
  const words = normalise(text).split(' ').slice(0, 400);
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const code = names.get(words.slice(start, start + length).join(' '));
      if (code !== undefined) return code;
    }
  }
  return null;
}

function namesIn(language: DocumentLanguage): ReadonlyMap<string, string> {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const [alphaTwo, alphaThree] of COUNTRY_CODES) {
    const name = regions.of(alphaTwo);
    if (name !== undefined) names.set(normalise(name), alphaThree);
  }
  for (const [name, alphaThree] of Object.entries(UNITED_NATIONS_NAMES[language])) {
    names.set(normalise(name), alphaThree);
  }
  indexes.set(language, names);
  return names;
}

/** Lower case without accents, articles' apostrophes and punctuation. */
function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
